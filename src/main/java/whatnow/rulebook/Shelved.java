package whatnow.rulebook;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import whatnow.time.Now;

/**
 * What stands on the shelf: the books in force, and what is wrong with those that should be.
 *
 * <p>Both are replaced as a whole, so that whoever reads while a book changes sees one moment.
 */
final class Shelved {

    private final Now now;
    private volatile SortedMap<String, InForce> inForce = Collections.emptySortedMap();
    private volatile SortedMap<String, List<String>> complaints = Collections.emptySortedMap();

    record InForce(RuleBook book, Instant since) {}

    Shelved(Now now) {
        this.now = now;
    }

    Optional<InForce> find(String name) {
        return Optional.ofNullable(inForce.get(name));
    }

    SortedMap<String, RuleBook> books() {
        var books = new TreeMap<String, RuleBook>();
        inForce.forEach((name, it) -> books.put(name, it.book()));
        return books;
    }

    synchronized void putInForce(String name, RuleBook book) {
        var next = new TreeMap<>(inForce);
        next.put(name, new InForce(book, now.instant()));
        inForce = Collections.unmodifiableSortedMap(next);
    }

    List<String> complaints() {
        return complaints.values().stream().flatMap(List::stream).toList();
    }

    List<String> complaints(String name) {
        return complaints.getOrDefault(name, List.of());
    }

    /** What is wrong now with a book of the folder; what was wrong with it before is forgotten. */
    synchronized void complain(String name, List<String> problems) {
        var next = new TreeMap<>(complaints);
        next.put(name, inFolder(name, problems));
        complaints = Collections.unmodifiableSortedMap(next);
    }

    boolean isNews(String name, List<String> problems) {
        return !inFolder(name, problems).equals(complaints.get(name));
    }

    private static List<String> inFolder(String name, List<String> problems) {
        return problems.stream().map(it -> name + "/" + it).toList();
    }
}
