package whatnow.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import whatnow.knowledge.ArticleId;

/** Articles whose title, tags or alerts hold all words that were typed; the last one may be unfinished. */
final class Suggesting {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST = 2;

    private final IndexSearcher searcher;

    Suggesting(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<ArticleId> suggest(String typed, int most) throws IOException {
        var words = WORD.matcher(typed)
                .results()
                .limit(MOST_WORDS)
                .map(it -> it.group().toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty() || words.getLast().length() < SHORTEST || most < 1) {
            return List.of();
        }
        var query = new BooleanQuery.Builder();
        words.subList(0, words.size() - 1)
                .forEach(it -> query.add(new TermQuery(new Term(Fields.TITLE_WORDS, it)), Occur.MUST));
        query.add(new PrefixQuery(new Term(Fields.TITLE_WORDS, words.getLast())), Occur.MUST);
        var suggested = new ArrayList<ArticleId>();
        for (var found : searcher.search(query.build(), most).scoreDocs) {
            suggested.add(new ArticleId(searcher.storedFields()
                    .document(found.doc, java.util.Set.of(Fields.ID))
                    .get(Fields.ID)));
        }
        return suggested;
    }
}
