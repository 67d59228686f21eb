package whatnow.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A plan's degradation tiers.
 *
 * @param recoverAfter how long a milder tier must have been enough before one step down is proposed
 */
public record Degradation(List<TierRow> tiers, List<TierTrigger> triggers, Duration recoverAfter, List<String> rows) {

    /** {@code switchedOff} lists features; {@code article} says how. */
    public record TierRow(
            DegradationTier tier, String response, List<String> switchedOff, String article, List<String> rows) {}

    /** A condition and the tier it calls for. */
    public record TierTrigger(
            Condition condition,
            Optional<Importance> importance,
            DegradationTier tier,
            boolean assumed,
            List<String> rows) {

        /** Whether the trigger speaks of a service this important; one without importance fits any. */
        public boolean fits(Optional<Importance> other) {
            return importance.isEmpty() || importance.equals(other);
        }
    }
}
