package whatnow.decision.asking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Outcome;
import whatnow.decision.Question;
import whatnow.decision.RuleBooks;
import whatnow.decision.asking.SampleAnswers.Sample;
import whatnow.plan.RecoveryPlan;

/**
 * Decides again with each possible answer to a question: those that no answer makes a difference to are not worth asking.
 *
 * <p>Nothing is read but the arguments, so the same arguments give the same questions. What is held is what the next
 * decision would find held: an answer that only lowers a major severity changes nothing, because a person lowers it.
 */
public final class WorthAsking {

    /** So many are looked into; those that rules asked come first. */
    public static final int CANDIDATES = 20;

    private final RuleBooks books;
    private final RecoveryPlan plan;
    private final List<RecoveryPlan> plans;
    private final Inputs inputs;
    private final Outcome outcome;
    private final Held held;
    private final Outcome before;

    private WorthAsking(RuleBooks books, RecoveryPlan plan, List<RecoveryPlan> plans, Inputs inputs, Outcome outcome) {
        this.books = books;
        this.plan = plan;
        this.plans = plans;
        this.inputs = inputs;
        this.outcome = outcome;
        this.held =
                Held.after(inputs.held(), outcome, inputs.now(), inputs.held().strategy());
        this.before = Decider.decide(books, plan, inputs.supposing(plan, inputs.facts(), held));
    }

    /**
     * Those worth asking, best first. The search ends with three that change the strategy: none is better than those.
     *
     * @param outcome of the inputs, by whatever books and plan it was decided
     * @param plans that an incident without a plan may belong to
     */
    public static List<Worthwhile> among(
            List<Askable> candidates,
            RuleBooks books,
            RecoveryPlan plan,
            List<RecoveryPlan> plans,
            Inputs inputs,
            Outcome outcome) {
        return new WorthAsking(books, plan, plans, inputs, outcome).among(candidates);
    }

    private List<Worthwhile> among(List<Askable> candidates) {
        var worth = new ArrayList<Worthwhile>();
        for (var each : inTurn(candidates)) {
            if (each.isAskedByRules() || changingTheStrategy(worth) < Worthwhile.ASKED) {
                worthwhile(each).ifPresent(worth::add);
            }
        }
        return worth.stream()
                .sorted(Comparator.comparing(it -> it.changes().orElse(Effect.INSTEAD)))
                .toList();
    }

    private List<Askable> inTurn(List<Askable> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(it -> !it.isAskedByRules()))
                .limit(CANDIDATES)
                .sorted(Comparator.comparing(it -> Turn.of(it, outcome)))
                .toList();
    }

    private static long changingTheStrategy(List<Worthwhile> worth) {
        return worth.stream()
                .filter(it -> it.changes().equals(Optional.of(Effect.STRATEGY)))
                .count();
    }

    private Optional<Worthwhile> worthwhile(Askable asked) {
        var tried = new SampleAnswers(plan, inputs, outcome)
                .of(asked).stream()
                        .map(it -> new Tried(it, new Difference(before, decided(asked, it))))
                        .toList();
        return Stream.concat(
                        least(asked.question()).stream(),
                        tried.stream().flatMap(it -> it.difference().greatest().stream()))
                .min(Comparator.naturalOrder())
                .filter(it -> asked.isAskedByRules() || it != Effect.INSTEAD)
                .map(it -> new Worthwhile(asked, Optional.of(it), Tried.inWords(tried), Turn.of(asked, outcome)));
    }

    /** What rules do not see: whose commands are shown, and who answers for the service. */
    private static Optional<Effect> least(Question question) {
        return switch (question) {
            case WHICH_WAY_IS_IT_RUN -> Optional.of(Effect.STEPS);
            case WHICH_PLAN -> Optional.of(Effect.OTHER);
            default -> Optional.empty();
        };
    }

    private Outcome decided(Askable asked, Sample sample) {
        var known = new Learnt(inputs, outcome).known(asked, sample);
        var under = asked.question() == Question.WHICH_PLAN
                ? planNamed(sample.answer().answer())
                : plan;
        return Decider.decide(books, under, inputs.supposing(under, known, held));
    }

    private RecoveryPlan planNamed(String name) {
        return plans.stream()
                .filter(it -> it.id().name().equals(name))
                .findFirst()
                .orElse(plan);
    }
}
