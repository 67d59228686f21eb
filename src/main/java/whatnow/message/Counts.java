package whatnow.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What {@code /metrics} says of messages. */
final class Counts {

    private final MeterRegistry meters;
    private final AtomicLong waiting = new AtomicLong();

    Counts(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("whatnow.messages.waiting", waiting, AtomicLong::get)
                .description("Messages that no channel has taken yet, in the newest version")
                .register(meters);
    }

    void count(Claim claim, Answer answer) {
        switch (answer) {
            case Answer.Taken _ -> counter("whatnow.messages.sent", claim).increment();
            case Answer.Later _, Answer.Refused _ ->
                counter("whatnow.messages.failed", claim).increment();
            case Answer.Found _, Answer.Absent _, Answer.Gone _ -> {}
        }
    }

    void wait(List<Outbox.Waiting> those) {
        waiting.set(those.stream().mapToLong(Outbox.Waiting::count).sum());
    }

    private Counter counter(String name, Claim claim) {
        return meters.counter(name, "channel", claim.to().kind());
    }
}
