package whatnow.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.plan.DegradationTier;
import whatnow.plan.PlanId;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;

/**
 * All that a decision depends on. The same inputs give the same outcome, byte for byte.
 *
 * @param planText SHA-256 of the plan's text
 * @param books SHA-256 of each rule book's text, by the book's name
 * @param engine name and version of the rule engine
 * @param elsewhere what other open incidents of the plan show
 */
public record Inputs(
        PlanId plan,
        String planText,
        SortedMap<String, String> books,
        String engine,
        String incident,
        Instant openedAt,
        boolean drill,
        List<Symptom> symptoms,
        List<Symptom> elsewhere,
        List<Fact> facts,
        Held held,
        Instant now) {

    /** Whatever order they came in, symptoms and facts stand in canonical order. */
    public Inputs {
        symptoms = symptoms.stream().sorted(Comparator.comparing(Symptom::key)).toList();
        elsewhere =
                elsewhere.stream().sorted(Comparator.comparing(Symptom::key)).toList();
        facts = facts.stream()
                .sorted(Comparator.comparing(Fact::key)
                        .thenComparing(it -> it.id().toString()))
                .toList();
    }

    /** The symptoms, with what people said of them, by the names that the plan gives to services. */
    public List<Symptom> shown(RecoveryPlan plan) {
        return Told.symptoms(symptoms, facts, plan, now);
    }

    /** The same, had this been learnt instead. A strategy is held no longer where no step of it is done. */
    public Inputs with(List<Symptom> symptoms, List<Fact> facts) {
        var begun = Held.begun(facts);
        return new Inputs(
                plan,
                planText,
                books,
                engine,
                incident,
                openedAt,
                drill,
                symptoms,
                elsewhere,
                facts,
                begun.equals(Held.begun(this.facts)) ? held : held.with(begun),
                now);
    }

    /** The same at another time, though nothing was learnt. */
    public Inputs at(Instant now) {
        return new Inputs(
                plan, planText, books, engine, incident, openedAt, drill, symptoms, elsewhere, facts, held, now);
    }

    /**
     * What was already decided or done.
     *
     * @param strategy held because a step of its article was ticked; empty otherwise
     * @param tier the tier last proposed
     * @param milderSince since when a milder tier would have been enough; empty while it is needed
     */
    public record Held(
            Optional<Severity> severity,
            Optional<Instant> severitySince,
            Optional<StrategyKind> strategy,
            Optional<DegradationTier> tier,
            Optional<Instant> tierSince,
            Optional<Instant> milderSince) {

        public static final Held NOTHING = new Held(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        private Held with(Optional<StrategyKind> strategy) {
            return new Held(severity, severitySince, strategy, tier, tierSince, milderSince);
        }

        /** The strategy of the step that was last ticked. */
        public static Optional<StrategyKind> begun(List<Fact> facts) {
            return facts.stream()
                    .filter(it -> it.type() == FactType.STEP_DONE && it.state() == State.TRUE)
                    .max(Comparator.comparing(Fact::observedAt).thenComparing(Fact::id))
                    .flatMap(it -> Knowing.strategy(it.text("strategy")));
        }
    }
}
