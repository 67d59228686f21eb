package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** Who may accept a loss beyond the RPO, by the plan. */
public record LossAcceptance(String role, String deputy) implements Evidence {

    @Override
    public String inWords() {
        return "%s accepts losses".formatted(role);
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
