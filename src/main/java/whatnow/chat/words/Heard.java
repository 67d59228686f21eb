package whatnow.chat.words;

import java.util.List;
import java.util.SortedMap;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;

/**
 * What a person said, as far as it was understood.
 *
 * @param facts what was said as being so
 * @param guesses what was said as being perhaps so: to be asked about, never to be believed
 * @param left words in which nothing was understood, in their order; for the search
 */
public record Heard(List<Said> facts, List<Said> guesses, List<String> left) {

    /**
     * One fact in somebody's words.
     *
     * @param fields as {@link FactType#shapes()} lists them
     * @param words the part of the sentence that it came from, as it was typed
     */
    public record Said(FactType type, Subject subject, State state, SortedMap<String, Object> fields, String words) {}

    public boolean isNothing() {
        return facts.isEmpty() && guesses.isEmpty();
    }
}
