package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;

/** What a strategy would lose and how long it would take, in words. */
final class Predicted {

    /** In clock time where the last commit is known. */
    static String loss(Weighed strategy, Instant now) {
        return strategy.lossSince()
                .map(it -> "writes after %s are gone%s"
                        .formatted(
                                Times.near(it, now),
                                strategy.meetsRpo()
                                        .map(ok -> ok ? ", within the RPO" : ", beyond the RPO")
                                        .orElse("")))
                .or(() -> strategy.loss()
                        .filter(Duration::isZero)
                        .map(_ -> "gives up no committed write by itself; check after"))
                .orElse("not known");
    }

    /** Of a strategy that was not chosen; empty where nothing is known to be lost. */
    static Optional<String> lossInstead(Weighed strategy, Instant now) {
        return strategy.lossSince()
                .map(since -> "writes after %s would be gone".formatted(Times.near(since, now)))
                .or(() -> strategy.loss().filter(it -> !it.isZero()).map(it -> "would lose " + Words.span(it)));
    }

    static String recovery(Weighed strategy) {
        return strategy.recovery()
                .map(it -> "up to %s (%s)"
                        .formatted(Words.span(it), strategy.recoveryOrigin().orElse("")))
                .orElse("no measured time");
    }

    private Predicted() {}
}
