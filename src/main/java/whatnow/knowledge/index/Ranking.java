package whatnow.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * How well articles and their sections answer, by their words alone. Weights were measured, not guessed:
 * docs/decisions/0029 says on what and what did not help.
 */
final class Ranking {

    /** A page that says a word ten times is about it: repetition is believed longer than usual. */
    static final BM25Similarity SIMILARITY = new BM25Similarity(6, 0.75f);

    static final int MOST_TERMS = 32;

    private static final int CANDIDATES = 60;
    private static final float PAIR_IN_TITLE = 0.3f;
    private static final float PAIR_IN_BODY = 0.1f;
    private static final int SLOP = 1;

    private final IndexSearcher searcher;
    private final Rarities rarities;
    private final AskedTerms asked;

    Ranking(IndexSearcher searcher, Rarities rarities, AskedTerms asked) {
        this.searcher = searcher;
        this.rarities = rarities;
        this.asked = asked;
    }

    /** The documents of the best articles that pass the filter. */
    TopDocs articles(Query filter) throws IOException {
        var words = new BooleanQuery.Builder().add(filter, Occur.FILTER);
        for (var term : telling()) {
            words.add(
                    new BoostQuery(
                            new TermQuery(new Term(Fields.WORDS, term.getKey())),
                            term.getValue().weight()),
                    Occur.SHOULD);
        }
        words.setMinimumNumberShouldMatch(1);
        var found = searcher.search(words.build(), CANDIDATES);
        return pairs(found);
    }

    /** Ranks sections by the same words. */
    Query sections() throws IOException {
        var words = new BooleanQuery.Builder();
        for (var term : telling()) {
            words.add(
                    new BoostQuery(
                            new TermQuery(new Term(Fields.SECTION_WORDS, term.getKey())),
                            term.getValue().weight()),
                    Occur.SHOULD);
        }
        return words.build();
    }

    private List<Map.Entry<String, AskedTerms.Weighted>> telling() throws IOException {
        var terms = new ArrayList<>(asked.weights().entrySet());
        if (terms.size() <= MOST_TERMS) {
            return terms;
        }
        var worth = new HashMap<String, Float>();
        for (var term : terms) {
            worth.put(
                    term.getKey(), rarities.of(term.getKey()) * term.getValue().weight());
        }
        terms.sort(Comparator.comparing(it -> -worth.getOrDefault(it.getKey(), 0f)));
        return terms.subList(0, MOST_TERMS);
    }

    /** Words that stand together in the question and in the article say more than each of them. */
    private TopDocs pairs(TopDocs found) throws IOException {
        if (asked.pairs().isEmpty() || found.scoreDocs.length == 0) {
            return found;
        }
        var pairs = new BooleanQuery.Builder();
        asked.pairs().stream().distinct().limit(MOST_TERMS).forEach(pair -> {
            pairs.add(new BoostQuery(phrase(Fields.TITLE, pair), PAIR_IN_TITLE), Occur.SHOULD);
            pairs.add(new BoostQuery(phrase(Fields.BODY, pair), PAIR_IN_BODY), Occur.SHOULD);
        });
        return QueryRescorer.rescore(searcher, found, pairs.build(), 1, CANDIDATES);
    }

    private static Query phrase(String field, AskedTerms.Pair pair) {
        return new PhraseQuery.Builder()
                .add(new Term(field, pair.first()), 0)
                .add(new Term(field, pair.second()), pair.distance())
                .setSlop(SLOP)
                .build();
    }
}
