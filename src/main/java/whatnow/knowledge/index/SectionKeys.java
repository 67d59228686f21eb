package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.index.SectionVectors.KeyedSection;

/** The sections of all articles with their keys. Only articles that changed are read again. */
final class SectionKeys {

    private final Map<ArticleId, KeyedArticle> known = new HashMap<>();

    private record KeyedArticle(String sha256, List<KeyedSection> sections) {}

    /** @param articles all that there are; any other is forgotten */
    List<KeyedSection> of(Map<ArticleId, Article> articles) {
        known.keySet().retainAll(articles.keySet());
        var all = new ArrayList<KeyedSection>();
        articles.values().forEach(it -> all.addAll(of(it)));
        return all;
    }

    private List<KeyedSection> of(Article article) {
        var before = known.get(article.id());
        if (before != null && before.sha256().equals(article.sha256())) {
            return before.sections();
        }
        var sections = new ArrayList<KeyedSection>();
        for (var section : article.sections()) {
            var key = SectionText.key(SectionText.of(article, section));
            sections.add(new KeyedSection(article.id(), section.id(), sections.size(), key));
        }
        known.put(article.id(), new KeyedArticle(article.sha256(), List.copyOf(sections)));
        return sections;
    }
}
