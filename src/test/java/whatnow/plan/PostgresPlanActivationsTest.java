package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.testkit.TestPostgres;

class PostgresPlanActivationsTest extends PlanActivationsContract {

    final DataSource database = TestPostgres.dataSource();
    final PlanActivations activations = new PostgresPlanActivations(JdbcClient.create(database));

    @Override
    PlanActivations activations() {
        return activations;
    }

    @Test
    void theDatabaseItselfRefusesToChangeHistory() {
        var jdbc = JdbcClient.create(database);
        activations.append(new PlanActivation(LEDGER, true, "ann", NOON));

        for (var change : java.util.List.of(
                "update plan_activation set active = false",
                "delete from plan_activation",
                "truncate plan_activation")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("history");
        }
    }
}
