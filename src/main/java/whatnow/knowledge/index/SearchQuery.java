package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Builds the query piece by piece. Lucene's own query languages never see what was typed: both overflow
 * the stack on deep brackets, and nobody at night wants an operator.
 */
final class SearchQuery {

    private static final QueryBuilder BUILDER = new QueryBuilder(ArticleDocument.ANALYZER);
    private static final float TIE = 0.1f;

    /** Each word may match anywhere; the best place counts, the others break ties. */
    static Query of(SearchWords words) {
        var query = new BooleanQuery.Builder();
        words.terms().forEach(it -> query.add(new DisjunctionMaxQuery(places(it), TIE), Occur.SHOULD));
        return query.build();
    }

    private static List<Query> places(SearchWords.Term term) {
        var places = new ArrayList<Query>();
        add(places, 3f, prose(ArticleDocument.TITLE, term));
        add(places, 2.5f, prose(ArticleDocument.HEADING, term));
        add(places, 1f, prose(ArticleDocument.TEXT, term));
        add(places, 1.5f, BUILDER.createPhraseQuery(ArticleDocument.CODE, term.text()));
        var name = term.text().toLowerCase(Locale.ROOT);
        add(places, 2f, new TermQuery(new Term(ArticleDocument.TAG, name)));
        add(places, 2f, new TermQuery(new Term(ArticleDocument.SERVICE, name)));
        add(places, 3f, new TermQuery(new Term(ArticleDocument.ID, name)));
        add(places, 4f, new TermQuery(new Term(ArticleDocument.ALERT, name)));
        add(places, 4f, new TermQuery(new Term(ArticleDocument.REF, name)));
        if (!term.isPhrase()) {
            add(places, 0.7f, new TermQuery(new Term(ArticleDocument.PARTS, name)));
        }
        return places;
    }

    /** A word such as us-east-1 is three to the prose analyser: only together do they mean it. */
    private static @Nullable Query prose(String field, SearchWords.Term term) {
        return BUILDER.createPhraseQuery(field, term.text());
    }

    private static void add(List<Query> places, float boost, @Nullable Query query) {
        if (query != null) {
            places.add(new BoostQuery(query, boost));
        }
    }

    private SearchQuery() {}
}
