package whatnow.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.decision.Inputs.Held;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.Reach;
import whatnow.plan.RecoveryPlan;
import whatnow.rulebook.RuleBook;

/** Gathers all that a decision about an incident depends on, as it stands at one moment. */
@Component
class InputsReader {

    private final Incidents incidents;
    private final DecisionLog log;

    InputsReader(Incidents incidents, DecisionLog log) {
        this.incidents = incidents;
        this.log = log;
    }

    Inputs read(Incident incident, RecoveryPlan plan, RuleBooks books, Instant now) {
        var others = others(incident);
        var symptoms = incidents.symptoms(incident.id());
        var facts = new ArrayList<>(forDecisions(incidents.facts(incident.id())));
        facts.addAll(begunInTheSameRegion(symptoms, others, plan));
        return new Inputs(
                plan.id(),
                plan.sha256(),
                books.hashes(),
                RuleBook.engine(),
                incident.number(),
                incident.openedAt(),
                incident.drill(),
                symptoms,
                firing(others.values()),
                facts,
                held(log.latest(incident.id()), facts),
                now);
    }

    /** Of an incident that nobody has opened, with no more than what is known of the things that it would touch. */
    Inputs readAround(Incident imagined, List<Symptom> symptoms, RecoveryPlan plan, RuleBooks books, Instant now) {
        return new Inputs(
                plan.id(),
                plan.sha256(),
                books.hashes(),
                RuleBook.engine(),
                imagined.number(),
                imagined.openedAt(),
                imagined.drill(),
                symptoms,
                firing(others(imagined).values()),
                forDecisions(incidents.factsAround(plan.id(), symptoms)),
                Held.NOTHING,
                now);
    }

    /** What may change what is decided. The rest would only make other inputs of the same decision. */
    private static List<Fact> forDecisions(List<Fact> facts) {
        return facts.stream().filter(it -> it.type().isForDecisions()).toList();
    }

    /** What the plan's other open incidents show. */
    private Map<IncidentId, List<Symptom>> others(Incident incident) {
        return incidents.symptoms(incidents.open().stream()
                .filter(it -> it.plan().equals(incident.plan()) && it.drill() == incident.drill())
                .map(Incident::id)
                .filter(it -> !it.equals(incident.id()))
                .toList());
    }

    private static List<Symptom> firing(Collection<List<Symptom>> symptoms) {
        return symptoms.stream().flatMap(List::stream).filter(Symptom::isFiring).toList();
    }

    /**
     * Steps of a recovery of the whole region that were ticked in another incident there: one region
     * is recovered in one way at a time.
     */
    private List<Fact> begunInTheSameRegion(
            List<Symptom> symptoms, Map<IncidentId, List<Symptom>> others, RecoveryPlan plan) {
        if (plan.strategies().stream().noneMatch(InputsReader::isOfWholeRegion)) {
            return List.of();
        }
        var regions = regions(symptoms);
        return others.entrySet().stream()
                .filter(it -> !Collections.disjoint(regions, regions(it.getValue())))
                .flatMap(it -> incidents.facts(it.getKey()).stream())
                .filter(it -> it.type() == FactType.STEP_DONE && it.state() == State.TRUE)
                .filter(it -> isOfWholeRegion(it, plan))
                .toList();
    }

    private static Set<String> regions(List<Symptom> symptoms) {
        return symptoms.stream().flatMap(it -> it.region().stream()).collect(Collectors.toSet());
    }

    private static boolean isOfWholeRegion(Fact stepDone, RecoveryPlan plan) {
        return Knowing.strategy(stepDone.text("strategy"))
                .flatMap(plan::strategy)
                .filter(InputsReader::isOfWholeRegion)
                .isPresent();
    }

    private static boolean isOfWholeRegion(PlannedStrategy strategy) {
        return strategy.reach().compareTo(Reach.REGION) >= 0;
    }

    private static Held held(Optional<Decision> latest, List<Fact> facts) {
        return latest.map(it -> Held.after(it.inputs().held(), it.outcome(), it.madeAt(), Held.begun(facts)))
                .orElseGet(() -> new Held(
                        Optional.empty(),
                        Optional.empty(),
                        Held.begun(facts),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
