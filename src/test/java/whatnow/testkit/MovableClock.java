package whatnow.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import whatnow.time.Now;

/** Time that passes when a test says so, and never by itself. */
public final class MovableClock implements Now {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> instant;

    public MovableClock() {
        this(NOON);
    }

    public MovableClock(Instant start) {
        instant = new AtomicReference<>(start.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A negative duration sets the clock back, as an operator might. */
    public void passes(Duration duration) {
        instant.updateAndGet(it -> it.plus(duration).truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public Instant instant() {
        return instant.get();
    }
}
