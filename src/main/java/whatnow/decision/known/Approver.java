package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;
import whatnow.plan.StrategyKind;

/** Who decides about a strategy, by the plan. */
public record Approver(StrategyKind kind, String role, String deputy, String because) implements Evidence {

    @Override
    public String inWords() {
        return role + " decides about " + kind.key();
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
