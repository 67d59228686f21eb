package whatnow.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Found;
import whatnow.knowledge.Hit;

/**
 * The sections that were found in one article, so that its title is read once.
 *
 * @param hits best first
 */
public record FoundArticle(ArticleId id, String title, Article.Type type, List<Hit> hits) {

    /** In the order of their best sections. */
    public static List<FoundArticle> of(Found found) {
        var byArticle = new LinkedHashMap<ArticleId, List<Hit>>();
        found.hits()
                .forEach(it -> byArticle
                        .computeIfAbsent(it.article(), _ -> new ArrayList<>())
                        .add(it));
        return byArticle.values().stream()
                .map(it -> new FoundArticle(
                        it.getFirst().article(),
                        it.getFirst().title(),
                        it.getFirst().type(),
                        List.copyOf(it)))
                .toList();
    }

    /** Of the best section. */
    public List<String> why() {
        return hits.getFirst().why();
    }
}
