package whatnow.decision.otherwise;

import java.util.List;
import java.util.Set;
import whatnow.decision.Outcome;
import whatnow.plan.DegradationTier;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;

/** What somebody would have expected to be decided. */
public sealed interface Goal {

    boolean isMetBy(Outcome outcome);

    /** Names of the rule books on which it hangs. */
    Set<String> books();

    /** For people: {@code SEV1}, {@code Fail over to another region}, {@code tier SEVERE}, {@code L3 called now}. */
    String words();

    /** That it is so bad. */
    record HasSeverity(Severity severity) implements Goal {

        @Override
        public boolean isMetBy(Outcome outcome) {
            return outcome.assessment().severity() == severity;
        }

        /** Whether the rules would say so, whatever is held or said by a person. */
        boolean isByRules(Outcome outcome) {
            return outcome.assessment().byRules() == severity;
        }

        @Override
        public Set<String> books() {
            return Set.of("severity");
        }

        @Override
        public String words() {
            return severity.name();
        }
    }

    /** That it is recovered in this way. */
    record Chooses(StrategyKind strategy) implements Goal {

        @Override
        public boolean isMetBy(Outcome outcome) {
            return outcome.choice().chosen().filter(it -> it.kind() == strategy).isPresent();
        }

        @Override
        public Set<String> books() {
            return Set.of("severity", "strategy");
        }

        @Override
        public String words() {
            return strategy.words();
        }
    }

    /** That so much is switched off. */
    record ProposesTier(DegradationTier tier) implements Goal {

        @Override
        public boolean isMetBy(Outcome outcome) {
            return outcome.tier().proposed().filter(it -> it == tier).isPresent();
        }

        @Override
        public Set<String> books() {
            return Set.of("severity", "degradation");
        }

        @Override
        public String words() {
            return "tier " + tier;
        }
    }

    /** That people of this level are called now. */
    record Calls(String level) implements Goal {

        @Override
        public boolean isMetBy(Outcome outcome) {
            return outcome.calls().stream()
                    .anyMatch(it -> it.dueNow() && it.level().equals(level));
        }

        @Override
        public Set<String> books() {
            return Set.of("severity", "strategy", "degradation", "escalation");
        }

        @Override
        public String words() {
            return level + " called now";
        }
    }

    /** What words may mean. */
    sealed interface Meant {

        /** Never empty; several where the words fit several. */
        record These(List<Goal> goals) implements Meant {}

        /** With what can be asked instead, in a sentence. */
        record Nothing(String why) implements Meant {}
    }

    /** The words after {@code why not}: {@code SEV1}, {@code failover}, {@code severe}, {@code L3}. */
    static Meant parse(String words, RecoveryPlan plan) {
        return GoalWords.read(words, plan);
    }
}
