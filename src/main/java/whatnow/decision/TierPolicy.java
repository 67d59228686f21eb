package whatnow.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Outcome.TierProposal;
import whatnow.decision.Statement.TierFits;
import whatnow.decision.known.TierInForce;
import whatnow.incident.Symptom;
import whatnow.plan.Degradation;
import whatnow.plan.Degradation.TierRow;
import whatnow.plan.DegradationTier;
import whatnow.rulebook.Spoken;

/**
 * Upward all steps at once. Downward one step at a time, only after the milder tier has been enough
 * for long enough, and never while anything flaps or every source is silent.
 */
final class TierPolicy {

    static TierProposal settle(List<Spoken> spoken, Optional<Degradation> degradation, Situation situation, Inputs inputs) {
        var inForce = situation.known(TierInForce.class).filter(TierInForce::isTrue).map(TierInForce::tier).findFirst();
        if (degradation.isEmpty()) {
            return new TierProposal(
                    false, Optional.empty(), inForce, List.of(), Optional.empty(), Optional.empty(), List.of());
        }
        var wanted = spoken.stream()
                .map(it -> ((TierFits) it.statement()).trigger().tier())
                .max(Comparator.naturalOrder())
                .orElse(DegradationTier.NORMAL);
        var held = inForce.or(() -> inputs.held().tier()).orElse(DegradationTier.NORMAL);
        var mayStepDownAt = inputs.held().tierSince().map(it -> it.plus(degradation.get().recoverAfter()));
        var proposed = step(held, wanted, mayStepDownAt, situation, inputs.now());
        var row = row(degradation.get(), proposed);
        return new TierProposal(
                true,
                Optional.of(proposed),
                inForce,
                row.map(TierRow::switchedOff).orElse(List.of()),
                row.map(TierRow::article),
                held.isWorseThan(wanted) && proposed == held ? mayStepDownAt : Optional.empty(),
                spoken.stream().map(Spoken::rule).distinct().toList());
    }

    private static DegradationTier step(
            DegradationTier held,
            DegradationTier wanted,
            Optional<Instant> mayStepDownAt,
            Situation situation,
            Instant now) {
        if (!held.isWorseThan(wanted)) {
            return wanted;
        }
        var flapping = situation.symptoms().stream().anyMatch(Symptom::flapping);
        var early = mayStepDownAt.filter(it -> it.isAfter(now)).isPresent();
        return flapping || early || situation.isSilent() ? held : held.oneStepDown();
    }

    private static Optional<TierRow> row(Degradation degradation, DegradationTier tier) {
        return degradation.tiers().stream().filter(it -> it.tier() == tier).findFirst();
    }

    private TierPolicy() {}
}
