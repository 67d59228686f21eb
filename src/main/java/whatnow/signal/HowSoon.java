package whatnow.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;
import whatnow.plan.Urgency;
import whatnow.signal.SymptomTables.SenderSays;
import whatnow.signal.SymptomTables.Usual;
import whatnow.signal.SymptomTables.Words;
import whatnow.signal.SymptomTables.WordsPress;

/** What the tables know of urgency. */
record HowSoon(
        Map<SymptomKind, Usual> usual, Map<Words, Urgency> urgencies, WordList words, List<SenderSays> severities) {

    static final String USUAL = "urgencies.csv";
    static final String WORDS = "urgency-words.csv";
    static final String SEVERITIES = "severities.csv";

    /** Where senders say how grave an alert is. */
    static final List<String> SEVERITY_LABELS = List.of("severity", "priority", "level", "urgency");

    static final HowSoon NOTHING = new HowSoon(Map.of(), Map.of(), WordList.EMPTY, List.of());

    record Row(Words words, Urgency urgency) {}

    static HowSoon of(SortedMap<String, String> files, Map<String, List<String>> classes) {
        var usual = usual(files.getOrDefault(USUAL, "")).stream()
                .collect(Collectors.toMap(Usual::kind, it -> it, (one, _) -> one));
        return of(
                usual,
                pressing(files.getOrDefault(WORDS, "")),
                severities(files.getOrDefault(SEVERITIES, "")),
                classes);
    }

    private static HowSoon of(
            Map<SymptomKind, Usual> usual,
            List<Row> pressing,
            List<SenderSays> severities,
            Map<String, List<String>> classes) {
        return new HowSoon(
                usual,
                pressing.stream().collect(Collectors.toMap(Row::words, Row::urgency, (one, _) -> one)),
                new WordList(pressing.stream().map(Row::words).toList(), classes),
                severities);
    }

    static List<Usual> usual(String text) {
        return TableRow.all(USUAL, text, 2, it -> new Usual(it.kind(0), it.one(1, Urgency.values())));
    }

    static List<SenderSays> severities(String text) {
        return TableRow.all(SEVERITIES, text, 2, it -> new SenderSays(it.cell(0), it.one(1, Urgency.values())));
    }

    static List<Row> pressing(String text) {
        return TableRow.all(
                WORDS, text, 2, it -> new Row(Words.plain(it.line(), it.words(0)), it.one(1, Urgency.values())));
    }

    /** One row of words, looked for in an alert as an example writes both. */
    static List<WordsPress> pressing(List<String> words, Urgency urgency, Alert alert) {
        var row = new Row(Words.plain(0, words), urgency);
        return of(Map.of(), List.of(row), List.of(), Map.of()).pressing(alert);
    }

    /** What says how soon an alert hurts that was read to be of the kind. */
    List<Object> facts(Alert alert, SymptomKind kind) {
        var facts = new ArrayList<Object>(pressing(alert));
        Optional.ofNullable(usual.get(kind)).ifPresent(facts::add);
        severities.stream().filter(it -> it.isOn(alert)).limit(1).forEach(facts::add);
        return facts;
    }

    /** What the sender's severity means. */
    Optional<Urgency> senders(Alert alert) {
        return severities.stream()
                .filter(it -> it.isOn(alert))
                .map(SenderSays::urgency)
                .findFirst();
    }

    /** The uppermost row that fits the alert's name, else one that fits what follows it. */
    private List<WordsPress> pressing(Alert alert) {
        return Stream.of(Field.NAME, Field.SUMMARY, Field.DESCRIPTION)
                .flatMap(field -> words.in(field, Tokens.of(field, alert.text(field))).stream()
                        .min(Comparator.comparing(it -> it.row().line()))
                        .map(it -> new WordsPress(field, urgencies.getOrDefault(it.row(), Urgency.HOUR), it.said()))
                        .stream())
                .limit(1)
                .toList();
    }
}
