package whatnow.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whatnow.signal.SymptomTables.Found;
import whatnow.signal.SymptomTables.Words;

/**
 * A table of words made ready for finding: of hundreds of rows only those are looked at of which some word is there. A
 * storm brings a hundred thousand alerts.
 */
final class WordList {

    static final WordList EMPTY = new WordList(List.of(), Map.of());

    private static final Set<String> DENYING = Set.of("no", "not", "never", "without", "non");

    /** How many other words may stand between those of a row in a sentence. */
    private static final int MOST_BETWEEN = 5;

    private static final int MOST_SPANS = 6;

    /** Which words begin an alternative of which term. */
    private final Map<String, List<Start>> exact = new HashMap<>();

    private final Map<String, List<Start>> beginnings = new HashMap<>();
    private final Map<Integer, List<Row>> rowsByTerm = new HashMap<>();
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    private record Start(int term, List<String> rest) {}

    /** @param isLed whether its first word denies, and so stands before what it denies */
    private record Row(Words row, int[] terms, boolean denies, boolean isLed) {}

    private record Span(int from, int to, boolean denied) {}

    WordList(List<Words> rows, Map<String, List<String>> classes) {
        var terms = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> row.words().forEach(it -> terms.computeIfAbsent(it, _ -> terms.size())));
        terms.forEach((text, id) -> alternatives(text, classes).forEach(it -> begin(id, it)));
        for (var row : rows) {
            var ids = row.words().stream().mapToInt(terms::get).toArray();
            var rarest = row.words().stream()
                    .min(Comparator.comparing(it -> alternatives(it, classes).size()))
                    .map(terms::get)
                    .orElseThrow();
            var denies = row.words().stream().anyMatch(it -> denies(it, classes));
            var isLed = row.words().getFirst().equals("no")
                    || row.words().getFirst().startsWith("no|");
            rowsByTerm.computeIfAbsent(rarest, _ -> new ArrayList<>()).add(new Row(row, ids, denies, isLed));
        }
    }

    private static boolean denies(String term, Map<String, List<String>> classes) {
        return alternatives(term, classes).stream().anyMatch(DENYING::contains);
    }

    /** {@code a|b} and {@code <class>} stand for one of several. */
    private static List<String> alternatives(String term, Map<String, List<String>> classes) {
        var all = new ArrayList<String>();
        for (var each : term.split("\\|")) {
            if (each.startsWith("<") && each.endsWith(">")) {
                all.addAll(classes.getOrDefault(each.substring(1, each.length() - 1), List.of()));
            } else {
                all.add(each);
            }
        }
        return all;
    }

    private void begin(int term, String alternative) {
        var words = Tokens.joined(alternative);
        var first = words.getFirst();
        var start = new Start(term, words.subList(1, words.size()));
        if (first.endsWith("*")) {
            var beginning = first.substring(0, first.length() - 1);
            shortest = Math.min(shortest, beginning.length());
            longest = Math.max(longest, beginning.length());
            beginnings.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(start);
        } else {
            exact.computeIfAbsent(first, _ -> new ArrayList<>()).add(start);
        }
    }

    /** The rows whose words all stand together in one sentence. */
    List<Found> in(Field field, Tokens tokens) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        var spans = spans(tokens);
        var found = new ArrayList<Found>();
        for (var term : spans.keySet()) {
            for (var row : rowsByTerm.getOrDefault(term, List.of())) {
                var words = together(row, spans, tokens);
                if (!words.isEmpty()) {
                    found.add(new Found(field, row.row(), words));
                }
            }
        }
        return found;
    }

    private Map<Integer, List<Span>> spans(Tokens tokens) {
        var spans = new HashMap<Integer, List<Span>>();
        for (var at = 0; at < tokens.size(); at++) {
            var word = tokens.word(at);
            collect(exact.get(word), tokens, at, spans);
            for (var length = shortest; length <= Math.min(longest, word.length()); length++) {
                collect(beginnings.get(word.substring(0, length)), tokens, at, spans);
            }
        }
        return spans;
    }

    private static void collect(@Nullable List<Start> starts, Tokens tokens, int at, Map<Integer, List<Span>> spans) {
        if (starts == null) {
            return;
        }
        for (var start : starts) {
            var end = tokens.follows(at, start.rest());
            if (end < 0) {
                continue;
            }
            var of = spans.computeIfAbsent(start.term(), _ -> new ArrayList<>());
            if (of.size() < MOST_SPANS) {
                var denied = at > 0
                        && !tokens.isQuery()
                        && DENYING.contains(tokens.word(at - 1))
                        && tokens.sentence(at - 1) == tokens.sentence(at);
                of.add(new Span(at, end, denied));
            }
        }
    }

    private static List<String> together(Row row, Map<Integer, List<Span>> spans, Tokens tokens) {
        var chosen = new Span[row.terms().length];
        return choose(row, spans, tokens, chosen, 0) ? words(chosen, tokens) : List.of();
    }

    private static boolean choose(Row row, Map<Integer, List<Span>> spans, Tokens tokens, Span[] chosen, int next) {
        if (next == chosen.length) {
            return true;
        }
        for (var span : spans.getOrDefault(row.terms()[next], List.of())) {
            var isBehind = next == 0 || !row.isLed() || span.from() > chosen[0].from();
            if (isBehind && (row.denies() || !span.denied()) && fits(span, chosen, next, tokens)) {
                chosen[next] = span;
                if (choose(row, spans, tokens, chosen, next + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(Span span, Span[] chosen, int count, Tokens tokens) {
        var from = span.from();
        var to = span.to();
        var own = span.to() - span.from() + 1;
        for (var each = 0; each < count; each++) {
            var other = chosen[each];
            if (span.from() <= other.to() && other.from() <= span.to()
                    || tokens.sentence(other.from()) != tokens.sentence(span.from())) {
                return false;
            }
            from = Math.min(from, other.from());
            to = Math.max(to, other.to());
            own += other.to() - other.from() + 1;
        }
        return tokens.isName() || to - from + 1 - own <= MOST_BETWEEN;
    }

    private static List<String> words(Span[] chosen, Tokens tokens) {
        var words = new ArrayList<String>();
        for (var span : chosen) {
            for (var at = span.from(); at <= span.to(); at++) {
                words.add(tokens.word(at));
            }
        }
        return words;
    }
}
