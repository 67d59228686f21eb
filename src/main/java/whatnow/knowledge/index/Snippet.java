package whatnow.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The sentence of a section that has most of the words searched for; the first one when none has any. */
final class Snippet {

    private static final int LONGEST = 240;
    private static final int MOST_TEXT = 20_000;

    private record Scored(String sentence, long matches) {}

    private final Set<String> wanted;

    Snippet(SearchWords words) {
        var text = words.terms().stream().map(SearchWords.Term::text).collect(Collectors.joining(" "));
        this.wanted = tokens(text);
    }

    String of(String text) {
        return sentences(text.substring(0, Math.min(text.length(), MOST_TEXT))).stream()
                .map(it -> new Scored(it, matches(it)))
                .reduce((best, next) -> next.matches() > best.matches() ? next : best)
                .map(it -> cut(it.sentence()))
                .orElse("");
    }

    private long matches(String sentence) {
        return tokens(sentence).stream().filter(wanted::contains).count();
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        text.lines()
                .map(it -> it.strip().replaceFirst("^(?:[-*]|\\d{1,3}[.)])\\s+", ""))
                .forEach(line -> {
                    var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
                    breaks.setText(line);
                    var start = breaks.first();
                    for (var end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                        sentences.add(line.substring(start, end).strip());
                    }
                });
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    private static String cut(String sentence) {
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        var space = sentence.lastIndexOf(' ', LONGEST - 2);
        var end = space > LONGEST / 2 ? space : LONGEST - 2;
        return sentence.substring(0, Character.isHighSurrogate(sentence.charAt(end - 1)) ? end - 1 : end) + " …";
    }

    private static Set<String> tokens(String text) {
        var tokens = new HashSet<String>();
        collect(ArticleDocument.PROSE, text, tokens);
        collect(ArticleDocument.WHOLE, text, tokens);
        return tokens;
    }

    private static void collect(Analyzer analyzer, String text, Set<String> tokens) {
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed.", impossible);
        }
    }
}
