package whatnow.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import whatnow.signal.SymptomTables.Fact;
import whatnow.signal.SymptomTables.Found;
import whatnow.signal.SymptomTables.LabelRow;
import whatnow.signal.SymptomTables.Names;
import whatnow.signal.SymptomTables.Weight;
import whatnow.signal.SymptomTables.Whole;

/** What rules are given to read an alert by: what tables say of each of its parts. */
final class AlertFacts {

    private static final int MOST_KNOWN = 4_096;

    private static final List<Field> TEXTS = List.of(Field.SUMMARY, Field.DESCRIPTION, Field.EXPRESSION);

    private final SymptomTables tables;
    private final Map<Part, List<Fact>> known = new ConcurrentHashMap<>();

    private record Part(Field field, String text) {}

    AlertFacts(SymptomTables tables) {
        this.tables = tables;
    }

    /** The rows that could matter to an alert, and the words that were found in it. */
    List<Fact> concerning(Alert alert) {
        var facts = new ArrayList<Fact>();
        for (var row : tables.rows()) {
            if (row.mayConcern(alert)) {
                facts.add(row);
            }
        }
        facts.addAll(found(alert));
        return facts;
    }

    /** What the words of the tables say of each part of an alert. */
    List<Fact> found(Alert alert) {
        var found = new ArrayList<Fact>();
        for (var field : Field.values()) {
            found.addAll(found(new Part(field, alert.text(field))));
        }
        for (var row : tables.rows()) {
            if (row instanceof LabelRow it && it.names() == Names.METRIC && it.isOn(alert)) {
                found.addAll(found(new Part(Field.METRIC, alert.label(it.label()))));
            }
        }
        return found;
    }

    /** A storm repeats names and expressions a thousand times. */
    private List<Fact> found(Part part) {
        if (part.text().isBlank()) {
            return List.of();
        }
        var before = known.get(part);
        if (before != null) {
            return before;
        }
        var now = foundNow(part);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(part, now);
        return now;
    }

    private List<Fact> foundNow(Part part) {
        var field = part.field();
        var words = Tokens.of(field, part.text());
        var named = tables.parts().in(field, words);
        var all =
                TEXTS.contains(field) ? tables.whole().in(field, words).stream().limit(1) : Stream.<Found>empty();
        return Stream.of(
                        uppermost(tables.words(field).in(field, words)).stream(),
                        all.map(it -> new Whole(it.field(), it.said())),
                        named.stream(),
                        Subjects.in(field, part.text()).stream())
                .flatMap(it -> it)
                .map(Fact.class::cast)
                .toList();
    }

    private static List<Found> uppermost(List<Found> found) {
        if (found.size() < 2) {
            return found;
        }
        return Stream.of(Weight.values())
                .flatMap(weight -> found.stream()
                        .filter(it -> it.row().weight() == weight)
                        .min(Comparator.comparing(it -> it.row().line()))
                        .stream())
                .toList();
    }
}
