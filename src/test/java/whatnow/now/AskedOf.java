package whatnow.now;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import whatnow.decision.Decision;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.IncidentStatus;
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
        var id = new IncidentId(new UUID(0, 1));
        var incident = new Incident(
                id,
                inputs.incident(),
                plan.id(),
                inputs.openedAt(),
                IncidentStatus.values()[0],
                Optional.empty(),
                Optional.empty(),
                inputs.drill());
        var decision = new Decision(new UUID(0, 1), "DEC-0000-0001", id, inputs.now(), inputs, outcome, "");
        var picture = new Picture(incident, decision, plan, suspects, inputs.facts(), plans, inputs.now());
        return new Asking(picture).unknowns(outcome.questions(), Map.of());
    }

    private AskedOf() {}
}
