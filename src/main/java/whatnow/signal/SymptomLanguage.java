package whatnow.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.rulebook.RuleLanguage;
import whatnow.signal.SymptomTables.KnownName;
import whatnow.signal.SymptomTables.LabelRow;
import whatnow.signal.SymptomTables.Names;
import whatnow.signal.SymptomTables.SignOfLife;
import whatnow.signal.SymptomTables.Watcher;
import whatnow.signal.SymptomTables.Weight;
import whatnow.signal.SymptomTables.Words;

/** What the book {@code symptoms} may say, and what the facts in its examples mean. */
public final class SymptomLanguage {

    public static final List<String> BOOKS = List.of("symptoms");

    private static final List<String> KINDS = List.of(
            "alert",
            "known-name",
            "label",
            "severity-word",
            "sign-of-life",
            "subject",
            "urgency-words",
            "usual",
            "watcher",
            "whole",
            "words");

    public static RuleLanguage language() {
        return new RuleLanguage(BOOKS, SymptomLanguage::facts, SymptomLanguage::vocabulary, TableFiles::problems);
    }

    /**
     * The facts of an example: an alert, and the rows of the tables that it is about.
     *
     * @throws IllegalArgumentException in words, if something is written that has no meaning
     */
    public static List<Object> facts(Map<String, Object> written) {
        var facts = new ArrayList<Object>();
        written.forEach((kind, fields) -> {
            var each = fields instanceof Collection<?> several ? several : List.of(fields);
            each.forEach(it -> facts.add(fact(kind, new Fields(kind, it))));
        });
        return found(facts);
    }

    /** Words are looked for in the alert of the same example, each row by itself. */
    private static List<Object> found(List<Object> written) {
        var facts = new ArrayList<Object>();
        for (var fact : written) {
            if (fact instanceof Sought(var row, var isWhole)) {
                alerts(written).forEach(it -> facts.addAll(found(row, isWhole, it, written)));
            } else if (fact instanceof Pressing(var words, var urgency)) {
                alerts(written).forEach(it -> facts.addAll(HowSoon.pressing(words, urgency, it)));
            } else if (fact instanceof SoughtSubject(var words, var service)) {
                alerts(written)
                        .forEach(it -> facts.addAll(new AlertFacts(SymptomTables.ofSubject(words, service)).found(it)));
            } else if (fact instanceof SymptomTables.SenderSays row) {
                alerts(written).filter(row::isOn).forEach(_ -> facts.add(row));
            } else {
                facts.add(fact);
            }
        }
        alerts(written)
                .flatMap(it -> Stream.of(Field.values()).flatMap(field -> Subjects.in(field, it.text(field)).stream()))
                .filter(it -> !facts.contains(it))
                .forEach(facts::add);
        return List.copyOf(facts);
    }

    private static Stream<Alert> alerts(List<Object> written) {
        return written.stream().filter(Alert.class::isInstance).map(Alert.class::cast);
    }

    private static List<SymptomTables.Fact> found(Words row, boolean isWhole, Alert alert, List<Object> written) {
        var list = new WordList(List.of(row), Map.of());
        var rows = written.stream()
                .filter(SymptomTables.Fact.class::isInstance)
                .map(SymptomTables.Fact.class::cast)
                .toList();
        var tables = isWhole
                ? new SymptomTables(rows, WordList.EMPTY, WordList.EMPTY, list)
                : new SymptomTables(rows, list, list, WordList.EMPTY);
        return new AlertFacts(tables).found(alert);
    }

    public static Object vocabulary(Consumer<Object> said) {
        return new SymptomProposals(said);
    }

    private static Object fact(String kind, Fields fields) {
        return switch (kind) {
            case "alert" -> alert(fields);
            case "known-name" -> new KnownName(fields.text("name"), fields.one("kind", SymptomKind.values()));
            case "label" -> new LabelRow(0, fields.text("label"), fields.one("names", Names.values()));
            case "sign-of-life" -> new SignOfLife(fields.text("name"));
            case "severity-word" ->
                new SymptomTables.SenderSays(fields.text("word"), fields.one("urgency", Urgency.values()));
            case "subject" -> new SoughtSubject(fields.words(), fields.text("service"));
            case "usual" ->
                new SymptomTables.Usual(
                        fields.one("kind", SymptomKind.values()), fields.one("urgency", Urgency.values()));
            case "urgency-words" -> new Pressing(fields.words(), fields.one("urgency", Urgency.values()));
            case "watcher" -> new Watcher(fields.words());
            case "whole" ->
                new Sought(
                        new Words(0, fields.words(), SymptomKind.UNAVAILABLE, Optional.empty(), Weight.TELLING), true);
            case "words" ->
                new Sought(
                        new Words(
                                0,
                                fields.words(),
                                fields.one("kind", SymptomKind.values()),
                                fields.has("of-one")
                                        ? Optional.of(fields.one("of-one", SymptomKind.values()))
                                        : Optional.empty(),
                                fields.has("bare") ? Weight.BARE : Weight.TELLING),
                        false);
            default ->
                throw new IllegalArgumentException(
                        "there is no kind of fact (%s); known are %s".formatted(kind, KINDS));
        };
    }

    private static Alert alert(Fields fields) {
        var name = fields.has("name") ? fields.text("name") : "";
        return new Alert(name, Alert.words(name), fields.texts("labels"), fields.texts("annotations"));
    }

    private record SoughtSubject(List<String> words, String service) {}

    private record Pressing(List<String> words, Urgency urgency) {}

    /** A row of words as an example writes it, to be looked for in its alert. */
    private record Sought(Words row, boolean isWhole) {}

    /** What an author wrote about one fact. */
    private record Fields(String of, Map<?, ?> written) {

        Fields(String of, Object written) {
            if (!(written instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("(%s) is (%s); expected fields".formatted(of, written));
            }
            this(of, map);
        }

        boolean has(String field) {
            return written.containsKey(field);
        }

        String text(String field) {
            if (written.get(field) instanceof String text && !text.isBlank()) {
                return text;
            }
            throw new IllegalArgumentException("(%s) has no (%s)".formatted(of, field));
        }

        List<String> words() {
            return List.of(text("words").toLowerCase(Locale.ROOT).split(" +"));
        }

        <E extends Enum<E>> E one(String field, E[] values) {
            return Arrays.stream(values)
                    .filter(it -> it.name().equalsIgnoreCase(text(field).replace('-', '_')))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("(%s) of (%s) is (%s); expected one of %s"
                            .formatted(field, of, text(field), Arrays.toString(values))));
        }

        TreeMap<String, String> texts(String field) {
            return written.get(field) instanceof Map<?, ?> map
                    ? map.entrySet().stream()
                            .collect(Collectors.toMap(
                                    it -> String.valueOf(it.getKey()),
                                    it -> String.valueOf(it.getValue()),
                                    (one, _) -> one,
                                    TreeMap::new))
                    : new TreeMap<>();
        }
    }

    private SymptomLanguage() {}
}
