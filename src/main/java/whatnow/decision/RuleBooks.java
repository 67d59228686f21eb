package whatnow.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import whatnow.rulebook.RuleBook;

/** The books that decide, in the order in which they are consulted, as they stood at one moment. */
public record RuleBooks(
        RuleBook severity, RuleBook strategy, RuleBook degradation, RuleBook escalation, RuleBook communication) {

    /** Picks the five among the books of a shelf. */
    public static RuleBooks of(Map<String, RuleBook> books) {
        return new RuleBooks(
                book(books, "severity"),
                book(books, "strategy"),
                book(books, "degradation"),
                book(books, "escalation"),
                book(books, "communication"));
    }

    private static RuleBook book(Map<String, RuleBook> books, String name) {
        return Optional.ofNullable(books.get(name))
                .orElseThrow(() -> new IllegalStateException(
                        "There is no rule book (%s) in force. There are %s.".formatted(name, books.keySet())));
    }

    /** SHA-256 of each book's text, by name. */
    public SortedMap<String, String> hashes() {
        var hashes = new TreeMap<String, String>();
        for (var book : all()) {
            hashes.put(book.name(), book.sha256());
        }
        return hashes;
    }

    /**
     * For deciding many times about one thing only: the other books say nothing, which takes a fraction of the time.
     *
     * @param names of the books that are asked
     */
    public RuleBooks only(Set<String> names) {
        UnaryOperator<RuleBook> asked = it -> names.contains(it.name()) ? it : it.silent();
        return new RuleBooks(
                asked.apply(severity),
                asked.apply(strategy),
                asked.apply(degradation),
                asked.apply(escalation),
                asked.apply(communication));
    }

    List<RuleBook> all() {
        return List.of(severity, strategy, degradation, escalation, communication);
    }
}
