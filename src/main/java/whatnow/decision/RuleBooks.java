package whatnow.decision;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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

    java.util.List<RuleBook> all() {
        return java.util.List.of(severity, strategy, degradation, escalation, communication);
    }
}
