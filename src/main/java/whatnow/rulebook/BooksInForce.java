package whatnow.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule books as they stand now: what is in force, and what is wrong with a newer text that was not taken. */
public interface BooksInForce {

    /** In the order in which they are consulted. */
    List<Standing> all();

    /** What everybody who relies on the books must know, a sentence each; empty while every newest text is in force. */
    List<String> troubles();

    /**
     * @param book in force; empty if none ever loaded
     * @param examples by the rule's name
     * @param problems of the newest text, each with file and line; empty when that is the one in force
     */
    record Standing(String name, Optional<RuleBook> book, Map<String, Examples> examples, List<String> problems) {

        public Examples examplesOf(Rule rule) {
            return examples.getOrDefault(rule.name(), Examples.NONE);
        }
    }

    /** How many examples show the rule speaking, and how many show it staying quiet. */
    record Examples(int fires, int quiet) {

        static final Examples NONE = new Examples(0, 0);
    }
}
