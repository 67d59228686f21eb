package whatnow.knowledge.index;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * An endpoint that failed three times running is left alone for a minute, so that not every search waits for nothing. After
 * that everybody asks it again; the next failure begins another minute.
 */
final class Circuit {

    private static final int MOST_FAILURES = 3;
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private int failures;
    private long lastFailure;

    /** @param nanos a clock that only goes forward */
    Circuit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean isLeftAlone() {
        return failures >= MOST_FAILURES && nanos.getAsLong() - lastFailure < PAUSE;
    }

    synchronized void answered() {
        failures = 0;
    }

    /** Returns whether it is left alone from now on and was not before. */
    synchronized boolean failed() {
        lastFailure = nanos.getAsLong();
        failures++;
        return failures == MOST_FAILURES;
    }

    /** The sentence of who expected something of the endpoint; of anything else its kind too. */
    static String reason(Exception failure) {
        return failure instanceof IOException ? String.valueOf(failure.getMessage()) : failure.toString();
    }
}
