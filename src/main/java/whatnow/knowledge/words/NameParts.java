package whatnow.knowledge.words;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
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

    private static final Pattern PART =
            Pattern.compile("\\p{Lu}+(?=\\p{Lu}\\p{Ll})|\\p{Lu}?[\\p{L}\\p{N}&&[^\\p{Lu}]]+|[\\p{Lu}\\p{N}]+");
    private static final int MOST_PARTS = 32;

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

    private void fill(String name) {
        var parts = PART.matcher(name);
        while (parts.find() && waiting.size() < MOST_PARTS) {
            waiting.addLast(new Piece(parts.group(), false));
        }
        var isOneWord = waiting.size() == 1 && waiting.getFirst().text().equals(name);
        if (!waiting.isEmpty() && !isOneWord) {
            waiting.addLast(new Piece(name, true));
        }
    }
}
