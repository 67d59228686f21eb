package whatnow.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;
import whatnow.rulebook.RuleBook;

/**
 * The tables of the book {@code symptoms}: the words that alerts use, row by row. The rules say what follows from a row.
 *
 * <p>They come from the text of the book itself, so that rules and tables are always of one edition.
 */
public record SymptomTables(List<Fact> rows) {

    /** A row as a fact for rules. */
    public sealed interface Fact {

        /**
         * Whether some rule could match it with the alert. A row that could not is kept from the rules, which would weigh
         * hundreds for each alert of a storm.
         *
         * @param said the words of the alert and of its metric
         */
        boolean mayConcern(Alert alert, Set<String> said);
    }

    /** An alert that is known by its whole name. */
    public record KnownName(String name, SymptomKind kind) implements Fact {

        public boolean isOf(Alert alert) {
            return name.equals(alert.name());
        }

        @Override
        public boolean mayConcern(Alert alert, Set<String> said) {
            return isOf(alert);
        }
    }

    /** An alert that only proves that its sender lives. */
    public record SignOfLife(String name) implements Fact {

        public boolean isOf(Alert alert) {
            return name.equals(alert.name());
        }

        @Override
        public boolean mayConcern(Alert alert, Set<String> said) {
            return isOf(alert);
        }
    }

    /**
     * Words that say together what is wrong, in any order; one that ends in {@code *} stands for all that begin so.
     *
     * @param line where the row stands: of equally many words the upper row counts
     * @param ofOne the kind if the alert is about a single instance; empty if that makes no difference
     */
    public record Words(int line, List<String> words, SymptomKind kind, Optional<SymptomKind> ofOne) implements Fact {

        public boolean areIn(Alert alert) {
            return areIn(alert.words());
        }

        /** Whether it matters that one instance alone is meant. */
        public boolean isSplit() {
            return ofOne.isPresent();
        }

        /** Whether they are in what the label says. */
        public boolean areInLabel(LabelRow row, Alert alert) {
            return areIn(Alert.words(alert.label(row.label())));
        }

        @Override
        public boolean mayConcern(Alert alert, Set<String> said) {
            return areIn(said);
        }

        private boolean areIn(Set<String> said) {
            return allIn(words, said);
        }
    }

    /** What a label names. */
    public enum Names {
        SERVICE,
        REGION,
        ZONE,
        INSTANCE,
        METRIC
    }

    /**
     * A label that names something.
     *
     * @param line where the row stands: the upper row counts
     */
    public record LabelRow(int line, String label, Names names) implements Fact {

        public boolean isOn(Alert alert) {
            return alert.has(label);
        }

        @Override
        public boolean mayConcern(Alert alert, Set<String> said) {
            return isOn(alert);
        }

        /** Whether it is on the alert and what it says is written as regions and zones are. */
        public boolean namesPlaceOn(Alert alert) {
            return Place.isPlace(alert.label(label));
        }

        /** Whether it names a zone on the alert whose name begins with its region's. */
        public boolean namesRegionOn(Alert alert) {
            return Place.regionOf(alert.label(label)).isPresent();
        }
    }

    /** Words in a service's name that give away a watcher: what it reports is wrong with somebody else. */
    public record Watcher(List<String> words) implements Fact {

        /** Whether it is the watcher that the label names. */
        public boolean isNamedBy(LabelRow row, Alert alert) {
            return allIn(words, Alert.words(alert.label(row.label())));
        }

        @Override
        public boolean mayConcern(Alert alert, Set<String> said) {
            return true;
        }
    }

    private static final Pattern FILE = Pattern.compile("(?m)^//// ");

    public SymptomTables {
        rows = List.copyOf(rows);
    }

    /**
     * @throws IllegalArgumentException if a row cannot be read, with file, line and what was expected
     */
    static SymptomTables of(RuleBook book) {
        var rows = new ArrayList<Fact>();
        FILE.splitAsStream(book.text()).filter(it -> !it.isEmpty()).forEach(it -> {
            var end = it.indexOf('\n');
            rows.addAll(read(it.substring(0, end), it.substring(end + 1)));
        });
        return new SymptomTables(rows);
    }

