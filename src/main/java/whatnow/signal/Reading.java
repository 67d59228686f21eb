package whatnow.signal;

import java.util.Optional;
import whatnow.incident.SymptomKind;

/**
 * What a signal says is wrong, and where.
 *
 * @param service as the sender names it
 * @param value in the unit of the alert; empty if it has none
 */
public record Reading(
        SymptomKind kind, String service, Optional<String> region, Optional<String> zone, Optional<Double> value) {}
