package whatnow.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import whatnow.incident.Fact;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Symptom;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.time.Now;

/** What would be decided if somebody's words were known to be so. Nothing is written down. */
@Component
public class Supposing {

    /** Instead of the number of a decision that was made. */
    public static final String SUPPOSED = "supposed";

    private static final UUID NOBODYS = new UUID(0, 0);

    private final InputsReader inputs;
    private final Plans plans;
    private final Supplier<RuleBooks> books;
    private final Now now;

    Supposing(InputsReader inputs, Plans plans, Supplier<RuleBooks> books, Now now) {
        this.inputs = inputs;
        this.plans = plans;
        this.books = books;
        this.now = now;
    }

    /**
     * @param incident as it is, or one that nobody has opened: then its number is blank
     * @param decision numbered {@link #SUPPOSED}; its inputs have what was supposed
     */
    public record Supposed(Incident incident, Decision decision) {}

    /** @param symptoms that the facts would show */
    public Supposed about(Incident incident, List<Fact> facts, List<Symptom> symptoms) {
        var at = now.instant();
        var plan = plan(incident.plan());
        var inForce = books.get();
        return decided(incident, inForce, plan, with(inputs.read(incident, plan, inForce, at), facts, symptoms));
    }

    /** As if the facts opened an incident of the plan now. */
    public Supposed inPlan(PlanId id, List<Fact> facts, List<Symptom> symptoms) {
        var at = now.instant();
        var plan = plan(id);
        var inForce = books.get();
        var imagined = new Incident(
                new IncidentId(NOBODYS),
                "",
                plan.id(),
                at,
                IncidentStatus.TRIAGE,
                Optional.empty(),
                Optional.empty(),
                false);
        var around = inputs.readAround(imagined, symptoms, plan, inForce, at);
        return decided(imagined, inForce, plan, with(around, facts, List.of()));
    }

    /** As if these symptoms opened an incident of the plan now, whatever else is going on. */
    public Outcome showing(PlanId id, List<Symptom> symptoms) {
        var supposed = inPlan(id, List.of(), List.of()).decision().inputs();
        return Decider.decide(books.get(), plan(id), supposed.with(symptoms, supposed.facts()));
    }

    private static Supposed decided(Incident incident, RuleBooks books, RecoveryPlan plan, Inputs inputs) {
        var outcome = Decider.decide(books, plan, inputs);
        return new Supposed(
                incident, new Decision(NOBODYS, SUPPOSED, incident.id(), inputs.now(), inputs, outcome, ""));
    }

    private RecoveryPlan plan(PlanId id) {
        return plans.find(id).or(() -> plans.find(PlanId.GENERAL)).orElseThrow();
    }

    /** What is supposed replaces what is known under the same key. */
    private static Inputs with(Inputs known, List<Fact> facts, List<Symptom> symptoms) {
        var allFacts = new LinkedHashMap<String, Fact>();
        known.facts().forEach(it -> allFacts.put(it.key(), it));
        facts.forEach(it -> allFacts.put(it.key(), it));
        var allSymptoms = new LinkedHashMap<String, Symptom>();
        known.symptoms().forEach(it -> allSymptoms.put(it.key(), it));
        symptoms.forEach(it -> allSymptoms.merge(it.key(), it, Supposing::goingOn));
        return new Inputs(
                known.plan(),
                known.planText(),
                known.books(),
                known.engine(),
                known.incident(),
                known.openedAt(),
                known.drill(),
                List.copyOf(allSymptoms.values()),
                known.elsewhere(),
                List.copyOf(allFacts.values()),
                known.held(),
                known.now());
    }

    /** What goes on began when it is known to have begun. A person ends only what nobody else sees. */
    private static Symptom goingOn(Symptom known, Symptom supposed) {
        if (!supposed.isOpen() && known.isFiring() && !supposed.sources().containsAll(known.sources())) {
            return known;
        }
        var began = known.since().isBefore(supposed.since()) ? known.since() : supposed.since();
        return new Symptom(
                supposed.service(),
                supposed.kind(),
                supposed.region(),
                supposed.zone(),
                supposed.state(),
                began,
                supposed.lastSeen(),
                supposed.value(),
                known.count(),
                known.flapping(),
                supposed.sources(),
                known.alerts());
    }
}
