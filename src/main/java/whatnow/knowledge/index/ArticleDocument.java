package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import whatnow.knowledge.Article;
import whatnow.knowledge.Particulars;
import whatnow.knowledge.markdown.Markdown;
import whatnow.knowledge.question.Filter;
import whatnow.knowledge.words.Token;
import whatnow.knowledge.words.Words;

/**
 * How an article looks to Lucene: one document for each section, because on-call staff want the step and
 * not the page, and behind them one for the whole, because what a page is about stands all over it.
 */
final class ArticleDocument {

    static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(
            Words.analyzer(),
            Map.of(Fields.SPELLING, new StandardAnalyzer(), Fields.TITLE_WORDS, new StandardAnalyzer()));

    private static final FieldType SPELT = spelt();

    /** How often a word counts at its place; see docs/decisions/0029. */
    private static final int IN_TITLE = 7;

    private static final int IN_HEADINGS = 2;
    private static final int IN_BODY = 1;
    private static final int IN_OWN_HEADING = 3;

    static List<Document> of(Article article) {
        var lines = article.text().lines().toList();
        var documents = new ArrayList<Document>();
        var whole = new Whole(article);
        for (var index = 0; index < article.sections().size(); index++) {
            var section = article.sections().get(index);
            var heading = ReadText.of(section.heading());
            var text = ReadText.of(Markdown.plain(own(article, index, lines)));
            whole.add(heading, text);
            documents.add(section(article, section.id(), heading, text));
        }
        documents.add(whole.document(documents.size()));
        return documents;
    }

    /** Equal as long as nothing changed that the index knows. */
    static String version(Article article) {
        return article.sha256() + " " + article.path();
    }

    private static Document section(Article article, String id, ReadText heading, ReadText text) {
        var document = new Document();
        document.add(new StringField(Fields.ID, article.id().slug(), Store.YES));
        document.add(new StoredField(Fields.SECTION, id));
        document.add(new StoredField(Fields.HEADING, heading.text()));
        document.add(heading.as(Fields.HEADING));
        document.add(new StoredField(Fields.TEXT, text.text()));
        document.add(text.as(Fields.TEXT));
        document.add(new WeighedWords()
                .with(heading, IN_OWN_HEADING)
                .with(text, IN_BODY)
                .as(Fields.SECTION_WORDS));
        return document;
    }

    /** What of all sections comes together in the document of the article. */
    private static final class Whole {

        private final Article article;
        private final Document document = new Document();
        private final WeighedWords words = new WeighedWords();
        private final StringBuilder spelt = new StringBuilder();

        Whole(Article article) {
            this.article = article;
            call(article.title());
            call(name(article));
            Particulars.named(article).forEach(this::call);
            spelt.append(article.title()).append('\n');
        }

        private void call(String name) {
            var read = ReadText.of(name);
            document.add(read.as(Fields.TITLE));
            words.with(read, IN_TITLE);
        }

        void add(ReadText heading, ReadText text) {
            document.add(heading.as(Fields.HEADINGS));
            document.add(text.as(Fields.BODY));
            words.with(heading, IN_HEADINGS).with(text, IN_BODY);
            spelt.append(heading.text()).append('\n').append(text.text()).append('\n');
        }

        Document document(int sections) {
            document.add(new StringField(Fields.ID, article.id().slug(), Store.YES));
            document.add(new BinaryDocValuesField(
                    Fields.ARTICLE, new BytesRef(article.id().slug())));
            document.add(new BinaryDocValuesField(Fields.VERSION, new BytesRef(version(article))));
            document.add(new NumericDocValuesField(Fields.SECTIONS, sections));
            document.add(words.as(Fields.WORDS));
            document.add(new Field(Fields.SPELLING, spelt, SPELT));
            document.add(new TextField(Fields.TITLE_WORDS, titleWords(article), Store.NO));
            document.add(new BinaryDocValuesField(Fields.TITLE_TOKENS, tokens(article.title())));
            document.add(new BinaryDocValuesField(Fields.NAME_TOKENS, tokens(name(article))));
            for (var field : Filter.Field.values()) {
                Particulars.of(article, field)
                        .forEach(it -> document.add(new StringField(Fields.FILTER + field.word(), it, Store.NO)));
            }
            return document;
        }
    }

    private static String titleWords(Article article) {
        return article.title() + "\n" + article.id().slug().replace('-', ' ') + "\n"
                + String.join("\n", Particulars.named(article));
    }

    /** Whether a word is there at all, and in how many articles. */
    private static FieldType spelt() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    /** The name of the file says what it is about; that of an index says nothing, the folder does. */
    private static String name(Article article) {
        var parts = article.path().split("/");
        var file = parts[parts.length - 1].replaceFirst("\\.[a-z.]+$", "");
        var isIndex = file.equalsIgnoreCase("readme") || file.equalsIgnoreCase("index") || file.equals("_index");
        return isIndex && parts.length > 1 ? parts[parts.length - 2] : file;
    }

    private static BytesRef tokens(String text) {
        return new BytesRef(Words.written(text).stream()
                .filter(it -> it.kind() == Token.Kind.PART)
                .map(Token::text)
                .distinct()
                .collect(Collectors.joining(" ")));
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
