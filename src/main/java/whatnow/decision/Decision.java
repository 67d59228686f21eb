package whatnow.decision;

import java.time.Instant;
import java.util.UUID;
import whatnow.incident.IncidentId;

/**
 * What was decided about an incident at one moment.
 *
 * @param number what people say, {@code DEC-2026-0117}
 * @param sha256 of the canonical JSON of inputs and outcome
 */
public record Decision(
        UUID id, String number, IncidentId incident, Instant madeAt, Inputs inputs, Outcome outcome, String sha256) {}
