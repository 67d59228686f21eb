package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Hit;
import whatnow.knowledge.Section;
import whatnow.knowledge.markdown.Markdown;

/**
 * How a section looks to Lucene. All field names live here, so the writer and the searcher cannot
 * disagree.
 *
 * <p>Raise {@link #SCHEMA} with any change below: whoever keeps an index beyond one process must throw
 * away one that was written with another number.
 */
final class ArticleDocument {

    static final int SCHEMA = 1;

    static final String ID = "id";
    static final String SECTION = "section";
    static final String TITLE = "title";
    static final String HEADING = "heading";
    static final String TEXT = "text";

    /** Tokens as they stand, so that {@code us-east-1} and {@code ERR_5021} are found verbatim. */
    static final String CODE = "code";

    /** Their parts, so that {@code 5021} finds {@code ERR_5021}. */
    static final String PARTS = "parts";

    static final String TAG = "tag";
    static final String SERVICE = "service";
    static final String ALERT = "alert";
    static final String REF = "ref";

    static final Analyzer PROSE = new EnglishAnalyzer();
    static final Analyzer WHOLE = new CodeAnalyzer(false);
    static final Analyzer ANALYZER =
            new PerFieldAnalyzerWrapper(PROSE, Map.of(CODE, WHOLE, PARTS, new CodeAnalyzer(true)));

    /** One document per section: on-call staff want the step, not the page. */
    static List<Document> of(Article article) {
        var lines = article.text().lines().toList();
        var documents = new ArrayList<Document>();
        for (var index = 0; index < article.sections().size(); index++) {
            documents.add(document(article, article.sections().get(index), own(article, index, lines)));
        }
        return documents;
    }

    static Hit hit(Document document, String snippet, float score) {
        return new Hit(
                new ArticleId(document.get(ID)),
                document.get(TITLE),
                document.get(SECTION),
                document.get(HEADING),
                snippet,
                score);
    }

    private static Document document(Article article, Section section, String markdown) {
        var text = Markdown.plain(markdown);
        var document = new Document();
        document.add(new StringField(ID, article.id().slug(), Store.YES));
        document.add(new StoredField(SECTION, section.id()));
        document.add(new TextField(TITLE, article.title(), Store.YES));
        document.add(new TextField(HEADING, section.heading(), Store.YES));
        document.add(new TextField(TEXT, text, Store.YES));
        for (var code : List.of(article.title(), section.heading(), text)) {
            document.add(new TextField(CODE, code, Store.NO));
            document.add(new TextField(PARTS, code, Store.NO));
        }
        var front = article.frontMatter();
        addAll(document, TAG, front.tags());
        addAll(document, TAG, front.scenarios());
        addAll(document, TAG, front.strategies());
        addAll(document, SERVICE, front.services());
        addAll(document, ALERT, front.alerts());
        addAll(document, REF, front.refs());
        return document;
    }

    private static void addAll(Document document, String field, List<String> values) {
        values.forEach(it -> document.add(new StringField(field, it.toLowerCase(Locale.ROOT), Store.NO)));
    }

    /** The lines up to the next heading of any level, so that no sentence is found twice. */
    private static String own(Article article, int index, List<String> lines) {
        var sections = article.sections();
        var from = sections.get(index).line();
        var to = index + 1 < sections.size() ? sections.get(index + 1).line() - 1 : lines.size();
        return String.join("\n", lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())));
    }

    private ArticleDocument() {}
}
