package whatnow.decision;

import static whatnow.testkit.Facts.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Outcome.Reason;
import whatnow.incident.Fact;
import whatnow.incident.Symptom;
import whatnow.plan.DegradationTier;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.testkit.Facts.AFact;
import whatnow.testkit.Facts.ASymptom;
import whatnow.testkit.ShippedPlans;
import whatnow.testkit.ShippedRules;

/** A decision on given facts, with the rules and a plan that ship. */
final class Deciding {

    static final RuleBooks BOOKS = new RuleBooks(
            ShippedRules.book("severity"),
            ShippedRules.book("strategy"),
            ShippedRules.book("degradation"),
            ShippedRules.book("escalation"),
            ShippedRules.book("communication"));

    private final RecoveryPlan plan;
    private final List<Symptom> symptoms = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private Held held = Held.NOTHING;
    private Instant now = NOON.plusSeconds(40);

    private Deciding(RecoveryPlan plan) {
        this.plan = plan;
    }

    static Deciding under(String plan) {
        return under(ShippedPlans.plan(plan));
    }

    static Deciding under(RecoveryPlan plan) {
        return new Deciding(plan);
    }

    Deciding seeing(ASymptom... these) {
        for (var each : these) {
            symptoms.add(each.build());
        }
        return this;
    }

    Deciding knowing(AFact... these) {
        for (var each : these) {
            facts.add(each.build());
        }
        return this;
    }

    Deciding at(Instant now) {
        this.now = now;
        return this;
    }

    Deciding holding(Severity severity) {
        held = new Held(
                Optional.of(severity),
                Optional.of(NOON),
                held.strategy(),
                held.tier(),
                held.tierSince(),
                held.milderSince());
        return this;
    }

    /** Held since then, and a milder tier would have been enough since. */
    Deciding holding(DegradationTier tier, Instant since) {
        held = new Held(
                held.severity(),
                held.severitySince(),
                held.strategy(),
                Optional.of(tier),
                Optional.of(since),
                Optional.of(since));
        return this;
    }

    Deciding holding(StrategyKind strategy) {
        held = new Held(
                held.severity(),
                held.severitySince(),
                Optional.of(strategy),
                held.tier(),
                held.tierSince(),
                held.milderSince());
        return this;
    }

    /** As it is kept beside a decision. */
    String planText() {
        return ShippedPlans.text(plan.id().name());
    }

    Inputs inputs() {
        return new Inputs(
                plan.id(),
                plan.sha256(),
                BOOKS.hashes(),
                "drools",
                "INC-2026-0001",
                NOON,
                false,
                List.copyOf(symptoms),
                List.of(),
                List.copyOf(facts),
                held,
                now);
    }

    Outcome outcome() {
        return Decider.decide(BOOKS, plan, inputs());
    }

    /** The sentences of the rules that spoke in a book. */
    static List<String> rules(Outcome outcome, String book) {
        return outcome.reasons().stream()
                .filter(it -> it.book().equals(book))
                .map(Reason::rule)
                .distinct()
                .toList();
    }
}
