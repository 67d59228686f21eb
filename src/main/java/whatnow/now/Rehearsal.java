package whatnow.now;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Assessment;
import whatnow.incident.Incident;
import whatnow.plan.Severity;

/** What a drill's card says of being one: what it leaves out, and which real incident stops it. */
final class Rehearsal {

    static final String LEAVES_OUT =
            "This is a drill. Customers, vendors, regulators and the status page are told nothing."
                    + " Commands come without production's names: type those of the drill's target.";

    /** Of an incident that only named people see. */
    static final String STOP = "STOP THE DRILL: a real incident is open. Put back what the drill changed.";

    /** A real SEV1 or SEV2 stops every drill, also one of which only the last known severity is left. */
    static boolean isStoppedBy(Assessment assessment) {
        return worst(assessment).isPresent();
    }

    static String stop(Incident real, Assessment assessment) {
        return "STOP THE DRILL: the real incident %s %s is open. Put back what the drill changed and go there."
                .formatted(real.number(), worst(assessment).orElse(assessment.severity()));
    }

    private static Optional<Severity> worst(Assessment assessment) {
        return Stream.concat(Stream.of(assessment.severity()), assessment.lastKnown().stream())
                .filter(List.of(Severity.SEV1, Severity.SEV2)::contains)
                .findFirst();
    }

    private Rehearsal() {}
}
