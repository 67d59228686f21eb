package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;
import whatnow.plan.StrategyKind;

/**
 * A named person of a role agreed to a strategy, or to what it loses.
 *
 * @param of the strategy's key, or {@code loss:} and the strategy's key
 * @param lossSince writes after this are given up; whoever accepted that has not accepted more
 */
public record Approved(String of, String byRole, Optional<Instant> lossSince, Belief belief) implements Known {

    private static final String LOSS = "loss:";

    /** Somebody accepted that writes after {@code since}, or more than those, are lost with the strategy. */
    public boolean acceptsLoss(StrategyKind kind, Optional<Instant> since) {
        return isEstablished() && acceptsLoss(of, lossSince, kind, since);
    }

    /** The same of what was said, before it is weighed whether to believe it. */
    public static boolean acceptsLoss(
            String of, Optional<Instant> lossSince, StrategyKind kind, Optional<Instant> since) {
        return of.equals(LOSS + kind.key())
                && lossSince
                        .filter(accepted ->
                                since.filter(it -> !it.isBefore(accepted)).isPresent())
                        .isPresent();
    }

    @Override
    public String inWords() {
        return "%s approved by %s (%s)%s"
                .formatted(
                        of,
                        String.join(", ", belief.sources()),
                        byRole,
                        lossSince
                                .map(it -> ", giving up writes after " + Words.clock(it))
                                .orElse(""));
    }
}
