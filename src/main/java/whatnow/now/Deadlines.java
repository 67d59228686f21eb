package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.Symptom;
import whatnow.now.NowCard.RtoClock;

/** By when it must be over, by when somebody must have decided, and how old is what we know. */
final class Deadlines {

    /** What is later than this is late; before that it is due. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    static Optional<RtoClock> clock(Picture picture) {
        var promise = picture.outcome().promise();
        return promise.rto().map(rto -> {
            var ends = promise.startedAt().plus(rto);
            var left = Duration.between(picture.now(), ends);
            var origin = "plan %s %s"
                    .formatted(picture.plan().id(), String.join(", ", promise.rows()))
                    .strip();
            return new RtoClock(rto, promise.startedAt(), ends, left, left.isNegative(), promise.of(), origin);
        });
    }

    /** Only from a measured time or the plan's estimate, whose origin is said. */
    static String decideBy(Picture picture) {
        var recovery = picture.chosen().flatMap(Weighed::recovery);
        var rto = picture.outcome().promise().rto();
        if (recovery.isEmpty() || rto.isEmpty()) {
            return "no measured time";
        }
        var now = picture.now();
        var by = picture.outcome().promise().startedAt().plus(rto.get()).minus(recovery.get());
        var origin = picture.chosen().flatMap(Weighed::recoveryOrigin).orElse("plan, never measured");
        return by.isAfter(now)
                ? "%s (%s, up to %s)".formatted(Times.near(by, now), origin, Words.span(recovery.get()))
                : "RTO will be missed; soonest %s (%s)".formatted(Times.near(now.plus(recovery.get()), now), origin);
    }

    static boolean isLate(Optional<Instant> due, Instant now) {
        return due.filter(it -> it.plus(GRACE).isBefore(now)).isPresent();
    }

    /** Of the facts that the rules named; where they named none, of all that went in. */
    static Optional<Instant> oldestFact(Picture picture) {
        var named = picture.outcome().reasons().stream()
                .flatMap(it -> it.grounds().stream())
                .flatMap(it -> it.observedAt().stream())
                .min(Comparator.naturalOrder());
        return named.or(() -> Stream.concat(
                        picture.symptoms().map(Symptom::lastSeen),
                        picture.decision().inputs().facts().stream()
                                .filter(it -> !it.type().isPersonal())
                                .map(Fact::observedAt))
                .min(Comparator.naturalOrder()));
    }

    private Deadlines() {}
}
