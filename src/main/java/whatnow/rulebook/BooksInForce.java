package whatnow.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule books as they stand now: what is in force, and what is wrong with a newer text that was not taken. */
public interface BooksInForce {

    /** In the order in which they are consulted. */
    List<Standing> all();

    /**
     * @param book in force; empty if none ever loaded
     * @param examples by the rule's name
     * @param problems of the newest text, each with file and line; empty when that is the one in force
     */
    record Standing(String name, Optional<RuleBook> book, Map<String, Examples> examples, List<String> problems) {

        /** What everybody who relies on the book must know; empty while its newest text is in force. */
        public Optional<String> trouble() {
            if (problems.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of((book.isPresent()
                            ? "The newest text of the rule book (%s) was not taken; the last good one decides."
                            : "The rule book (%s) did not load: it says nothing.")
                    .formatted(name));
        }

        public Examples examplesOf(Rule rule) {
            return examples.getOrDefault(rule.name(), Examples.NONE);
        }
    }

    /** How many examples show the rule speaking, and how many show it staying quiet. */
    record Examples(int fires, int quiet) {

        static final Examples NONE = new Examples(0, 0);
    }
}
