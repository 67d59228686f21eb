package whatnow.signal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.SymptomKind;

/**
 * A signal as the rules of the book {@code symptoms} see it: its name in words, and its labels.
 *
 * <p>What is longer than any honest name is cut, so that a hostile alert costs no more than another.
 *
 * @param name empty text where the sender gave it none
 * @param words of the name in lower case: {@code KubePodOOMKilled} has kube, pod, oom and killed
 */
public record Alert(
        String name, Set<String> words, SortedMap<String, String> labels, SortedMap<String, String> annotations) {

    static final int LONGEST_NAME = 200;

    private static final Pattern WORD =
            Pattern.compile("\\d+[xX]{2}|\\d+|\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lo}+");

    static Alert of(Signal signal) {
        var name = Stream.of(
                        signal.label("alertname"),
                        Optional.ofNullable(signal.annotations().get("summary")),
                        Optional.ofNullable(signal.annotations().get("title")))
                .flatMap(Optional::stream)
                .filter(it -> !it.isBlank())
                .findFirst()
                .map(Alert::cut)
                .orElse("");
        return new Alert(name, words(name), signal.labels(), signal.annotations());
    }

    /** The words of a name however it is joined: by case, by figures or by anything that is no letter. */
    static Set<String> words(String name) {
        return WORD.matcher(cut(name))
                .results()
                .map(it -> it.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /** What one of its parts says; empty text if it has none. What was asked of metrics, senders pass on in an annotation. */
    String text(Field field) {
        return switch (field) {
            case NAME -> name;
            case SUMMARY -> first("summary", "title");
            case DESCRIPTION -> first("description", "message");
            case EXPRESSION -> first("expr", "expression", "query");
            case METRIC -> "";
        };
    }

    /** What only repeats the name says nothing of its own. */
    private String first(String... keys) {
        for (var key : keys) {
            var said = annotations.getOrDefault(key, "");
            if (!said.isBlank() && !said.equals(name)) {
                return Tokens.cut(said);
            }
        }
        return "";
    }

    /** Whether its name and its metric begin with the same word. */
    public boolean isNamedByMetric() {
        return Subjects.metric(this).isPresent();
    }

    public boolean has(String label) {
        return !label(label).isEmpty();
    }

    /** What the label says, cut to a length that a page can show; empty text if it is not there or blank. */
    public String label(String label) {
        return cut(labels.getOrDefault(label, "").strip());
    }

    /** Whether it says in a label of its own which symptom it is. */
    public boolean isExplicit() {
        return explicit().isPresent();
    }

    Optional<SymptomKind> explicit() {
        var said = label("symptom").toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Stream.of(SymptomKind.values())
                .filter(it -> it.name().equals(said))
                .findFirst();
    }

    /** Whether it carries a number that was measured. */
    public boolean isMeasured() {
        return measured().isPresent();
    }

    Optional<Double> measured() {
        return Stream.of(annotations.getOrDefault("value", ""), labels.getOrDefault("value", ""))
                .map(Numbers::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static String cut(String text) {
        if (text.length() <= LONGEST_NAME) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return text.substring(0, end);
    }

    /** Numbers as alerts write them. */
    private static final class Numbers {

        private static final int LONGEST = 40;
        private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?");

        static Optional<Double> read(String text) {
            return Optional.of(text)
                    .filter(it -> it.length() <= LONGEST)
                    .map(String::strip)
                    .filter(it -> NUMBER.matcher(it).matches())
                    .map(Double::valueOf)
                    .filter(Double::isFinite);
        }
    }
}
