package whatnow.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.rulebook.RuleBook;

/**
 * The tables of the book {@code symptoms}: the words that alerts use, row by row. The rules say what follows from a row.
 *
 * <p>They come from the text of the book itself, so that rules and tables are always of one edition.
 */
public final class SymptomTables {

    /** A row as a fact for rules. */
    public sealed interface Fact {

        /**
         * Whether some rule could match it with the alert. A row that could not is kept from the rules, which would weigh
         * hundreds for each alert of a storm.
         */
        boolean mayConcern(Alert alert);
    }

    /** An alert that is known by its whole name. */
    public record KnownName(String name, SymptomKind kind) implements Fact {

        public boolean isOf(Alert alert) {
            return name.equals(alert.name());
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return isOf(alert);
        }
    }

    /** An alert that only proves that its sender lives. */
    public record SignOfLife(String name) implements Fact {

        public boolean isOf(Alert alert) {
            return name.equals(alert.name());
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return isOf(alert);
        }
    }

    /**
     * Words that say together what is wrong. A word that ends in {@code *} stands for all that begin so, {@code not_ready} for
     * two that follow one another, {@code a|b} for either, and {@code <down>} for those of a class.
     *
     * @param line where the row stands: of several that fit the uppermost counts
     * @param ofOne the kind if the alert is about a single instance; empty if that makes no difference
     * @param bare whether they only name what is watched, so that they count when nothing else says more
     */
    public record Words(int line, List<String> words, SymptomKind kind, Optional<SymptomKind> ofOne, boolean bare) {

        /** Words to be found, whatever they mean. */
        static Words plain(int line, List<String> words) {
            return new Words(line, words, SymptomKind.OTHER, Optional.empty(), false);
        }
    }

    /** A row whose words stand in a part of the alert, with the words as they stand there. */
    public record Found(Field field, Words row, List<String> said) implements Fact {

        public boolean isBare() {
            return row.bare();
        }

        public boolean isInName() {
            return field == Field.NAME;
        }

        public boolean isInSummary() {
            return field == Field.SUMMARY;
        }

        public boolean isInDescription() {
            return field == Field.DESCRIPTION;
        }

        public boolean isInExpression() {
            return field == Field.EXPRESSION;
        }

