package whatnow.decision.otherwise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.decision.known.Words;
import whatnow.plan.RecoveryPlan;

/** Whether time alone brings a goal: people who have not answered, a tier that may step down. All books are asked. */
final class Waiting {

    private static final int MOST_DEADLINES = 8;

    private final RuleBooks books;
    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final Outcome now;
    private final Goal goal;

    Waiting(RuleBooks books, RecoveryPlan plan, Inputs inputs, Outcome now, Goal goal) {
        this.books = books;
        this.plan = plan;
        this.inputs = inputs;
        this.now = now;
        this.goal = goal;
    }

    Optional<String> inTime() {
        return switch (goal) {
            case Goal.Calls _, Goal.ProposesTier _ -> firstDeadline();
            case Goal.HasSeverity _, Goal.Chooses _ -> Optional.empty();
        };
    }

    private Optional<String> firstDeadline() {
        var at = Decider.nextDeadline(now, inputs.now());
        for (var looked = 0; at.isPresent() && looked < MOST_DEADLINES; looked++) {
            var outcome = Decider.decide(books, plan, inputs.at(at.get()));
            if (goal.isMetBy(outcome)) {
                return at.map(this::sentence);
            }
            at = Decider.nextDeadline(outcome, at.get());
        }
        return Optional.empty();
    }

    private String sentence(Instant at) {
        return "If nothing is learnt until then, it is so at %s, in %s."
                .formatted(Words.clock(at), Words.span(Duration.between(inputs.now(), at)));
    }
}
