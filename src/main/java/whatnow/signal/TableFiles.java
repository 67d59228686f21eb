package whatnow.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.rulebook.RuleBook;
import whatnow.signal.SymptomTables.Fact;
import whatnow.signal.SymptomTables.KnownName;
import whatnow.signal.SymptomTables.LabelRow;
import whatnow.signal.SymptomTables.Names;
import whatnow.signal.SymptomTables.SignOfLife;
import whatnow.signal.SymptomTables.Watcher;
import whatnow.signal.SymptomTables.Weight;
import whatnow.signal.SymptomTables.Words;

/** The files that the tables of the book {@code symptoms} stand in: how each is read, and what is wrong with one. */
final class TableFiles {

    private static final String WORDS = "words.csv";
    private static final String EXPRESSIONS = "expressions.csv";
    private static final String QUERIES = "queries.csv";

    /** Where words stand, and how much those of each file say by themselves. */
    private static final Map<String, Weight> WEIGHTS = Map.of(
            "certain-words.csv",
            Weight.CERTAIN,
            WORDS,
            Weight.TELLING,
            "general-words.csv",
            Weight.GENERAL,
            "bare-words.csv",
            Weight.BARE,
            QUERIES,
            Weight.CERTAIN,
            EXPRESSIONS,
            Weight.GENERAL);

    private static final String WHOLE = "whole.csv";
    private static final String CLASSES = "classes.csv";

    private static final Pattern FILE = Pattern.compile("(?m)^//// ");

    /**
     * @throws IllegalArgumentException if a row cannot be read, with file, line and what was expected
     */
    static SymptomTables tables(RuleBook book) {
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
        var asked = Set.of(QUERIES, EXPRESSIONS);
        return new SymptomTables(
                rows,
                new WordList(words(files, it -> !asked.contains(it)), classes),
                new WordList(words(files, asked::contains), classes),
                new WordList(whole(files.getOrDefault(WHOLE, "")), classes),
                Parts.of(Parts.rows(files.getOrDefault(Parts.FILE, ""))),
                HowSoon.of(files, classes));
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
        return Stream.concat(WEIGHTS.keySet().stream().sorted(), Stream.of(WHOLE))
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

    private static List<?> read(String file, String text) {
        return switch (file) {
            case "names.csv" -> TableRow.all(file, text, 2, it -> new KnownName(it.cell(0), it.kind(1)));
            case "signs-of-life.csv" -> TableRow.all(file, text, 1, it -> new SignOfLife(it.cell(0)));
            case WHOLE -> whole(text);
            case Parts.FILE -> Parts.rows(text);
            case HowSoon.USUAL -> HowSoon.usual(text);
            case HowSoon.WORDS -> HowSoon.pressing(text);
            case HowSoon.SEVERITIES -> HowSoon.severities(text);
            case CLASSES -> List.copyOf(classes(text).entrySet());
            case "watchers.csv" -> TableRow.all(file, text, 1, it -> new Watcher(it.words(0)));
            case "service-labels.csv", "place-labels.csv", "metric-labels.csv" ->
                TableRow.all(file, text, 2, it -> new LabelRow(it.line(), it.cell(0), it.one(1, Names.values())));
            default -> WEIGHTS.containsKey(file) ? words(file, text) : List.of();
        };
    }

    private static List<Words> words(SortedMap<String, String> files, Predicate<String> which) {
        return files.entrySet().stream()
                .filter(it -> WEIGHTS.containsKey(it.getKey()) && which.test(it.getKey()))
                .flatMap(it -> words(it.getKey(), it.getValue()).stream())
                .toList();
    }

    private static List<Words> words(String file, String text) {
        var weight = WEIGHTS.getOrDefault(file, Weight.TELLING);
        return TableRow.all(
                file, text, 3, it -> new Words(it.line(), it.words(0), it.kind(1), it.perhapsKind(2), weight));
    }

    private static List<Words> whole(String text) {
        return TableRow.all(WHOLE, text, 1, it -> Words.plain(it.line(), it.words(0)));
    }

    private static Map<String, List<String>> classes(String text) {
        return TableRow.all(CLASSES, text, 2, it -> Map.entry(it.cell(0), it.words(1))).stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
    }

    private TableFiles() {}
}
