package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;
import whatnow.knowledge.index.SectionVectors.Near;
import whatnow.knowledge.question.Question;

/**
 * One order out of two, by the ranks of articles (reciprocal rank fusion): scores of words and of meaning cannot be
 * compared, places can.
 */
final class Fusion {

    /**
     * The smaller, the more the first places count. 60 is usual for long lists of equal worth; there standing in both
     * lists counts for more than any place. docs/decisions/0030 has figures.
     */
    private static final float K = 1;

    private static final float WORDS = 1;

    /**
     * Of a model that nobody here has measured: the best by words stays first, and what only meaning finds comes in at
     * the sixth place at the earliest.
     */
    private static final float MEANING = 0.3f;

    private static final String ONLY = "close in meaning";
    private static final String ALSO = "also close in meaning";

    private final Map<String, AskedTerms.Weighted> asked;
    private final Map<ArticleId, Article> articles;

    /** @param articles those that may be shown */
    Fusion(Question question, Map<ArticleId, Article> articles) {
        this.asked = AskedTerms.of(question.words()).weights();
        this.articles = articles;
    }

    /**
     * Equal for equal lists.
     *
     * @param byMeaning one section of each article, the closest first
     */
    Found of(Found byWords, List<Near> byMeaning, int most) {
        var scores = new HashMap<ArticleId, Float>();
        var ofWords = new LinkedHashMap<ArticleId, List<Hit>>();
        byWords.hits()
                .forEach(it -> ofWords.computeIfAbsent(it.article(), _ -> new ArrayList<>())
                        .add(it));
        add(scores, ofWords.keySet(), WORDS);
        var near = new LinkedHashMap<ArticleId, Near>();
        byMeaning.forEach(it -> near.put(it.article(), it));
        add(scores, near.keySet(), MEANING);
        var hits = new ArrayList<Hit>();
        ofWords.forEach((id, those) -> hits.addAll(scored(those, scores.getOrDefault(id, 0f), near.containsKey(id))));
        near.values().stream()
                .filter(it -> !ofWords.containsKey(it.article()))
                .flatMap(it -> hit(it, scores.getOrDefault(it.article(), 0f)).stream())
                .forEach(hits::add);
        hits.sort(Comparator.comparingDouble((Hit it) -> -it.score()).thenComparing(Hit::article));
        return new Found(
                hits.subList(0, Math.min(hits.size(), most)), byWords.notes(), byWords.didYouMean(), byWords.facets());
    }

    private static void add(Map<ArticleId, Float> scores, Iterable<ArticleId> ranked, float weight) {
        var rank = 1;
        for (var id : ranked) {
            scores.merge(id, weight / (K + rank), Float::sum);
            rank++;
        }
    }

    /** Its other sections stay as far behind the best one as words put them. */
    private static List<Hit> scored(List<Hit> hits, float score, boolean isNear) {
        var best = hits.getFirst();
        var scored = new ArrayList<Hit>();
        for (var it : hits) {
            var share = best.score() == 0 ? 1 : it.score() / best.score();
            var why = new ArrayList<>(it.why());
            if (isNear && it == best) {
                why.add(ALSO);
            }
            scored.add(new Hit(
                    it.article(),
                    it.title(),
                    it.type(),
                    it.section(),
                    it.heading(),
                    it.snippet(),
                    it.marks(),
                    score * share,
                    why));
        }
        return scored;
    }

    /** Nothing where the section is gone since its vector was learnt. */
    private Optional<Hit> hit(Near near, float score) {
        return Optional.ofNullable(articles.get(near.article()))
                .flatMap(article -> article.section(near.section()).map(section -> {
                    var passage = Passage.of(SectionText.body(section), asked);
                    return new Hit(
                            article.id(),
                            article.title(),
                            article.type(),
                            section.id(),
                            section.heading(),
                            passage.text(),
                            passage.marks(),
                            score,
                            List.of(ONLY));
                }));
    }
}
