package whatnow.decision.asking;

import java.util.List;
import whatnow.decision.Question;

/**
 * A question that somebody could answer.
 *
 * @param answers names to choose from; none where something is typed
 * @param because the rules that want to know; none where only the gap in what is known asks
 * @param spokenOf somebody has said something of it, which is unknown or too old by now
 * @param tried somebody looked and could not see
 */
public record Askable(AnswerKey key, List<String> answers, List<String> because, boolean spokenOf, boolean tried) {

    public static final String CANNOT_SEE = "can't see";

    public Question question() {
        return key.question();
    }

    public boolean isAskedByRules() {
        return !because.isEmpty();
    }

    /** The answers that say something. */
    public List<String> names() {
        return answers.stream().filter(it -> !it.equals(CANNOT_SEE)).toList();
    }
}
