package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whatnow.incident.DrawnTopology;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.TestIncidents;
import whatnow.plan.PlanId;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;

class DueDecisionsTest {

    private final DataSource database = TestPostgres.dataSource();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final DueDecisions due = new DueDecisions(JdbcClient.create(database));
    private final Incidents incidents = TestIncidents.on(database, new DrawnTopology(), _ -> {});

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() throws Exception {
        threads.close();
        database.unwrap(AutoCloseable.class).close();
    }

    /** Folding holds the marks of several incidents and waits for the one that is claimed; else both wait for ever. */
    @Test
    void whoDecidesNeverWaitsForTheMarkOfAnother() throws Exception {
        var other = opened();
        var marked = new CountDownLatch(1);
        var decided = new CountDownLatch(1);
        var folding = CompletableFuture.runAsync(
                () -> transactions.executeWithoutResult(_ -> {
                    incidents.due(Set.of(other), MovableClock.NOON);
                    marked.countDown();
                    waitFor(decided);
                }),
                threads);
        marked.await();

        var deciding = CompletableFuture.runAsync(
                () -> transactions.executeWithoutResult(_ -> due.lookAtOnce(List.of(other), MovableClock.NOON)),
                threads);
        deciding.get(5, TimeUnit.SECONDS);
        decided.countDown();
        folding.get();

        assertThat(transactions.<Optional<IncidentId>>execute(_ -> due.claim())).contains(other);
    }

    /** Two nodes: one decides about an incident whose deadline the other finds reached; else PostgreSQL ends one. */
    @Test
    void whoMarksNeverWaitsForTheOneThatIsClaimed() throws Exception {
        var incident = opened();
        due.lookAgain(incident, Optional.of(MovableClock.NOON));
        incidents.due(Set.of(incident), MovableClock.NOON);
        var claimed = new CountDownLatch(1);
        var marked = new CountDownLatch(1);
        var deciding = CompletableFuture.runAsync(
                () -> transactions.executeWithoutResult(_ -> {
                    assertThat(due.claim()).contains(incident);
                    claimed.countDown();
                    waitFor(marked);
                    due.lookAgain(incident, Optional.of(MovableClock.NOON.plus(Duration.ofHours(1))));
                }),
                threads);
        claimed.await();

        var marking = CompletableFuture.supplyAsync(() -> due.mark(MovableClock.NOON), threads);

        assertThat(marking.get(5, TimeUnit.SECONDS)).isZero();
        marked.countDown();
        deciding.get();
        assertThat(due.mark(MovableClock.NOON)).isZero();
        assertThat(due.mark(MovableClock.NOON.plus(Duration.ofHours(1)))).isEqualTo(1);
    }

    @Test
    void whatIsToBeLookedAtAtOnceIsDueWithTheNextLook() {
        var other = opened();
        due.lookAgain(other, Optional.of(MovableClock.NOON.plus(Duration.ofHours(1))));

        due.lookAtOnce(List.of(other), MovableClock.NOON);

        assertThat(due.mark(MovableClock.NOON)).isEqualTo(1);
        assertThat(transactions.<Optional<IncidentId>>execute(_ -> due.claim())).contains(other);
    }

    private IncidentId opened() {
        return incidents
                .open(new PlanId("freight"), MovableClock.NOON, false, Optional.empty())
                .id();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
