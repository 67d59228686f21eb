package whatnow.decision.known;

import java.util.Optional;
import whatnow.decision.Question;

/**
 * A person answered a question.
 *
 * @param service that it was asked about; empty where it concerns the whole incident
 * @param answer in the words that were offered; empty for a plain yes or no
 */
public record Answered(Question question, Optional<String> service, Optional<String> answer, Belief belief)
        implements Known {

    /** An answer that names no service is about all of them. */
    public boolean isAbout(String name) {
        return service.isEmpty() || service.filter(name::equals).isPresent();
    }

    @Override
    public String inWords() {
        return "%s %s"
                .formatted(question.words(), isUnknown() ? "nobody can see" : answer.orElse(isTrue() ? "yes" : "no"));
    }
}
