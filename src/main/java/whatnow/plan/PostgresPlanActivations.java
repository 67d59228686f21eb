package whatnow.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PostgresPlanActivations implements PlanActivations {

    private static final String APPEND = """
            insert into plan_activation (plan, active, by_person, at)
            values (:plan, :active, :byPerson, :at)
            """;

    private static final String OF_PLAN = """
            select plan, active, by_person, at
              from plan_activation
             where plan = :plan
             order by id
            """;

    private static final String NEWEST = """
            select distinct on (plan) plan, active, by_person, at
              from plan_activation
             order by plan, id desc
            """;

    private final JdbcClient jdbc;

    PostgresPlanActivations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void append(PlanActivation activation) {
        jdbc.sql(APPEND)
                .param("plan", activation.plan().name())
                .param("active", activation.active())
                .param("byPerson", activation.byPerson())
                .param("at", activation.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<PlanActivation> of(PlanId plan) {
        return jdbc.sql(OF_PLAN)
                .param("plan", plan.name())
                .query(PostgresPlanActivations::read)
                .list();
    }

    @Override
    public List<PlanActivation> newest() {
        return jdbc.sql(NEWEST).query(PostgresPlanActivations::read).list();
    }

    private static PlanActivation read(ResultSet row, int index) throws SQLException {
        return new PlanActivation(
                new PlanId(row.getString("plan")),
                row.getBoolean("active"),
                row.getString("by_person"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
