package whatnow.knowledge.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.index.KeptIndex;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/** The search of the product, by the same way that pages ask it. */
public final class OurEngine implements Engine, AutoCloseable {

    private static final int HITS = 20;

    private final String name;
    private final KeptIndex index;
    private final Map<ArticleId, Article> articles;

    /** @param folder to keep the index in, as a server does */
    public OurEngine(Collection<Article> articles, Path folder) {
        this("whatnow", articles, KeptIndex.in(folder));
    }

    private OurEngine(String name, Collection<Article> articles, KeptIndex index) {
        this.name = name;
        this.index = index;
        this.articles = articles.stream().collect(Collectors.toMap(Article::id, Function.identity()));
        index.follow(this.articles);
    }

    /**
     * The same with embeddings, once all sections have theirs.
     *
     * @throws IOException when the endpoint fails: what words alone find must not be taken for the whole
     */
    static OurEngine hybrid(Collection<Article> articles, Path folder, Embeddings embeddings) throws IOException {
        var engine = new OurEngine("hybrid", articles, KeptIndex.in(folder).with(embeddings));
        try {
            while (!engine.index.isInStep()) {
                var trouble = engine.index.troubleWithMeaning();
                if (trouble.isPresent()) {
                    throw new IOException(trouble.get());
                }
                Thread.sleep(20);
            }
            return engine;
        } catch (InterruptedException stopped) {
            engine.close();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for embeddings.", stopped);
        } catch (IOException away) {
            engine.close();
            throw away;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> find(String question) throws IOException {
        var found = index.find(Question.read(question), Circumstances.NONE, articles, Helpfulness.NONE, HITS);
        if (found.notes().contains(KeptIndex.BY_WORDS_ALONE)) {
            throw new IOException(KeptIndex.BY_WORDS_ALONE + " Nothing was measured.");
        }
        return found.hits().stream()
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
