package whatnow.decision.known;

import whatnow.decision.Question;

/** A person answered a question with yes or no. */
public record Answered(Question question, Belief belief) implements Known {

    @Override
    public String inWords() {
        return "%s %s".formatted(question.words(), isTrue() ? "yes" : isFalse() ? "no" : "nobody can see");
    }
}
