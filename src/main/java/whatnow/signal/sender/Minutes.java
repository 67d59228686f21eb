package whatnow.signal.sender;

import java.time.Instant;
import java.util.Optional;

/** How many there were in each minute of the last hour. */
final class Minutes {

    static final int KEPT = 60;

    private static final int SECONDS = 60;

    private final long[] counts = new long[KEPT];
    private long newest;
    private Optional<Instant> last = Optional.empty();

    synchronized void add(long many, Instant at) {
        var minute = minute(at);
        goOnTo(minute);
        last = last.filter(it -> it.isAfter(at)).or(() -> Optional.of(at));
        if (newest - minute < KEPT) {
            counts[(int) (minute % KEPT)] += many;
        }
    }

    /** In this minute and those before it. */
    synchronized long inTheLast(int minutes, Instant now) {
        goOnTo(minute(now));
        var sum = 0L;
        for (var minute = newest - minutes + 1; minute <= newest; minute++) {
            sum += counts[(int) (minute % KEPT)];
        }
        return sum;
    }

    synchronized Optional<Instant> last() {
        return last;
    }

    private void goOnTo(long minute) {
        for (var next = Math.max(newest + 1, minute - KEPT + 1); next <= minute; next++) {
            counts[(int) (next % KEPT)] = 0;
        }
        newest = Math.max(newest, minute);
    }

    private static long minute(Instant at) {
        return at.getEpochSecond() / SECONDS;
    }
}
