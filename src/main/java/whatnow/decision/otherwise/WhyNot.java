package whatnow.decision.otherwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whatnow.decision.Inputs;
import whatnow.decision.RuleBooks;
import whatnow.plan.RecoveryPlan;

/**
 * Why something was not decided: the smallest changes of facts that would give it, nearest first.
 *
 * <p>Every single change of what a person could learn is tried, then pairs of them. Nobody's word that overrules the rules
 * is among them, for it would give everything, and no action is.
 */
public final class WhyNot {

    static final int MOST_CHANGES = 5;

    /**
     * How much may be spent, in decisions and not in time, so that the same question has the same answer on every machine.
     */
    public record Budget(int decisions) {

        /** Under a second. */
        public static final Budget USUAL = new Budget(1_000);

        /** Every single change is tried all the same, of a usual plan. */
        public Budget sharedBy(int goals) {
            return new Budget(Math.max(LEAST, decisions / goals));
        }

        private static final int LEAST = 300;
    }

    /**
     * @param already it is decided so
     * @param rulesAgree the rules say so now; only a person's word or what is held stands against it
     * @param changes at most five, nearest first; each gives the goal and no part of it does
     * @param personSettles why no fact gives the goal and only a person does; then the changes are those after which the
     *     rules would say so. Empty where facts do
     * @param against what stands against it now, a sentence each
     * @param inTime when it is decided so if nothing else is learnt; empty where it is not
     * @param decisions how many were made to find that out
     * @param complete every single change was tried, and every pair that there was reason to try
     */
    public record Answer(
            Goal goal,
            boolean already,
            boolean rulesAgree,
            List<Change> changes,
            Optional<String> personSettles,
            List<String> against,
            Optional<String> inTime,
            int decisions,
            boolean complete) {

        /** For people, a sentence each. */
        public List<String> sentences() {
            if (already) {
                return List.of("%s: it is so already.".formatted(goal.words()));
            }
            var sentences = new ArrayList<String>();
            sentences.add("Why not %s?".formatted(goal.words()));
            sentences.addAll(against);
            personSettles.ifPresent(sentences::add);
            inTime.ifPresent(sentences::add);
            if (changes.isEmpty() && !rulesAgree) {
                sentences.add("No fact that could be learnt would give it, and no two of those that were tried.");
            }
            var would = personSettles.isPresent() ? "The rules would say so, " : "It would be, ";
            changes.forEach(it -> sentences.add(would + it.sentence() + "."));
            return List.copyOf(sentences);
        }
    }

    /** @param inputs whose hashes name exactly these books and this plan */
    public static Answer of(RuleBooks books, RecoveryPlan plan, Inputs inputs, Goal goal, Budget budget) {
        return new Search(books, plan, inputs, goal, budget).answer();
    }

    private WhyNot() {}
}
