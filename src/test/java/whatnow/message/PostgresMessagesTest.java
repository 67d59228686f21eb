package whatnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whatnow.testkit.MovableClock.NOON;

import java.util.ArrayList;
import java.util.UUID;
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
import whatnow.testkit.TestPostgres;

class PostgresMessagesTest extends MessagesContract {

    final DataSource database = TestPostgres.dataSource();
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final ArrayList<Object> events = new ArrayList<>();
    final Messages messages = new PostgresMessages(JdbcClient.create(database), events::add, UUID::randomUUID);
    final Outbox outbox = new PostgresOutbox(JdbcClient.create(database), transactions);

    @AfterEach
    void close() throws Exception {
        threads.close();
        database.unwrap(AutoCloseable.class).close();
    }

    @Override
    Messages messages() {
        return messages;
    }

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    void inTransaction(Runnable work) {
        transactions.executeWithoutResult(_ -> work.run());
    }

    @Test
    void whatDoesNotCommitIsNeverSentAndWakesNobody() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    messages.keep(OUTAGE, OPS, Content.text("down"), NOON);
                    throw new IllegalStateException("the decision failed");
                }))
                .hasMessage("the decision failed");

        assertThat(claim(NOON)).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void theSenderIsWokenAfterTheCommitAndOnlyIfSomethingChanged() {
        inTransaction(() -> {
            messages.keep(OUTAGE, OPS, Content.text("down"), NOON);
            assertThat(events).isEmpty();
        });
        keep(OUTAGE, OPS, "down", NOON);

        assertThat(events).containsExactly(new MessagesWait());
    }

    /** Whoever decides holds its transaction open for a moment. */
    @Test
    void whoWritesAndWhoSendsNeverWaitForEachOther() throws Exception {
        keep(OUTAGE, OPS, "down", NOON);
        var written = new CountDownLatch(1);
        var sent = new CountDownLatch(1);
        var deciding = CompletableFuture.runAsync(
                () -> inTransaction(() -> {
                    messages.keep(MessageKey.about("INC-2026-0002"), OPS, Content.text("slow"), NOON);
                    written.countDown();
                    waitFor(sent);
                }),
                threads);
        written.await();

        var claim = CompletableFuture.supplyAsync(() -> claimed(NOON), threads).get(5, TimeUnit.SECONDS);
        settle(claim, new Answer.Taken("1"), NOON);
        sent.countDown();
        deciding.get();

        assertThat(claimed(NOON.plusSeconds(1)).key().about()).isEqualTo("INC-2026-0002");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
