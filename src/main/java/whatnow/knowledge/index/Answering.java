package whatnow.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Hit;
import whatnow.knowledge.question.Circumstances;

/**
 * From the words' scores to an answer: the best section of each article is worth a little, what the
 * article is called and stands for is worth a factor, and no article fills the answer.
 */
final class Answering {

    /** More of one article would hide the others, which may be the better answer. */
    private static final int MOST_PER_ARTICLE = 3;

    private static final float SECTION = 0.2f;
    private static final float CALLED = 0.2f;
    private static final float TITLED = 0.05f;
    private static final float NEXT_SECTION = 0.9f;

    private final IndexSearcher searcher;
    private final Rarities rarities;
    private final AskedTerms asked;
    private final Map<ArticleId, Article> articles;
    private final Circumstances around;
    private final Helpfulness helpfulness;

    Answering(
            IndexSearcher searcher,
            Rarities rarities,
            AskedTerms asked,
            Map<ArticleId, Article> articles,
            Circumstances around,
            Helpfulness helpfulness) {
        this.searcher = searcher;
        this.rarities = rarities;
        this.asked = asked;
        this.articles = articles;
        this.around = around;
        this.helpfulness = helpfulness;
    }

    /** An article and how well it answers. */
    record Ranked(Article article, float score, List<ScoreDoc> sections, List<Standing> standing) {}

    /** Best first; equals in the order of their ids, so that equal questions get equal answers. */
    List<Ranked> rank(ScoreDoc[] found, Map<Integer, List<ScoreDoc>> sections, boolean onlyWithSections)
            throws IOException {
        var ids = MultiDocValues.getBinaryValues(searcher.getIndexReader(), Fields.ARTICLE);
        var calls = new Calls();
        var names = asked.weights().keySet();
        var ranked = new ArrayList<Ranked>();
        var inOrder = Arrays.stream(found)
                .sorted(Comparator.comparingInt(it -> it.doc))
                .toList();
        for (var it : inOrder) {
            var article = ids != null && ids.advanceExact(it.doc)
                    ? articles.get(new ArticleId(ids.binaryValue().utf8ToString()))
                    : null;
            var own = sections.getOrDefault(it.doc, List.of());
            if (article != null && !(onlyWithSections && own.isEmpty())) {
                var standing = Standing.of(article, names, around, helpfulness.of(article.id()));
                var score = it.score + (own.isEmpty() ? 0 : SECTION * own.getFirst().score);
                for (var one : standing) {
                    score *= one.by();
                }
                ranked.add(new Ranked(article, score * calls.of(it.doc), own, standing));
            }
        }
        ranked.sort(Comparator.comparingDouble((Ranked it) -> -it.score())
                .thenComparing(it -> it.article().id()));
        return ranked;
    }

    List<Hit> hits(List<Ranked> ranked, int most) throws IOException {
        record Place(Ranked article, @Nullable ScoreDoc section, float score) {}
        var places = new ArrayList<Place>();
        for (var it : ranked.subList(0, Math.min(ranked.size(), most))) {
            if (it.sections().isEmpty()) {
                places.add(new Place(it, null, it.score()));
            }
            var best = it.sections().isEmpty() ? 1 : it.sections().getFirst().score;
            var share = it.score();
            for (var section : it.sections().subList(0, Math.min(it.sections().size(), MOST_PER_ARTICLE))) {
                places.add(new Place(it, section, share * (best == 0 ? 1 : section.score / best)));
                share *= NEXT_SECTION;
            }
        }
        places.sort(Comparator.comparingDouble(it -> -it.score()));
        var hits = new ArrayList<Hit>();
        for (var it : places.subList(0, Math.min(places.size(), most))) {
            hits.add(hit(it.article(), it.section(), it.score()));
        }
        return hits;
    }

    private Hit hit(Ranked ranked, @Nullable ScoreDoc section, float score) throws IOException {
        var article = ranked.article();
        var first = article.sections().getFirst();
        var id = first.id();
        var heading = first.heading();
        var text = "";
        if (section != null) {
            var document = searcher.storedFields().document(section.doc);
            id = document.get(Fields.SECTION);
            heading = document.get(Fields.HEADING);
            text = document.get(Fields.TEXT);
        }
        var passage = Passage.of(text, asked.weights());
        return new Hit(
                article.id(),
                article.title(),
                article.type(),
                id,
                heading,
                passage.text(),
                passage.marks(),
                score,
                Why.of(article, heading, passage, asked, ranked.standing()));
    }

    /** How much of what an article is called was asked for, by the rarity of its words. */
    private final class Calls {

        private final @Nullable BinaryDocValues titles;
        private final @Nullable BinaryDocValues names;

        Calls() throws IOException {
            titles = MultiDocValues.getBinaryValues(searcher.getIndexReader(), Fields.TITLE_TOKENS);
            names = MultiDocValues.getBinaryValues(searcher.getIndexReader(), Fields.NAME_TOKENS);
        }

        float of(int document) throws IOException {
            return 1 + CALLED * share(names, document) + TITLED * share(titles, document);
        }

        private float share(@Nullable BinaryDocValues of, int document) throws IOException {
            if (of == null || !of.advanceExact(document)) {
                return 0;
            }
            var asked = 0f;
            var all = 2f;
            for (var token : of.binaryValue().utf8ToString().split(" ")) {
                var rarity = rarities.of(token);
                all += rarity;
                asked += Answering.this.asked.weights().containsKey(token) ? rarity : 0;
            }
            return asked / all;
        }
    }
}
