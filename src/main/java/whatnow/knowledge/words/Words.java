package whatnow.knowledge.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Turns text into tokens, in one way for all that is written and asked. */
public final class Words {

    private static final Analyzer ANALYZER = OperationsAnalyzer.withConcepts();
    private static final Analyzer WITHOUT_CONCEPTS = OperationsAnalyzer.withoutConcepts();

    /** Safe for any number of threads; not to be closed. */
    public static Analyzer analyzer() {
        return ANALYZER;
    }

    /** In the order of the text. */
    public static List<Token> of(String text) {
        return of(text, ANALYZER);
    }

    /** The same without what words mean, in a third of the time. */
    public static List<Token> written(String text) {
        return of(text, WITHOUT_CONCEPTS);
    }

    private static List<Token> of(String text, Analyzer analyzer) {
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            var type = stream.addAttribute(TypeAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += step.getPositionIncrement();
                tokens.add(new Token(
                        term.toString(), kind(term, type), position, offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed.", impossible);
        }
        return tokens;
    }

    private static Token.Kind kind(CharTermAttribute term, TypeAttribute type) {
        if (Concepts.isConcept(term.toString())) {
            return Token.Kind.CONCEPT;
        }
        return type.type().equals(NameParts.WHOLE) ? Token.Kind.WHOLE : Token.Kind.PART;
    }

    private Words() {}
}
