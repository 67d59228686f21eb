package whatnow.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import whatnow.time.Now;

/**
 * Counts failed tries (S-8). After {@link #FREE} failures an address waits, each time twice as long.
 *
 * <p>A credential that worked from an address before goes on working from it: who shares an address with the on-call
 * engineer must not be able to lock them out.
 */
class Attempts {

    static final int FREE = 5;

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Failures(int count, Instant last) {}

    private final Now now;
    private final Map<String, Failures> failures = bounded();
    private final Map<String, Boolean> proven = bounded();

    Attempts(Now now) {
        this.now = now;
    }

    /**
     * How long to wait before the next try is looked at; empty when it may come now.
     *
     * @param sha256 of the credential
     */
    synchronized Optional<Duration> wait(String address, String sha256) {
        if (proven.containsKey(pair(address, sha256))) {
            return Optional.empty();
        }
        return Optional.ofNullable(failures.get(address))
                .map(it -> Duration.between(now.instant(), it.last().plus(pause(it.count()))))
                .filter(Duration::isPositive);
    }

    synchronized void failed(String address) {
        var at = now.instant();
        var before = failures.get(address);
        var fresh = before == null || before.last().plus(FORGET).isBefore(at);
        failures.put(address, new Failures(fresh || before == null ? 1 : before.count() + 1, at));
    }

    synchronized void worked(String address, String sha256) {
        proven.put(pair(address, sha256), true);
    }

    private static Duration pause(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        var pause = Duration.ofSeconds(1L << Math.min(failures - FREE, 12));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static String pair(String address, String sha256) {
        return address + " " + sha256;
    }

    /** Forgets the longest unused, so that many addresses cannot fill the memory. */
    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST;
            }
        };
    }
}
