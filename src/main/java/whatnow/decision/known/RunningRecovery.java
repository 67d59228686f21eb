package whatnow.decision.known;

import java.util.Optional;
import whatnow.plan.StrategyKind;

/** A recovery that somebody has begun. {@code phase}: {@code before_promotion} or {@code after_promotion}. */
public record RunningRecovery(StrategyKind strategy, Optional<String> region, String phase, Belief belief)
        implements Known {

    public boolean isBeforePromotion() {
        return !isAfterPromotion();
    }

    public boolean isAfterPromotion() {
        return phase.equals("after_promotion");
    }

    @Override
    public String inWords() {
        return "%s under way, %s".formatted(strategy.words(), phase.replace('_', ' '));
    }
}
