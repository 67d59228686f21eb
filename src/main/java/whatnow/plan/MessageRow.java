package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Words the plan owes to somebody.
 *
 * @param audience {@code users}, {@code executives}, {@code team}, {@code customers}, {@code customer_success}
 * @param tiers tiers it is for; empty means it follows the declaration instead
 * @param severities severities it is for; empty means all
 * @param first how long after the start (of the tier, or of the declaration) the first one is due
 * @param every then how often; empty for once
 * @param outside whether it leaves the company and so needs a person's approval
 * @param template article of the words
 */
public record MessageRow(
        String audience,
        List<DegradationTier> tiers,
        List<Severity> severities,
        List<String> channels,
        Duration first,
        Optional<Duration> every,
        boolean outside,
        String template,
        List<String> rows) {

    public boolean isForTier(DegradationTier tier) {
        return tiers.contains(tier);
    }

    /** Follows the declaration of the incident, not a tier. */
    public boolean isAfterDeclaration() {
        return tiers.isEmpty();
    }

    public boolean isForSeverity(Severity severity) {
        return severities.isEmpty() || severities.contains(severity);
    }
}
