package whatnow.incident;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.testkit.TestPostgres;

class PostgresRestrictionsTest extends RestrictionsContract {

    private final DataSource database = TestPostgres.dataSource();
    private final Incidents incidents = TestIncidents.on(database, IncidentsContract.TOPOLOGY, _ -> {});
    private final Restrictions restrictions = new PostgresRestrictions(JdbcClient.create(database));

    @AfterEach
    void close() throws Exception {
        database.unwrap(AutoCloseable.class).close();
    }

    @Override
    Incidents incidents() {
        return incidents;
    }

    @Override
    Restrictions restrictions() {
        return restrictions;
    }

    @ParameterizedTest
    @ValueSource(strings = {"update restriction set by = 'x'", "delete from restriction", "truncate restriction"})
    void historyOnlyGrows(String change) {
        says(opened(NIGHT), RestrictionEntry.Kind.RESTRICTED, NIGHT, "anna");

        assertThatThrownBy(() -> JdbcClient.create(database).sql(change).update())
                .hasMessageContaining("only grows");
    }
}
