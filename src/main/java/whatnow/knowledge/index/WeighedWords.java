package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The words of several texts as one field, in which a word of a title counts as if it stood there more
 * often. So an article is ranked by all its texts together (BM25F), and a question reads one list for each
 * word instead of one for each word and text.
 */
final class WeighedWords {

    private static final FieldType TYPE = type();

    private final Map<String, Integer> counts = new HashMap<>();

    /** Parts of names and what words mean, which make no text longer. */
    private final List<String> beside = new ArrayList<>();

    /** @param times that each of its words counts */
    WeighedWords with(ReadText text, int times) {
        var position = -1;
        for (var token : text.tokens()) {
            if (token.position() > position) {
                counts.merge(token.text(), times, Integer::sum);
            } else {
                for (var time = 0; time < times; time++) {
                    beside.add(token.text());
                }
            }
            position = token.position();
        }
        return this;
    }

    Field as(String field) {
        return new Field(field, new Counted(counts, beside), TYPE);
    }

    private static FieldType type() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** Words in no order; those beside others last, one by one, because Lucene takes each off the length as one. */
    private static final class Counted extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private final Iterator<Map.Entry<String, Integer>> words;
        private final Iterator<String> beside;

        Counted(Map<String, Integer> words, List<String> beside) {
            this.words = words.entrySet().iterator();
            this.beside = beside.iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (words.hasNext()) {
                var word = words.next();
                term.append(word.getKey());
                frequency.setTermFrequency(word.getValue());
                return true;
            }
            if (beside.hasNext()) {
                term.append(beside.next());
                step.setPositionIncrement(0);
                return true;
            }
            return false;
        }
    }
}
