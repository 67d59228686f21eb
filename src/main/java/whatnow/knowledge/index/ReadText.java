package whatnow.knowledge.index;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.TextField;
import whatnow.knowledge.words.Token;
import whatnow.knowledge.words.Words;

/** A text that is read once, however many fields it goes into: reading is most of the work of indexing. */
record ReadText(String text, List<Token> tokens) {

    static ReadText of(String text) {
        return new ReadText(text, Words.of(text));
    }

    /** Every word with its place, so that phrases are found. */
    TextField as(String field) {
        return new TextField(field, new Places(tokens.iterator()));
    }

    private static final class Places extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Iterator<Token> left;
        private int position = -1;

        Places(Iterator<Token> left) {
            this.left = left;
        }

        @Override
        public boolean incrementToken() {
            if (!left.hasNext()) {
                return false;
            }
            clearAttributes();
            var next = left.next();
            term.append(next.text());
            step.setPositionIncrement(next.position() - position);
            position = next.position();
            return true;
        }
    }
}
