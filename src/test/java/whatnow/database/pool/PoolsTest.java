package whatnow.database.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.database.Login;
import whatnow.testkit.TestPostgres;

/** Who gets which connection. */
class PoolsTest {

    private static final String PROCESS = "select pg_backend_pid()";

    private final Login theirs = TestPostgres.login();

    @Test
    void whoeverChoosesNothingIsTakenForAPersonWhoWaits() throws Exception {
        assertThat(Pool.chosen()).isEqualTo(Pool.PEOPLE);

        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var inside = Pool.REPORTS.call(() -> thread.submit(Pool::chosen).get());

            assertThat(inside).as("a thread that was started meanwhile").isEqualTo(Pool.PEOPLE);
        }
    }

    @Test
    void aChoiceEndsWithItsWorkHoweverThatEnds() {
        assertThatThrownBy(() -> Pool.WORK.run(() -> {
                    assertThat(Pool.chosen()).isEqualTo(Pool.WORK);
                    Pool.INTAKE.run(() -> assertThat(Pool.chosen()).isEqualTo(Pool.INTAKE));
                    assertThat(Pool.chosen()).isEqualTo(Pool.WORK);
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");

        assertThat(Pool.chosen()).isEqualTo(Pool.PEOPLE);
    }

    @Test
    @DisplayName("a pool that is used up holds up nobody but its own (C-7)")
    void aPoolThatIsUsedUpHoldsUpNobodyButItsOwn() {
        application().withPropertyValues("whatnow.database.pools.reports=2").run(context -> {
            var database = context.getBean(DataSource.class);
            var held = new ArrayList<Connection>();
            Pool.REPORTS.<Void, SQLException>call(() -> {
                held.add(database.getConnection());
                held.add(database.getConnection());
                return null;
            });

            assertThatThrownBy(() -> Pool.REPORTS.call(database::getConnection))
                    .hasMessageContaining("reports - Connection is not available");
            for (var other : Arrays.asList(Pool.INTAKE, Pool.PEOPLE, Pool.WORK)) {
                try (var connection = other.call(database::getConnection)) {
                    assertThat(connection.isValid(1)).isTrue();
                }
            }
            for (var connection : held) {
                connection.close();
            }
        });
    }

    @Test
    void aTransactionStaysOnTheConnectionItBeganWith() {
        application().run(context -> {
            var jdbc = context.getBean(JdbcClient.class);
            var transactions = context.getBean(TransactionOperations.class);

            var processes = Pool.INTAKE.call(() -> transactions.execute(_ -> {
                var first = jdbc.sql(PROCESS).query(Integer.class).single();
                var second = Pool.REPORTS.call(
                        () -> jdbc.sql(PROCESS).query(Integer.class).single());
                assertThat(active(context.getBeansOfType(HikariDataSource.class)))
                        .containsEntry("intake", 1)
                        .containsEntry("reports", 0);
                return Map.of("first", first, "second", second);
            }));

            assertThat(processes.get("second")).isEqualTo(processes.get("first"));
        });
    }

    @Test
    void settingsOfThePoolHoldForAllOfThemButForTheirSizes() {
        application()
                .withPropertyValues(
                        "spring.datasource.hikari.maximum-pool-size=40",
                        "spring.datasource.hikari.max-lifetime=90000",
                        "whatnow.database.pools.people=12")
                .run(context -> {
                    var sizes = new HashMap<String, Integer>();
                    for (var pool :
                            context.getBeansOfType(HikariDataSource.class).values()) {
                        sizes.put(pool.getPoolName(), pool.getMaximumPoolSize());
                        assertThat(pool.getMaxLifetime()).isEqualTo(90_000);
                        assertThat(pool.getMinimumIdle()).isEqualTo(1);
                    }

                    assertThat(sizes)
                            .containsExactlyInAnyOrderEntriesOf(
                                    Map.of("intake", 3, "people", 12, "reports", 4, "work", 4));
                });
    }

    @Test
    @DisplayName("a server that the user named is waited for no longer than ten seconds, unless they say so (C-6)")
    void aNamedServerIsWaitedForNoLongerThanTenSeconds() {
        var plain = theirs.url().replaceFirst("\\?.*", "");
        application()
                .withPropertyValues("spring.datasource.url=" + plain)
                .run(context ->
                        assertThat(patience(context.getBean(DataSource.class))).isEqualTo(10_000));
        application()
                .withPropertyValues("spring.datasource.url=" + plain + "?socketTimeout=33")
                .run(context ->
                        assertThat(patience(context.getBean(DataSource.class))).isEqualTo(33_000));
    }

    private static int patience(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    @Test
    void aPoolWithoutConnectionsIsRefusedInWords() {
        application()
                .withPropertyValues("whatnow.database.pools.work=0")
                .run(
                        context -> assertThat(context.getStartupFailure())
                                .rootCause()
                                .hasMessage(
                                        "The setting (whatnow.database.pools.work) is (0), expected at least (1) connection. Leave it out to have (4)."));
    }

    @Test
    void everyPoolIsMeasuredByItsName() {
        application()
                .withConfiguration(AutoConfigurations.of(
                        MetricsAutoConfiguration.class, DataSourcePoolMetricsAutoConfiguration.class))
                .withBean(SimpleMeterRegistry.class)
                .run(context -> {
                    for (var pool : Pool.values()) {
                        pool.run(() -> context.getBean(JdbcClient.class)
                                .sql(PROCESS)
                                .query()
                                .singleValue());
                    }

                    assertThat(context.getBean(MeterRegistry.class)
                                    .get("hikaricp.connections.max")
                                    .gauges())
                            .extracting(it -> it.getId().getTag("pool"))
                            .containsExactlyInAnyOrder("intake", "people", "reports", "work");
                });
    }

    private static Map<String, Integer> active(Map<String, HikariDataSource> pools) {
        var active = new HashMap<String, Integer>();
        pools.values().stream()
                .filter(HikariDataSource::isRunning)
                .forEach(it ->
                        active.put(it.getPoolName(), it.getHikariPoolMXBean().getActiveConnections()));
        for (var pool : Pool.values()) {
            active.putIfAbsent(pool.key(), 0);
        }
        return active;
    }

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class))
                .withUserConfiguration(PoolConfiguration.class)
                .withPropertyValues(
                        "spring.datasource.url=" + theirs.url(),
                        "spring.datasource.username=" + theirs.user(),
                        "spring.datasource.password=" + theirs.password(),
                        "spring.datasource.hikari.connection-timeout=250");
    }
}
