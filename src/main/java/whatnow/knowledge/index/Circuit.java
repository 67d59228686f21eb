package whatnow.knowledge.index;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Who failed three times running is left alone for a minute, so that not every search waits for nothing. */
final class Circuit {

    private static final int MOST_FAILURES = 3;
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private int failures;
    private long last;

    /** @param nanos a clock that only goes forward */
    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean isLeftAlone() {
        return failures >= MOST_FAILURES && nanos.getAsLong() - last < PAUSE;
    }

    synchronized void answered() {
        failures = 0;
    }

    /** Returns whether it is left alone from now on and was not before. */
    synchronized boolean failed() {
        last = nanos.getAsLong();
        failures++;
        return failures == MOST_FAILURES;
    }
}
