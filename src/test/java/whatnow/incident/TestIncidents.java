package whatnow.incident;

import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** The real incidents, for tests of other packages. */
public final class TestIncidents {

    public static Incidents on(DataSource database, Topology topology, ApplicationEventPublisher events) {
        return new PostgresIncidents(new JdbcTemplate(database), topology, events);
    }

    private TestIncidents() {}
}
