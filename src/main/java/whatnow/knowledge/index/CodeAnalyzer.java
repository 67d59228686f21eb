package whatnow.knowledge.index;

import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.util.CharTokenizer;

/** Cuts text where commands and error codes end, and stems nothing. */
final class CodeAnalyzer extends Analyzer {

    private static final Pattern EDGES = Pattern.compile("^[-_./:@+]+|[-_./:@+]+$");
    private static final int SPLIT = WordDelimiterGraphFilter.GENERATE_WORD_PARTS
            | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
            | WordDelimiterGraphFilter.PRESERVE_ORIGINAL
            | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;

    private final boolean inParts;

    CodeAnalyzer(boolean inParts) {
        this.inParts = inParts;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = CharTokenizer.fromTokenCharPredicate(CodeAnalyzer::belongsToCode);
        TokenStream whole = new PatternReplaceFilter(tokens, EDGES, "", true);
        var split = inParts ? new FlattenGraphFilter(new WordDelimiterGraphFilter(whole, SPLIT, null)) : whole;
        return new TokenStreamComponents(tokens, new LengthFilter(new LowerCaseFilter(split), 1, 255));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
    }

    private static boolean belongsToCode(int letter) {
        return Character.isLetterOrDigit(letter) || "-_./:@+".indexOf(letter) >= 0;
    }
}
