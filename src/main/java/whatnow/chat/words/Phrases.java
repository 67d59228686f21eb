package whatnow.chat.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The dictionary of phrases: which words mean what, the longest first. */
final class Phrases {

    private static final String FILE = "/whatnow/chat/words/phrases.csv";

    private final List<Phrase> phrases;

    private record Phrase(Meaning meaning, List<List<String>> words) {

        boolean isAt(List<Token> tokens, int from) {
            if (from + words.size() > tokens.size()) {
                return false;
            }
            for (var index = 0; index < words.size(); index++) {
                var typed = tokens.get(from + index).text();
                if (words.get(index).stream().noneMatch(it -> fits(it, typed))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String word, String typed) {
            return word.endsWith("*") ? typed.startsWith(word.substring(0, word.length() - 1)) : typed.equals(word);
        }
    }

    /** @param length in tokens */
    record Found(Meaning meaning, int length) {}

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** Those that ship with the product. */
    static Phrases shipped() {
        try (var file = Phrases.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The dictionary (%s) is missing in the jar.".formatted(FILE));
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The dictionary (%s) cannot be read.".formatted(FILE), e);
        }
    }

    private static Phrases of(String csv) {
        var phrases = new ArrayList<Phrase>();
        csv.lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#") && !it.startsWith("meaning,"))
                .map(it -> it.split(",", 2))
                .forEach(it -> phrases.add(new Phrase(Meaning.valueOf(it[0]), words(it[1]))));
        phrases.sort(Comparator.comparing((Phrase it) -> it.words().size()).reversed());
        return new Phrases(List.copyOf(phrases));
    }

    private static List<List<String>> words(String phrase) {
        return Arrays.stream(phrase.split(" "))
                .map(it -> List.of(it.split("\\|")))
                .toList();
    }

    /** The longest phrase that begins here. */
    Optional<Found> at(List<Token> tokens, int from) {
        return phrases.stream()
                .filter(it -> it.isAt(tokens, from))
                .findFirst()
                .map(it -> new Found(it.meaning(), it.words().size()));
    }
}
