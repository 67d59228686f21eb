package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import whatnow.signal.Sources.Waiting;

/** Said on every card while alerts come faster than they are folded in. */
final class Behind {

    /** So much is behind in any busy moment, and worth no words. */
    private static final Duration NOTHING = Duration.ofSeconds(5);

    static Optional<String> notice(Optional<Waiting> waiting, Instant now) {
        return waiting.filter(it -> it.oldest().plus(NOTHING).isBefore(now))
                .map(it -> String.format(
                        Locale.ROOT,
                        "More may be broken than this says: %,d alerts are accepted and not read yet, the oldest for %s.",
                        it.alerts(),
                        Times.span(Duration.between(it.oldest(), now))));
    }

    private Behind() {}
}
