package whatnow.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Outcome.TierProposal;
import whatnow.decision.Statement.TierFits;
import whatnow.decision.known.HealthCheck;
import whatnow.decision.known.TierInForce;
import whatnow.incident.Symptom;
import whatnow.plan.Degradation;
import whatnow.plan.Degradation.TierRow;
import whatnow.plan.DegradationTier;
import whatnow.rulebook.Spoken;

/**
 * Upward all steps at once. Downward one step at a time, only after the milder tier has been enough
 * for long enough, and never while anything flaps, every source is silent or the step before it was not verified.
 */
final class TierPolicy {

    private final Degradation degradation;
    private final Situation situation;
    private final Inputs inputs;

    private TierPolicy(Degradation degradation, Situation situation, Inputs inputs) {
        this.degradation = degradation;
        this.situation = situation;
        this.inputs = inputs;
    }

    static TierProposal settle(
            List<Spoken> spoken, Optional<Degradation> degradation, Situation situation, Inputs inputs) {
        var inForce = situation
                .known(TierInForce.class)
                .filter(TierInForce::isTrue)
                .map(TierInForce::tier)
                .findFirst();
        return degradation
                .map(it -> new TierPolicy(it, situation, inputs).propose(spoken, inForce))
                .orElseGet(() -> none(inForce));
    }

    private static TierProposal none(Optional<DegradationTier> inForce) {
        return new TierProposal(
                false,
                Optional.empty(),
                inForce,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private TierProposal propose(List<Spoken> spoken, Optional<DegradationTier> inForce) {
        var wanted = spoken.stream()
                .map(it -> ((TierFits) it.statement()).trigger().tier())
                .max(Comparator.naturalOrder())
                .orElse(DegradationTier.NORMAL);
        var held = inForce.or(() -> inputs.held().tier()).orElse(DegradationTier.NORMAL);
        if (!held.isWorseThan(wanted)) {
            return proposal(wanted, inForce, Optional.empty(), Optional.empty(), spoken);
        }
        var milderSince = inputs.held().milderSince().orElse(inputs.now());
        var mayStepAt = milderSince.plus(degradation.recoverAfter());
        return mayStepDown(mayStepAt)
                ? proposal(held.oneStepDown(), inForce, next(held, wanted), Optional.empty(), spoken)
                : proposal(held, inForce, Optional.of(milderSince), Optional.of(mayStepAt), spoken);
    }

    /** After a step down the waiting begins anew, if there is another step to take. */
    private Optional<Instant> next(DegradationTier held, DegradationTier wanted) {
        return Optional.of(inputs.now()).filter(_ -> held.oneStepDown().isWorseThan(wanted));
    }

    private boolean mayStepDown(Instant mayStepAt) {
        return !mayStepAt.isAfter(inputs.now())
                && !situation.isSilent()
                && situation.symptoms().stream().noneMatch(Symptom::flapping)
                && situation.known(HealthCheck.class).noneMatch(it -> !it.isUnknown() && it.isFlapping())
                && situation
                        .known(TierInForce.class)
                        .filter(TierInForce::isTrue)
                        .allMatch(TierInForce::verified);
    }

    private TierProposal proposal(
            DegradationTier tier,
            Optional<DegradationTier> inForce,
            Optional<Instant> milderSince,
            Optional<Instant> heldUntil,
            List<Spoken> spoken) {
        var row = degradation.tiers().stream().filter(it -> it.tier() == tier).findFirst();
        return new TierProposal(
                true,
                Optional.of(tier),
                inForce,
                row.map(TierRow::switchedOff).orElse(List.of()),
                row.map(TierRow::article),
                milderSince,
                heldUntil,
                spoken.stream().map(Spoken::rule).distinct().toList());
    }
}
