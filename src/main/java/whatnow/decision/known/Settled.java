package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;
import whatnow.plan.DegradationTier;
import whatnow.plan.Severity;

/**
 * What earlier books led to, handed to the later ones.
 *
 * @param recoveryMissesRto what was chosen will not be done in the time that is left, or none is left
 */
public record Settled(Severity severity, boolean recoveryMissesRto, DegradationTier tier, Instant tierSince)
        implements Evidence {

    public boolean isUnknown() {
        return severity == Severity.UNKNOWN;
    }

    @Override
    public String inWords() {
        return "severity %s, tier %s".formatted(severity, tier);
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
