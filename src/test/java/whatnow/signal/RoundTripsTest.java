package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.signal.Intake.AnAlert.of;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import whatnow.incident.DrawnTopology;
import whatnow.testkit.TestPostgres;

class RoundTripsTest {

    private final AtomicInteger executed = new AtomicInteger();

    /** A storm comes in batches; what a batch costs must not grow with each alert in it. */
    @Test
    void aBatchOfFourThousandAlertsCostsAFewStatements() {
        var intake = new Intake(new DrawnTopology(), SourceSettings.NONE, counting(TestPostgres.dataSource()));

        intake.hears(IntStream.range(0, 4_000)
                .mapToObj(it -> of("database", "ERRORS").id("alert-" + it))
                .toArray(Intake.AnAlert[]::new));

        assertThat(intake.onlySymptom().count()).isEqualTo(4_000);
        assertThat(executed.get()).isLessThan(40);
    }

    @Test
    void twentyThatWaitTogetherCostNoMoreStatementsThanOne() {
        var intake = new Intake(new DrawnTopology(), SourceSettings.NONE, counting(TestPostgres.dataSource()));
        intake.hears(of("database", "ERRORS"));
        executed.set(0);
        intake.hears(of("database", "ERRORS").id("one"));
        var one = executed.getAndSet(0);

        intake.transactions.executeWithoutResult(_ -> intake.folder()
                .fold(IntStream.range(0, 20)
                        .mapToObj(it -> intake.delivery(
                                "alertmanager", false, of("database", "ERRORS").id("alert-" + it)))
                        .toList()));

        assertThat(executed.get()).isLessThanOrEqualTo(one);
        assertThat(intake.onlySymptom().count()).isEqualTo(22);
    }

    private DataSource counting(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(Connection.class, super.getConnection());
            }
        };
    }

    private <T> T counted(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        executed.incrementAndGet();
                    }
                    try {
                        var answer = method.invoke(target, arguments);
                        return switch (answer) {
                            case PreparedStatement it -> counted(PreparedStatement.class, it);
                            case Statement it
                            when method.getName().equals("createStatement") -> counted(Statement.class, it);
                            case null -> null;
                            default -> answer;
                        };
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
