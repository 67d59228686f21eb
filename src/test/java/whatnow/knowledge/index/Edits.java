package whatnow.knowledge.index;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Articles;

/** Sixty articles that somebody writes, changes and deletes; the same ones for the same seed, in any JVM. */
final class Edits {

    private static final int ARTICLES = 60;
    private static final int WORDS = 1_000;

    private final SplittableRandom random;
    private final TreeMap<ArticleId, Article> articles = new TreeMap<>();

    Edits(long seed) {
        random = new SplittableRandom(seed);
    }

    /** All that there is after so many edits more. */
    Map<ArticleId, Article> after(int edits) {
        for (var edit = 0; edit < edits; edit++) {
            var name = "article-" + random.nextInt(ARTICLES);
            if (random.nextInt(4) == 0) {
                articles.remove(new ArticleId(name));
            } else {
                var article = Articles.read(Articles.minimal(name, body()));
                articles.put(article.id(), article);
            }
        }
        return Map.copyOf(articles);
    }

    /** The name of each article and which bytes of it are found. */
    static Map<ArticleId, String> versions(Map<ArticleId, Article> articles) {
        return articles.values().stream().collect(Collectors.toMap(Article::id, ArticleDocument::version));
    }

    /** A word of each article that stands in no other, and whose it is. */
    static Map<String, String> wordsOfOne(Map<ArticleId, Article> articles) {
        var owners = new HashMap<String, String>();
        var shared = new HashMap<String, Integer>();
        for (var article : articles.values()) {
            var word = article.text().lines().toList().getLast();
            owners.put(word, article.id().slug());
            shared.merge(word, 1, Integer::sum);
        }
        owners.keySet().removeIf(it -> shared.getOrDefault(it, 0) > 1);
        return owners;
    }

    private String body() {
        return "## Part {#part}\n\nRestore the snapshot.\n\n## Other {#other}\n\nsnap%d\n"
                .formatted(random.nextInt(WORDS));
    }
}
