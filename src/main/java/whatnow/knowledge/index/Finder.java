package whatnow.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Particulars;
import whatnow.knowledge.index.Answering.Ranked;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Filter;
import whatnow.knowledge.question.Question;

/** Answers one question from one state of the index. */
final class Finder {

    static final String STOPPED =
            "The search was stopped after half a second; there may be better answers. Try fewer words.";

    private static final int MOST_ARTICLES = 100;
    private static final int MOST_VALUES = 8;

    /** Of the best score: what is below it holds a word by chance and is not counted. */
    private static final float STILL_AN_ANSWER = 0.2f;

    private final IndexSearcher searcher;
    private final Rarities rarities;
    private final Circumstances around;
    private final Map<ArticleId, Article> articles;
    private final Helpfulness helpfulness;

    Finder(
            IndexSearcher searcher,
            Rarities rarities,
            Circumstances around,
            Map<ArticleId, Article> articles,
            Helpfulness helpfulness) {
        this.searcher = searcher;
        this.rarities = rarities;
        this.around = around;
        this.articles = articles;
        this.helpfulness = helpfulness;
    }

    Found find(Question question, int most) throws IOException {
        var unknown = new UnknownWords(searcher.getIndexReader());
        var guess = unknown.guess(question.words());
        var meant = new LinkedHashMap<>(guess.meant());
        for (var beginning : question.beginnings()) {
            meant.put(beginning, unknown.beginningWith(beginning));
        }
        var asked = AskedTerms.of(question.words()).with(meant);
        var ranking = new Ranking(searcher, rarities, asked);
        var answering = new Answering(searcher, rarities, asked, articles, around, helpfulness);
        var notes = new ArrayList<>(question.notes());
        var ranked = ranked(question, asked, ranking, answering);
        if (ranked.isEmpty() && !question.phrases().isEmpty()) {
            ranked = ranked(question.withoutPhrases(), asked, ranking, answering);
            if (!ranked.isEmpty()) {
                notes.add("Nothing holds what stands in quotes as it is; it was searched for as words.");
            }
        }
        var hits = answering.hits(ranked, most);
        if (searcher.timedOut()) {
            notes.add(STOPPED);
        }
        return new Found(hits, notes, guess.corrected(), facets(ranked));
    }

    private List<Ranked> ranked(Question question, AskedTerms asked, Ranking ranking, Answering answering)
            throws IOException {
        var narrowing = new Narrowing(question);
        if (asked.weights().isEmpty()) {
            var all = searcher.search(narrowing.articles(), MOST_ARTICLES).scoreDocs;
            return answering.rank(all, Map.of(), false);
        }
        var found = ranking.articles(narrowing.articles()).scoreDocs;
        Map<Integer, List<ScoreDoc>> sections =
                new SectionScores(searcher).of(found, narrowing.sections(ranking.sections()));
        return answering.rank(found, sections, !question.without().isEmpty());
    }

    private static Map<Filter.Field, List<Found.Facet>> facets(List<Ranked> ranked) {
        var facets = new EnumMap<Filter.Field, List<Found.Facet>>(Filter.Field.class);
        if (ranked.isEmpty()) {
            return facets;
        }
        var least = ranked.getFirst().score() * STILL_AN_ANSWER;
        var good = ranked.stream().filter(it -> it.score() >= least).toList();
        for (var field : List.of(Filter.Field.TYPE, Filter.Field.CATEGORY, Filter.Field.SERVICE, Filter.Field.TAG)) {
            var counts = new HashMap<String, Integer>();
            good.forEach(
                    it -> Particulars.of(it.article(), field).forEach(value -> counts.merge(value, 1, Integer::sum)));
            var values = counts.entrySet().stream()
                    .map(it -> new Found.Facet(it.getKey(), it.getValue()))
                    .sorted(Comparator.comparingInt((Found.Facet it) -> -it.articles())
                            .thenComparing(Found.Facet::value))
                    .limit(MOST_VALUES)
                    .toList();
            if (!values.isEmpty()) {
                facets.put(field, values);
            }
        }
        return facets;
    }
}