    /** Why tables cannot be read, the first row of each, with file, line and what was expected. */
    static List<String> problems(SortedMap<String, String> files) {
        var problems = new ArrayList<String>();
        files.forEach((file, text) -> {
            try {
                read(file, text);
            } catch (IllegalArgumentException broken) {
                problems.add(String.valueOf(broken.getMessage()));
            }
        });
        return problems;
    }

    /** The rows that could matter to an alert. */
    List<Fact> concerning(Alert alert) {
        var said = new HashSet<>(alert.words());
        rows.stream()
                .filter(it -> it instanceof LabelRow row && row.names() == Names.METRIC && row.isOn(alert))
                .forEach(it -> said.addAll(Alert.words(alert.label(((LabelRow) it).label()))));
        return rows.stream().filter(it -> it.mayConcern(alert, said)).toList();
    }

    private static List<? extends Fact> read(String file, String text) {
        return switch (file) {
            case "names.csv" -> rows(file, text, 2, it -> new KnownName(it.cell(0), it.kind(1)));
            case "signs-of-life.csv" -> rows(file, text, 1, it -> new SignOfLife(it.cell(0)));
            case "words.csv" ->
                rows(file, text, 3, it -> new Words(it.line(), it.words(0), it.kind(1), it.perhapsKind(2)));
            case "watchers.csv" -> rows(file, text, 1, it -> new Watcher(it.words(0)));
            case "service-labels.csv", "place-labels.csv", "metric-labels.csv" ->
                rows(file, text, 2, it -> new LabelRow(it.line(), it.cell(0), it.one(1, Names.values())));
            default -> List.of();
        };
    }

    private static <T> List<T> rows(String file, String text, int columns, Function<Row, T> read) {
        var lines = text.lines().toList();
        return Stream.iterate(1, it -> it < lines.size(), it -> it + 1)
                .filter(it -> !lines.get(it).isBlank())
                .map(it -> read.apply(Row.of(file, it + 1, lines.get(it), columns)))
                .toList();
    }

    private static boolean allIn(List<String> wanted, Set<String> said) {
        for (var word : wanted) {
            if (!isIn(word, said)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(String wanted, Set<String> said) {
        if (!wanted.endsWith("*")) {
            return said.contains(wanted);
        }
        var beginning = wanted.substring(0, wanted.length() - 1);
        for (var word : said) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** One line of a table, with its place for the message when it is wrong. */
    private record Row(String file, int line, List<String> cells) {

        static Row of(String file, int line, String text, int columns) {
            var cells = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
            var row = new Row(file, line, cells);
            if (cells.size() != columns) {
                throw row.wrong(text, columns + " cells with commas between them");
            }
            return row;
        }

        String cell(int column) {
            var cell = cells.get(column);
            if (cell.isEmpty()) {
                throw wrong(cell, "a text in column " + (column + 1));
            }
            return cell;
        }

        List<String> words(int column) {
            return List.of(cell(column).toLowerCase(Locale.ROOT).split(" +"));
        }

        SymptomKind kind(int column) {
            return one(column, SymptomKind.values());
        }

        Optional<SymptomKind> perhapsKind(int column) {
            return cells.get(column).isEmpty() ? Optional.empty() : Optional.of(kind(column));
        }

        <E extends Enum<E>> E one(int column, E[] of) {
            return Arrays.stream(of)
                    .filter(it -> it.name().equals(cell(column)))
                    .findFirst()
                    .orElseThrow(() -> wrong(cell(column), "one of " + Arrays.toString(of)));
        }

        private IllegalArgumentException wrong(String was, String expected) {
            return new IllegalArgumentException("%s:%d: found (%s); expected %s.".formatted(file, line, was, expected));
        }
    }
}
