package whatnow.decision.otherwise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.decision.supposed.Supposing;
import whatnow.incident.Fact;
import whatnow.plan.RecoveryPlan;

/** Decides again and again, each thing once, and counts. */
final class Trials {

    private final RuleBooks books;
    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final int most;
    private final Map<Set<UUID>, Outcome> made = new HashMap<>();
    private int count;

    Trials(RuleBooks books, RecoveryPlan plan, Inputs inputs, int most) {
        this.books = books;
        this.plan = plan;
        this.inputs = inputs;
        this.most = most;
    }

    Outcome supposing(List<Fact> facts) {
        return made.computeIfAbsent(
                facts.stream().map(Fact::id).collect(Collectors.toSet()), _ -> decide(Supposing.with(inputs, facts)));
    }

    Outcome decide(Inputs inputs) {
        count++;
        return Decider.decide(books, plan, inputs);
    }

    int count() {
        return count;
    }

    boolean areSpent() {
        return count >= most;
    }
}
