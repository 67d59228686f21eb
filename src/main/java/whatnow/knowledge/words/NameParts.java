package whatnow.knowledge.words;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Gives the parts of a name one after the other and then the name itself, in the place of its last part,
 * so that a sentence of two words meets a name made of them: {@code KubeAPIDown} gives {@code Kube},
 * {@code API}, {@code Down} and {@code KubeAPIDown}.
 *
 * <p>Capitals, hyphens and the like cut; digits do not, because {@code k8s} and {@code 5xx} are words.
 */
final class NameParts extends TokenFilter {

    static final String WHOLE = "whole";

    private static final int MOST_PARTS = 32;
    private static final int LONGEST = 255;

    private record Piece(String text, boolean isWhole) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private int start;
    private int end;

    NameParts(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (waiting.isEmpty() && !refill()) {
            return false;
        }
        var piece = waiting.removeFirst();
        clearAttributes();
        term.append(piece.text());
        offset.setOffset(start, end);
        keyword.setKeyword(piece.isWhole() || hasDigit(piece.text()));
        position.setPositionIncrement(piece.isWhole() ? 0 : 1);
        type.setType(piece.isWhole() ? WHOLE : TypeAttribute.DEFAULT_TYPE);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }

    /** Such a word has no ending to lose: {@code k8s} is no plural. */
    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private boolean refill() throws IOException {
        while (waiting.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            start = offset.startOffset();
            end = offset.endOffset();
            fill(term.toString());
        }
        return true;
    }

    /** Signs at the edges belong to the sentence and not to the name. */
    private void fill(String word) {
        var from = 0;
        var to = Math.min(word.length(), LONGEST);
        while (from < to && isSign(word.charAt(from))) {
            from++;
        }
        while (to > from && isSign(word.charAt(to - 1))) {
            to--;
        }
        var begin = from;
        for (var at = from; at < to; at++) {
            if (isSign(word.charAt(at))) {
                part(word, begin, at);
                begin = at + 1;
            } else if (at > begin && isCut(word, at, to)) {
                part(word, begin, at);
                begin = at;
            }
        }
        part(word, begin, to);
        var isOneWord = waiting.size() == 1 && waiting.getFirst().text().length() == to - from;
        if (!waiting.isEmpty() && !isOneWord) {
            waiting.addLast(new Piece(word.substring(from, to), true));
        }
    }

    private void part(String word, int begin, int end) {
        if (end > begin && waiting.size() < MOST_PARTS) {
            waiting.addLast(new Piece(word.substring(begin, end), false));
        }
    }

    private static boolean isSign(char letter) {
        return !Character.isLetterOrDigit(letter) && !Character.isSurrogate(letter);
    }

    /** Before the capital of a new part: {@code kube|Down}, {@code API|Down}, {@code HTTP2|Down}, but {@code 5XX}. */
    private static boolean isCut(String word, int at, int to) {
        if (!Character.isUpperCase(word.charAt(at))) {
            return false;
        }
        var before = word.charAt(at - 1);
        var isSmallAfter = at + 1 < to && Character.isLowerCase(word.charAt(at + 1));
        return Character.isLowerCase(before) || isSmallAfter;
    }
}
