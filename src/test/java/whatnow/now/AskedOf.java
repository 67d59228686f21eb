package whatnow.now;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.now.NowCard.Unknown;
import whatnow.plan.RecoveryPlan;

/** What the card of a decision asks, without the card. */
public final class AskedOf {

    /** @param plans that an incident without a plan may belong to */
    public static List<Unknown> unknowns(RecoveryPlan plan, Inputs inputs, Outcome outcome, List<String> plans) {
        var suspects = Stream.concat(
                        inputs.shown(plan).stream()
                                .filter(it -> it.isOpen() && it.isOfService())
                                .map(Symptom::service),
                        inputs.facts().stream().flatMap(it -> it.subject().service().stream()))
                .distinct()
                .toList();
        var regions = Stream.concat(
                        inputs.symptoms().stream().flatMap(it -> it.region().stream()),
                        inputs.facts().stream()
                                .filter(it -> it.type() == FactType.REGION_STATUS && it.state() == State.FALSE)
                                .flatMap(it -> it.subject().region().stream()))
                .distinct()
                .sorted()
                .toList();
        return new Asking(inputs.facts(), plan, suspects, regions, outcome.choice(), plans, inputs.now())
                .unknowns(outcome.questions(), Map.of());
    }

    private AskedOf() {}
}
