package whatnow.message;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import whatnow.message.slack.Slacks;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;
import whatnow.testkit.slack.FakeSlack;

/** Outbox, senders and a Slack, on one clock. Each sender is a node of its own; all share the database. */
final class OverSlack implements AutoCloseable {

    static final Destination OPS = new Destination("slack", FakeSlack.CHANNEL, "freight");

    final MovableClock clock = new MovableClock();
    final FakeSlack slack = FakeSlack.start(clock).paces();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Counts counts = new Counts(meters);
    private final DataSource database = TestPostgres.dataSource();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    final Messages messages = new PostgresMessages(JdbcClient.create(database), _ -> {}, UUID::randomUUID);
    final Outbox outbox = new PostgresOutbox(JdbcClient.create(database), transactions);

    Sender node() {
        return node(Slacks.to(slack));
    }

    Sender node(Channel channel) {
        return new Sender(outbox, List.of(channel), counts, clock, () -> 0.5);
    }

    void keep(String about, String text) {
        keep(about, OPS, text);
    }

    void keep(String about, Destination to, String text) {
        transactions.executeWithoutResult(
                _ -> messages.keep(MessageKey.about(about), to, Content.text(text), clock.instant()));
    }

    /** Time passes second by second, and everybody looks each second. */
    void passes(Duration span, Sender... nodes) {
        for (var second = 0; second < span.toSeconds(); second++) {
            clock.passes(Duration.ofSeconds(1));
            for (var node : nodes) {
                node.sendAll();
            }
        }
    }

    /** What everybody reads in the channel. */
    List<String> shown() {
        return slack.messages().stream().map(it -> it.shown()).toList();
    }

    List<Outbox.Waiting> waiting() {
        return outbox.waiting(clock.instant());
    }

    List<String> troubles() {
        var known = new KnownUndelivered(List.of(Slacks.to(slack)), clock);
        known.know(waiting());
        return known.troubles();
    }

    double counted(String meter) {
        return meters.counter(meter, "channel", "slack").count();
    }

    @Override
    public void close() throws Exception {
        slack.close();
        database.unwrap(AutoCloseable.class).close();
    }
}
