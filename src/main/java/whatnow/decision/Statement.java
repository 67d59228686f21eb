package whatnow.decision;

import java.time.Instant;
import java.util.Optional;
import whatnow.decision.known.Recognised;
import whatnow.plan.Degradation.TierTrigger;
import whatnow.plan.EscalationStep;
import whatnow.plan.Importance;
import whatnow.plan.MessageRow;
import whatnow.plan.SeverityRow;
import whatnow.plan.StrategyKind;

/** What a rule may say. */
sealed interface Statement {

    /** Said for or against one strategy. */
    sealed interface OfStrategy extends Statement {

        StrategyKind kind();
    }

    record SeverityRowFits(SeverityRow row, Optional<String> service, Optional<Importance> importance)
            implements Statement {
        Recognised recognised() {
            return new Recognised(row.condition(), service.orElse(""), importance);
        }

        @Override
        public String toString() {
            return "severity " + row.severity()
                    + row.level().map(it -> " (" + it + ")").orElse("")
                    + service.map(it -> " for " + it).orElse("");
        }
    }

    /** As urgent as the row says, though not as grave. */
    record Pressing(SeverityRow row, String service) implements Statement {
        @Override
        public String toString() {
            return "urgency " + row.urgency() + " for " + service;
        }
    }

    record SeverityCannotBeTold() implements Statement {
        @Override
        public String toString() {
            return "severity UNKNOWN";
        }
    }

    record Proposed(StrategyKind kind) implements OfStrategy {
        @Override
        public String toString() {
            return "strategy " + kind.key();
        }
    }

    record Against(StrategyKind kind) implements OfStrategy {
        @Override
        public String toString() {
            return "against " + kind.key();
        }
    }

    record Veto(StrategyKind kind) implements OfStrategy {
        @Override
        public String toString() {
            return "veto on " + kind.key();
        }
    }

    record Gate(StrategyKind kind, Question question) implements OfStrategy {
        @Override
        public String toString() {
            return "before " + kind.key() + ": " + question.words();
        }
    }

    record Approval(StrategyKind kind, String role, String deputy, String because) implements OfStrategy {
        @Override
        public String toString() {
            return "before " + kind.key() + ": " + role + " decides";
        }
    }

    record Hold(StrategyKind kind) implements OfStrategy {
        @Override
        public String toString() {
            return "hold " + kind.key();
        }
    }

    record Ask(Question question, Optional<String> subject) implements Statement {
        @Override
        public String toString() {
            return "ask: " + question.words()
                    + subject.map(it -> " (" + it + ")").orElse("");
        }
    }

    record TierFits(TierTrigger trigger) implements Statement {
        @Override
        public String toString() {
            return "tier " + trigger.tier();
        }
    }

    record Called(EscalationStep step, Optional<Instant> due, boolean answered) implements Statement {
        @Override
        public String toString() {
            return "call " + step.level() + " " + String.join(", ", step.roles());
        }
    }

    record Owed(MessageRow row, Instant since) implements Statement {
        @Override
        public String toString() {
            return "tell " + row.audience() + " by " + String.join(", ", row.channels());
        }
    }
}
