package whatnow.knowledge.measure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.index.KeptIndex;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** The search of the product, by the same way that pages ask it. */
public final class OurEngine implements Engine, AutoCloseable {

    private static final int HITS = 20;

    private final KeptIndex index;
    private final Map<ArticleId, Article> articles;

    /** @param folder to keep the index in, as a server does */
    public OurEngine(Collection<Article> articles, Path folder) {
        this.index = KeptIndex.in(folder);
        this.articles = articles.stream().collect(Collectors.toMap(Article::id, Function.identity()));
        index.follow(this.articles);
    }

    @Override
    public String name() {
        return "whatnow";
    }

    @Override
    public List<String> find(String question) {
        return index.find(Question.read(question), Circumstances.NONE, articles, Helpfulness.NONE, HITS).hits().stream()
                .flatMap(it -> Optional.ofNullable(articles.get(it.article())).stream())
                .map(Article::path)
                .distinct()
                .limit(DEPTH)
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
