package whatnow.knowledge.measure;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.index.ArticleIndex;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** The search of the product, by the same way that pages ask it. */
public final class OurEngine implements Engine {

    private static final int HITS = 20;

    private final ArticleIndex index = ArticleIndex.inMemory();
    private final Map<ArticleId, Article> articles;

    public OurEngine(Collection<Article> articles) throws IOException {
        this.articles = articles.stream().collect(Collectors.toMap(Article::id, Function.identity()));
        index.put(articles, List.of());
    }

    @Override
    public String name() {
        return "whatnow";
    }

    @Override
    public List<String> find(String question) throws IOException {
        return index.find(Question.read(question), Circumstances.NONE, articles, Helpfulness.NONE, HITS).hits().stream()
                .flatMap(it -> Optional.ofNullable(articles.get(it.article())).stream())
                .map(Article::path)
                .distinct()
                .limit(DEPTH)
                .toList();
    }
}
