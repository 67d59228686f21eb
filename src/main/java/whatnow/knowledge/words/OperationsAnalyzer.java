package whatnow.knowledge.words;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * Reads runbooks and alerts: prose loses its endings, names are kept whole and in parts, words that mean
 * the same share a concept, and words that say nothing are left out.
 */
final class OperationsAnalyzer extends Analyzer {

    /** Say nothing anywhere. */
    static final CharArraySet SAY_NOTHING = StopFilter.makeStopSet(List.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with"));

    private final SynonymMap concepts;

    private OperationsAnalyzer(SynonymMap concepts) {
        this.concepts = concepts;
    }

    static OperationsAnalyzer withConcepts() {
        return new OperationsAnalyzer(Concepts.of(new Bare(CharArraySet.EMPTY_SET)));
    }

    /** Much faster, for finding again what is known to be there. */
    static Analyzer withoutConcepts() {
        return new Bare(SAY_NOTHING);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = CharTokenizer.fromTokenCharPredicate(OperationsAnalyzer::belongsToName);
        var meant = new FlattenGraphFilter(new SynonymGraphFilter(bare(words), concepts, false));
        return new TokenStreamComponents(words, new StopFilter(meant, SAY_NOTHING));
    }

    /** What stands in two texts of one field does not stand together. */
    @Override
    public int getPositionIncrementGap(String field) {
        return 10;
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
    }

    /** Letters and digits, and what holds the parts of names together. */
    private static boolean belongsToName(int letter) {
        return Character.isLetterOrDigit(letter) || "-_./:@+%".indexOf(letter) >= 0;
    }

    private static TokenStream bare(TokenStream words) {
        return new PorterStemFilter(new LowerCaseFilter(new NameParts(words)));
    }

    private static final class Bare extends Analyzer {

        private final CharArraySet leftOut;

        Bare(CharArraySet leftOut) {
            this.leftOut = leftOut;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = CharTokenizer.fromTokenCharPredicate(OperationsAnalyzer::belongsToName);
            return new TokenStreamComponents(words, new StopFilter(bare(words), leftOut));
        }
    }
}
