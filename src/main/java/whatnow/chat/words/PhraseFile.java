package whatnow.chat.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whatnow.chat.words.Phrase.Sense;

/**
 * The dictionary as people write it; its first lines say how. A mistake in it names its line, and what was expected there.
 */
final class PhraseFile {

    private static final String EXPECTED = "a meaning, a comma and a phrase, such as 'DOWN,~crash|die'";
    private static final String HEADING = "meaning,phrase";
    private static final String GAP = "..";

    private final Trie<Phrase> phrases = new Trie<>(Phrase::or);
    private final Wordings wordings = new Wordings();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> common = new HashSet<>();
    private final Set<String> plain = new HashSet<>();
    private final Map<String, String> slips = new HashMap<>();
    private final Set<String> labels = new HashSet<>();

    private PhraseFile() {}

    /**
     * @throws IllegalArgumentException with the line and what was expected there
     */
    static PhraseFile read(String csv) {
        var file = new PhraseFile();
        var lines = csv.lines().map(String::strip).toList();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            if (!line.isEmpty() && !line.startsWith("#") && !line.equals(HEADING)) {
                file.add(index + 1, line);
            }
        }
        return file;
    }

    Trie<Phrase> phrases() {
        return phrases;
    }

    /** Names that are everyday words too. */
    Set<String> common() {
        return common;
    }

    /** Words that are no other word, mistyped. */
    Set<String> plain() {
        return plain;
    }

    /** Words beside which a name stands in quotation marks. */
    Set<String> labels() {
        return labels;
    }

    /** What is meant by short words that are mistyped. */
    Map<String, String> slips() {
        return slips;
    }

    private void add(int number, String line) {
        try {
            add(line, number);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The dictionary of phrases, line %d: %s.".formatted(number, e.getMessage()), e);
        }
    }

    private void add(String line, int number) {
        var comma = line.indexOf(',');
        var phrase = comma < 0 ? "" : line.substring(comma + 1).strip();
        if (phrase.isEmpty()) {
            throw new IllegalArgumentException("expected %s (found: %s)".formatted(EXPECTED, line));
        }
        var first = line.substring(0, comma).strip();
        if (first.equals("FORMS")) {
            wordings.addForms(phrase);
        } else if (first.equals("COMMON")) {
            wordings.of(phrase).stream().map(it -> String.join(" ", it)).forEach(common::add);
        } else if (first.equals("PLAIN")) {
            wordings.of(phrase).forEach(plain::addAll);
        } else if (first.equals("SLIP")) {
            addSlips(List.of(phrase.split(" +")));
        } else if (first.equals("LABEL")) {
            wordings.of(phrase).forEach(labels::addAll);
        } else if (first.startsWith("@")) {
            wordings.addList(first.substring(1), phrase);
        } else {
            add(new Phrase(senses(first), number), phrase);
        }
    }

    /** The word as it is meant, and then as it is typed. */
    private void addSlips(List<String> words) {
        words.stream().skip(1).forEach(it -> slips.put(it, words.getFirst()));
    }

    private void add(Phrase phrase, String written) {
        var other = lines.putIfAbsent(written, phrase.line());
        if (other != null) {
            throw new IllegalArgumentException(
                    "the phrase (%s) stands in line %d already; one of them must go".formatted(written, other));
        }
        var elements = List.of(written.split(" +"));
        if (elements.stream().allMatch(PhraseFile::mayBeMissing)) {
            throw new IllegalArgumentException(
                    "expected a word that may not be missing (found: %s)".formatted(written));
        }
        walk(phrases.root(), elements, phrase);
    }

    /** A phrase that begins with what may be missing begins in two places. */
    private void walk(Trie.Node<Phrase> from, List<String> elements, Phrase phrase) {
        if (elements.isEmpty()) {
            from.isPhrase(phrase);
            return;
        }
        var element = elements.getFirst();
        var rest = elements.subList(1, elements.size());
        if (element.equals(GAP)) {
            if (rest.isEmpty() || from == phrases.root()) {
                throw new IllegalArgumentException("a gap (..) stands between two words, never first or last");
            }
            walk(phrases.thenAny(from), rest, phrase);
        } else if (mayBeMissing(element)) {
            walk(from, rest, phrase);
            walk(then(from, element.substring(1, element.length() - 1)), rest, phrase);
        } else {
            walk(then(from, element), rest, phrase);
        }
    }

    private static boolean mayBeMissing(String element) {
        return element.startsWith("(") && element.endsWith(")") && element.length() > 2;
    }

    private Trie.Node<Phrase> then(Trie.Node<Phrase> from, String element) {
        return phrases.then(from, element, wordings.of(element));
    }

    /** {@code NOT+PERHAPS}, {@code -SLOW}. */
    private static List<Sense> senses(String written) {
        return Arrays.stream(written.split("\\+"))
                .map(it -> it.startsWith("-") ? sense(it.substring(1), true) : sense(it, false))
                .toList();
    }

    private static Sense sense(String name, boolean isOpposite) {
        return Meaning.named(name)
                .map(it -> new Sense(it, isOpposite))
                .orElseThrow(() ->
                        new IllegalArgumentException("expected one of %s (found: %s)".formatted(Meaning.all(), name)));
    }
}
