package whatnow.testkit.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import whatnow.time.Now;

/** When the Web API says "later", or nothing useful at all. */
final class Throttle {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final Now now;
    private final Map<String, Instant> until = new HashMap<>();
    private final Map<String, Instant> lastPosted = new HashMap<>();
    private int refusals;
    private Duration pause = Duration.ZERO;
    private int failures;
    private boolean down;
    private boolean paces;
    private Instant allUntil = Instant.MIN;

    /** @param retryAfter where the status is 429 */
    record Refusal(int status, String error, long retryAfter) {}

    Throttle(Now now) {
        this.now = now;
    }

    synchronized void next(int calls, Duration pause) {
        refusals = calls;
        this.pause = pause;
    }

    synchronized void until(String method, String channel, Duration span) {
        until.put(method + " " + channel, now.instant().plus(span));
    }

    synchronized void until(Duration span) {
        allUntil = now.instant().plus(span);
    }

    synchronized void pace() {
        paces = true;
    }

    synchronized void fail(int calls) {
        failures = calls;
    }

    synchronized void down(boolean down) {
        this.down = down;
    }

    synchronized Optional<Refusal> refuses(String method, String channel) {
        var at = now.instant();
        if (down) {
            return Optional.of(new Refusal(503, "service_unavailable", 0));
        }
        if (failures > 0) {
            failures--;
            return Optional.of(new Refusal(500, "internal_error", 0));
        }
        if (refusals > 0) {
            refusals--;
            return later(pause);
        }
        if (at.isBefore(allUntil)) {
            return later(Duration.between(at, allUntil));
        }
        var key = method + " " + channel;
        var free = until.getOrDefault(key, Instant.MIN);
        if (at.isBefore(free)) {
            return later(Duration.between(at, free));
        }
        return paces && method.startsWith("chat.post") ? paced(key, at) : Optional.empty();
    }

    private Optional<Refusal> paced(String key, Instant at) {
        var free = Optional.ofNullable(lastPosted.get(key)).map(it -> it.plus(PACE));
        if (free.filter(at::isBefore).isPresent()) {
            return later(PACE);
        }
        lastPosted.put(key, at);
        return Optional.empty();
    }

    private static Optional<Refusal> later(Duration pause) {
        return Optional.of(new Refusal(429, "ratelimited", Math.max(1, pause.toSeconds())));
    }
}
