package whatnow.decision.otherwise;

import static whatnow.testkit.Facts.NOON;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.decision.otherwise.WhyNot.Answer;
import whatnow.decision.otherwise.WhyNot.Budget;
import whatnow.incident.Fact;
import whatnow.incident.Symptom;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.testkit.Facts.AFact;
import whatnow.testkit.Facts.ASymptom;
import whatnow.testkit.ShippedPlans;
import whatnow.testkit.ShippedRules;

/** An incident forty seconds old, with the rules and a plan that ship. */
record ANight(RecoveryPlan plan, Inputs inputs) {

    static final RuleBooks BOOKS = new RuleBooks(
            ShippedRules.book("severity"),
            ShippedRules.book("strategy"),
            ShippedRules.book("degradation"),
            ShippedRules.book("escalation"),
            ShippedRules.book("communication"));

    static ANight under(String name) {
        return of(ShippedPlans.plan(name), List.of(), List.of(), Held.NOTHING);
    }

    static ANight of(RecoveryPlan plan, List<Symptom> symptoms, List<Fact> facts, Held held) {
        return new ANight(
                plan,
                new Inputs(
                        plan.id(),
                        plan.sha256(),
                        BOOKS.hashes(),
                        "drools",
                        "INC-2026-0001",
                        NOON,
                        false,
                        symptoms,
                        List.of(),
                        facts,
                        held,
                        NOON.plusSeconds(40)));
    }

    ANight seeing(ASymptom... these) {
        var shown = Stream.concat(inputs.symptoms().stream(), Stream.of(these).map(ASymptom::build));
        return of(plan, shown.toList(), inputs.facts(), inputs.held());
    }

    ANight knowing(AFact... these) {
        var known = Stream.concat(inputs.facts().stream(), Stream.of(these).map(AFact::build));
        return of(plan, inputs.symptoms(), known.toList(), inputs.held());
    }

    ANight holding(Severity severity) {
        var held = new Held(
                Optional.of(severity),
                Optional.of(NOON),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return of(plan, inputs.symptoms(), inputs.facts(), held);
    }

    ANight havingBegun(StrategyKind strategy) {
        var held = new Held(
                Optional.empty(),
                Optional.empty(),
                Optional.of(strategy),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return of(plan, inputs.symptoms(), inputs.facts(), held);
    }

    Outcome outcome() {
        return Decider.decide(BOOKS, plan, inputs);
    }

    Outcome after(Change change) {
        return Decider.decide(BOOKS, plan, change.appliedTo(inputs));
    }

    Answer whyNot(Goal goal) {
        return WhyNot.of(BOOKS, plan, inputs, goal, Budget.USUAL);
    }

    Answer whyNot(Severity severity) {
        return whyNot(new Goal.HasSeverity(severity));
    }

    Answer whyNot(StrategyKind strategy) {
        return whyNot(new Goal.Chooses(strategy));
    }
}
