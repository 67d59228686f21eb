package whatnow.signal;

import java.util.function.LongSupplier;

/**
 * Tells a storm from everyday life. While little comes, it is folded before it is answered, and the answer says what was
 * known. In a storm it is written down and folded later, many at once, so that no sender waits for the folding.
 *
 * <p>A bucket that fills with {@link #A_SECOND} alerts a second up to {@link #AT_ONCE}: whoever finds too few in it comes in a
 * storm, which lasts until nothing has been too much for a second.
 */
final class Pace {

    static final int A_SECOND = 100;
    static final int AT_ONCE = 100;

    private static final double NANOS = 1e9;

    private final LongSupplier nanos;
    private double bucket = AT_ONCE;
    private long last;
    private long calmFrom;

    /** @param nanos a clock that only goes forward */
    Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
        this.calmFrom = last;
    }

    /** Whether so many may be folded before they are answered. */
    synchronized boolean isCalm(int alerts) {
        var now = nanos.getAsLong();
        bucket = Math.min(AT_ONCE, bucket + (now - last) / NANOS * A_SECOND);
        last = now;
        if (bucket < alerts) {
            calmFrom = now + (long) NANOS;
        }
        // Also what comes in a storm empties it: a storm lasts as long as more comes than may.
        bucket = Math.max(0, bucket - alerts);
        return now - calmFrom >= 0;
    }
}
