package whatnow.knowledge.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * Words that mean the same, from {@code synonyms.txt}: one line each, the first word names what they
 * mean. A word may stand in several lines.
 */
final class Concepts {

    static final char MARK = '§';

    private static final String FILE = "/whatnow/knowledge/synonyms.txt";
    private static final int LONGEST = 255;

    /** Each phrase of the file to the concepts it stands for. Both sides as the analyser leaves them. */
    static SynonymMap of(Analyzer words) {
        try {
            var map = new SynonymMap.Builder(true);
            for (var line : lines()) {
                var phrases = Arrays.stream(line.split(",")).map(String::strip).toList();
                var concept = new CharsRef(MARK + phrases.getFirst().replace(' ', '-'));
                for (var phrase : phrases) {
                    map.add(analysed(words, phrase), concept, true);
                }
            }
            return map.build();
        } catch (IOException broken) {
            throw new UncheckedIOException("The synonyms that were packed with the product cannot be read.", broken);
        }
    }

    static boolean isConcept(String token) {
        return !token.isEmpty() && token.charAt(0) == MARK;
    }

    private static List<String> lines() throws IOException {
        var file = Objects.requireNonNull(Concepts.class.getResourceAsStream(FILE), FILE);
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .toList();
        }
    }

    private static CharsRef analysed(Analyzer words, String phrase) throws IOException {
        var sequence = new CharsRefBuilder();
        try (var tokens = words.tokenStream("", phrase)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && sequence.length() < LONGEST) {
                if (sequence.length() > 0) {
                    sequence.append(SynonymMap.WORD_SEPARATOR);
                }
                sequence.append(term.buffer(), 0, term.length());
            }
            tokens.end();
        }
        return sequence.toCharsRef();
    }

    private Concepts() {}
}
