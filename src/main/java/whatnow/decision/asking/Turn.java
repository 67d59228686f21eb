package whatnow.decision.asking;

import java.util.Optional;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.plan.Severity;

/** Whose turn it is among questions that change as much; the first comes first. */
public enum Turn {
    /** Broken code fails over too: it is taken back before anything is left. */
    RECENT_CHANGE,
    /** It stands before a step that cannot be taken back. */
    GATE,
    /** Nothing can be told, so somebody must look with their own eyes. */
    NEEDS_NO_MONITORING,
    /** A command for the wrong machine does harm. */
    WAY_OF_RUNNING,
    RULE,
    RULE_TRIED,
    /** It stands before what would be done instead. */
    GATE_INSTEAD,
    /** Somebody said something of it, too long ago or without knowing. */
    SPOKEN_OF,
    NEVER_SAID,
    /** Nobody asked for it, and somebody who looked could not see. */
    GAP_TRIED;

    static Turn of(Askable asked, Outcome outcome) {
        return asked.isAskedByRules() ? ofARule(asked, outcome) : ofAGap(asked);
    }

    private static Turn ofARule(Askable asked, Outcome outcome) {
        var question = asked.question();
        if (question == Question.WHAT_CHANGED) {
            return RECENT_CHANGE;
        }
        if (isBefore(outcome.choice().chosen(), question)) {
            return GATE;
        }
        if (outcome.assessment().severity() == Severity.UNKNOWN
                && question.lookup().isPresent()) {
            return NEEDS_NO_MONITORING;
        }
        if (question == Question.WHICH_WAY_IS_IT_RUN) {
            return WAY_OF_RUNNING;
        }
        if (isBefore(outcome.choice().runnerUp(), question)) {
            return GATE_INSTEAD;
        }
        return asked.tried() ? RULE_TRIED : RULE;
    }

    private static Turn ofAGap(Askable asked) {
        if (asked.tried()) {
            return GAP_TRIED;
        }
        return asked.spokenOf() ? SPOKEN_OF : NEVER_SAID;
    }

    private static boolean isBefore(Optional<Weighed> strategy, Question question) {
        return strategy.stream()
                .flatMap(it -> it.gates().stream())
                .anyMatch(it -> it.question().filter(question::equals).isPresent());
    }

    /** It is on the card whatever else could be asked. */
    boolean isKept() {
        return compareTo(WAY_OF_RUNNING) <= 0;
    }

    /** It is left out for what is kept. */
    boolean givesWay() {
        return compareTo(GATE_INSTEAD) >= 0;
    }
}
