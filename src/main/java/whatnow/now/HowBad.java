package whatnow.now;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.now.NowCard.Head;
import whatnow.plan.Urgency;

/** The card's head: how bad it is, how urgent, where, and who has it. */
final class HowBad {

    /** What is real before drills, then gravest first, then the most urgent, then the oldest. */
    static final Comparator<NowCard> GRAVEST = Comparator.comparing(NowCard::isDrill)
            .thenComparing(it -> rank(it.head().severity()))
            .thenComparing(it -> Urgency.valueOf(it.head().urgency()))
            .thenComparing(it -> it.head().since())
            .thenComparing(NowCard::incident);

    static Head of(Picture picture) {
        var assessment = picture.outcome().assessment();
        var startedAt = picture.outcome().promise().startedAt();
        return new Head(
                assessment.severity().name(),
                assessment.severity().words(),
                shape(assessment.severity().name()),
                assessment.urgency().name(),
                assessment.level(),
                assessment.assumed(),
                assessment.lastKnown().map(Enum::name),
                picture.suspects(),
                picture.regions(),
                picture.incident().status().key(),
                startedAt,
                picture.since(startedAt),
                whoHasIt(picture.facts()),
                picture.title(assessment.lead()),
                Deadlines.clock(picture),
                Deadlines.decideBy(picture));
    }

    /** Goes with the colour of a severity. */
    static String shape(String severity) {
        return switch (severity) {
            case "SEV1" -> "square";
            case "SEV2" -> "diamond";
            case "SEV3" -> "triangle";
            case "SEV4" -> "circle";
            case "SEV5" -> "dash";
            default -> "question";
        };
    }

    /** Not knowing how bad it is ranks right behind a major outage. */
    private static int rank(String severity) {
        return List.of("SEV1", "SEV2", "UNKNOWN", "SEV3", "SEV4", "SEV5").indexOf(severity);
    }

    /** Whoever acknowledged it last. */
    private static Optional<String> whoHasIt(List<Fact> facts) {
        return facts.stream()
                .filter(it -> it.type() == FactType.ACKNOWLEDGEMENT && it.state() == State.TRUE)
                .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                .map(it -> it.source().name());
    }

    private HowBad() {}
}
