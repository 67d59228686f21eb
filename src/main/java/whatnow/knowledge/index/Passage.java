package whatnow.knowledge.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import whatnow.knowledge.Hit.Mark;
import whatnow.knowledge.words.Token;
import whatnow.knowledge.words.Words;

/**
 * The sentence of a section that holds the most of what was asked for; the first one when none holds any.
 *
 * @param terms of the question that stand anywhere in the section
 */
record Passage(String text, List<Mark> marks, Set<String> terms) {

    private static final int LONGEST = 240;
    private static final int MOST_TEXT = 4_000;
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*]|\\d{1,3}[.)])\\s+");

    static Passage of(String text, Map<String, AskedTerms.Weighted> asked) {
        var read = text.substring(0, Math.min(text.length(), MOST_TEXT));
        var found = Words.written(read).stream()
                .filter(it -> asked.containsKey(it.text()))
                .toList();
        var best = new Span(0, 0);
        var most = -1f;
        for (var sentence : sentences(read)) {
            var worth = worth(sentence, found, asked);
            if (worth > most) {
                most = worth;
                best = sentence;
            }
        }
        var terms = new HashSet<String>();
        found.forEach(it -> terms.add(it.text()));
        return cut(read, best, found, Set.copyOf(terms));
    }

    private record Span(int start, int end) {}

    private static float worth(Span sentence, List<Token> found, Map<String, AskedTerms.Weighted> asked) {
        var terms = new HashSet<String>();
        var worth = 0f;
        for (var token : found) {
            var weighted = asked.get(token.text());
            var isInside = token.start() >= sentence.start() && token.end() <= sentence.end();
            if (weighted != null && isInside && terms.add(token.text())) {
                worth += weighted.weight();
            }
        }
        return worth;
    }

    private static Passage cut(String text, Span best, List<Token> found, Set<String> terms) {
        var end = best.end() - best.start() <= LONGEST ? best.end() : lastSpace(text, best.start());
        var shown = text.substring(best.start(), end);
        var marks = new ArrayList<Mark>();
        for (var token : found) {
            var isInside = token.start() >= best.start() && token.end() <= end;
            var from = token.start() - best.start();
            var isBehind = marks.isEmpty() || marks.getLast().end() <= from;
            if (isInside && isBehind) {
                marks.add(new Mark(from, wordEnd(text, token) - best.start()));
            }
        }
        return new Passage(end < best.end() ? shown + " …" : shown, marks, terms);
    }

    /** Without the full stop behind it. */
    private static int wordEnd(String text, Token token) {
        var end = token.end();
        while (end > token.start() + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int lastSpace(String text, int start) {
        var space = text.lastIndexOf(' ', start + LONGEST - 2);
        var end = space > start + LONGEST / 2 ? space : start + LONGEST - 2;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static List<Span> sentences(String text) {
        var sentences = new ArrayList<Span>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        for (var line = 0; line < text.length(); ) {
            var next = text.indexOf('\n', line);
            var end = next < 0 ? text.length() : next;
            var words = text.substring(line, end);
            breaks.setText(words);
            var from = bulletEnd(words);
            for (var to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
                if (to > from) {
                    trimmed(text, line + from, line + to, sentences);
                    from = to;
                }
            }
            line = end + 1;
        }
        return sentences;
    }

    private static void trimmed(String text, int start, int end, List<Span> sentences) {
        var from = start;
        var to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new Span(from, to));
        }
    }

    private static int bulletEnd(String line) {
        var bullet = BULLET.matcher(line);
        return bullet.lookingAt() ? bullet.end() : 0;
    }
}