        public boolean isInMetric() {
            return field == Field.METRIC;
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** Words that say that not one of several is meant but all of it, as they stand in a part of the alert. */
    public record Whole(Field field, List<String> said) implements Fact {

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** How soon something of a kind usually hurts. */
    public record Usual(SymptomKind kind, Urgency urgency) {}

    /** A word by which senders say how grave an alert is, as a label has it. */
    public record SenderSays(String word, Urgency urgency) {

        /** Whether a label of the alert has the word. */
        public boolean isOn(Alert alert) {
            return HowSoon.SEVERITY_LABELS.stream()
                    .anyMatch(it -> alert.label(it).equalsIgnoreCase(word));
        }
    }

    /** Words of the alert that say how soon it hurts, as they stand there. */
    public record WordsPress(Field field, Urgency urgency, List<String> said) {}

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
        public boolean mayConcern(Alert alert) {
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

        /** Whether it is the watcher that the expression asks about. */
        public boolean isNamedBy(Named named) {
            return allIn(words, Alert.words(named.service()));
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** A well-known part that a part of the alert speaks of. */
    public record Subject(Field field, int line, String service) implements Fact {

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** A service that a part of the alert names. */
    public record Named(Field field, String service) implements Fact {

        public boolean isInText() {
            return field != Field.EXPRESSION;
        }

        public boolean isInExpression() {
            return field == Field.EXPRESSION;
        }

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    /** A part of the alert gives the address of one machine. */
    public record Addressed(Field field) implements Fact {

        @Override
        public boolean mayConcern(Alert alert) {
            return true;
        }
    }

    private static final String WORDS = "words.csv";
    private static final String BARE_WORDS = "bare-words.csv";
    private static final String EXPRESSIONS = "expressions.csv";
    private static final String WHOLE = "whole.csv";
    private static final String CLASSES = "classes.csv";

    private static final int MOST_KNOWN = 4_096;

    private static final List<Field> TEXTS = List.of(Field.SUMMARY, Field.DESCRIPTION, Field.EXPRESSION);

    private static final Pattern FILE = Pattern.compile("(?m)^//// ");

    private final List<Fact> rows;
    private final WordList spoken;
    private final WordList measured;
    private final WordList whole;
    private final Parts parts;
    private final HowSoon howSoon;
    private final Map<Part, List<Fact>> known = new ConcurrentHashMap<>();

    private record Part(Field field, String text) {}

    SymptomTables(List<Fact> rows, WordList spoken, WordList measured, WordList whole) {
        this(rows, spoken, measured, whole, Parts.NONE, HowSoon.NOTHING);
    }

    private SymptomTables(
            List<Fact> rows, WordList spoken, WordList measured, WordList whole, Parts parts, HowSoon howSoon) {
        this.rows = List.copyOf(rows);
        this.spoken = spoken;
        this.measured = measured;
        this.whole = whole;
        this.parts = parts;
        this.howSoon = howSoon;
    }

    List<Fact> rows() {
        return rows;
    }

    /**
     * @throws IllegalArgumentException if a row cannot be read, with file, line and what was expected
     */
    static SymptomTables of(RuleBook book) {
        var files = new TreeMap<String, String>();
        FILE.splitAsStream(book.text()).filter(it -> !it.isEmpty()).forEach(it -> {
            var end = it.indexOf('\n');
            files.put(it.substring(0, end), it.substring(end + 1));
        });
        var rows = files.entrySet().stream()
                .flatMap(it -> read(it.getKey(), it.getValue()).stream())
                .filter(Fact.class::isInstance)
                .map(Fact.class::cast)
                .toList();
        var classes = classes(files.getOrDefault(CLASSES, ""));
        var spoken = Stream.of(WORDS, BARE_WORDS)
                .flatMap(it -> words(it, files.getOrDefault(it, "")).stream())
                .toList();
        return new SymptomTables(
                rows,
                new WordList(spoken, classes),
                new WordList(words(EXPRESSIONS, files.getOrDefault(EXPRESSIONS, "")), classes),
                new WordList(whole(files.getOrDefault(WHOLE, "")), classes),
                Parts.of(Parts.rows(files.getOrDefault(Parts.FILE, ""))),
                HowSoon.of(files, classes));
    }

    Optional<Urgency> senders(Alert alert) {
        return howSoon.senders(alert);
    }

    /** What says how soon an alert hurts that was read to be of the kind. */
    List<Object> howSoon(Alert alert, SymptomKind kind) {
        return howSoon.facts(alert, kind);
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
        if (problems.isEmpty()) {
            unknownClasses(files).forEach(problems::add);
        }
        return problems;
    }

    private static List<String> unknownClasses(SortedMap<String, String> files) {
        var classes = classes(files.getOrDefault(CLASSES, ""));
        return Stream.of(WORDS, BARE_WORDS, EXPRESSIONS, WHOLE)
                .flatMap(file -> (file.equals(WHOLE)
                                ? whole(files.getOrDefault(file, ""))
                                : words(file, files.getOrDefault(file, "")))
                        .stream()
                                .flatMap(row -> row.words().stream()
                                        .flatMap(it -> Stream.of(it.split("\\|")))
                                        .filter(it -> it.startsWith("<")
                                                && !classes.containsKey(it.substring(1, it.length() - 1)))
                                        .map(it -> "%s:%d: found (%s); expected one of %s."
                                                .formatted(file, row.line(), it, new TreeSet<>(classes.keySet())))))
                .toList();
    }

    /** The rows that could matter to an alert, and the words that were found in it. */
    List<Fact> concerning(Alert alert) {
        var facts = new ArrayList<Fact>();
        for (var row : rows) {
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
        for (var row : rows) {
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
        var list = field == Field.EXPRESSION ? measured : spoken;
        var named = parts.in(field, words);
        var all = TEXTS.contains(field) ? whole.in(field, words).stream().limit(1) : Stream.<Found>empty();
        return Stream.of(
                        uppermost(list.in(field, words)).stream(),
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
        return Stream.of(true, false)
                .flatMap(
                        bare -> found.stream()
                                .filter(it -> it.isBare() == bare)
                                .min(Comparator.comparing(it -> it.row().line()))
                                .stream())
                .toList();
    }

    private static List<?> read(String file, String text) {
        return switch (file) {
            case "names.csv" -> TableRow.all(file, text, 2, it -> new KnownName(it.cell(0), it.kind(1)));
            case "signs-of-life.csv" -> TableRow.all(file, text, 1, it -> new SignOfLife(it.cell(0)));
            case WORDS, BARE_WORDS, EXPRESSIONS -> words(file, text);
            case WHOLE -> whole(text);
            case Parts.FILE -> Parts.rows(text);
            case HowSoon.USUAL -> HowSoon.usual(text);
            case HowSoon.WORDS -> HowSoon.pressing(text);
            case HowSoon.SEVERITIES -> HowSoon.severities(text);
            case CLASSES -> List.copyOf(classes(text).entrySet());
            case "watchers.csv" -> TableRow.all(file, text, 1, it -> new Watcher(it.words(0)));
            case "service-labels.csv", "place-labels.csv", "metric-labels.csv" ->
                TableRow.all(file, text, 2, it -> new LabelRow(it.line(), it.cell(0), it.one(1, Names.values())));
            default -> List.of();
        };
    }

    private static List<Words> words(String file, String text) {
        var bare = file.equals(BARE_WORDS);
        return TableRow.all(
                file, text, 3, it -> new Words(it.line(), it.words(0), it.kind(1), it.perhapsKind(2), bare));
    }

    private static List<Words> whole(String text) {
        return TableRow.all(WHOLE, text, 1, it -> Words.plain(it.line(), it.words(0)));
    }

    /** With one well-known part, as an example writes it. */
    static SymptomTables ofSubject(List<String> words, String service) {
        return new SymptomTables(
                List.of(),
                WordList.EMPTY,
                WordList.EMPTY,
                WordList.EMPTY,
                Parts.of(List.of(new Parts.Row(Words.plain(0, words), service))),
                HowSoon.NOTHING);
    }

    private static Map<String, List<String>> classes(String text) {
        return TableRow.all(CLASSES, text, 2, it -> Map.entry(it.cell(0), it.words(1))).stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
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
        return wanted.endsWith("*")
                ? said.stream().anyMatch(it -> it.startsWith(wanted.substring(0, wanted.length() - 1)))
                : said.contains(wanted);
    }
}
