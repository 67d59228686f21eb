package whatnow.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import whatnow.plan.PlanId;

/**
 * Harm that began at a time under a plan. Its services, symptoms and regions are facts on it, so that
 * what is learnt later never rewrites what was known.
 *
 * @param number what people say, {@code INC-2026-0042}
 * @param mergedInto the older incident that took it over
 * @param previous the resolved incident that it follows
 * @param drill a rehearsal: nothing may leave the company
 */
public record Incident(
        IncidentId id,
        String number,
        PlanId plan,
        Instant openedAt,
        IncidentStatus status,
        Optional<IncidentId> mergedInto,
        Optional<IncidentId> previous,
        boolean drill) {

    public boolean isOpen() {
        return status.isOpen();
    }

    /** What people say: the year it opened in, in UTC, and its place in the sequence. */
    static String number(Instant openedAt, long place) {
        return "INC-%d-%04d".formatted(openedAt.atOffset(ZoneOffset.UTC).getYear(), place);
    }
}
