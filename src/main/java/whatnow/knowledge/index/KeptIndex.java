package whatnow.knowledge.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.Found;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Question;

/**
 * The index and what to do when it breaks: it is thrown away and built again, first where it was and, if
 * that does not go, in memory. Until then articles are read word by word, so a question is never answered
 * with nothing because of the index.
 */
public final class KeptIndex implements AutoCloseable {

    /** Noted on what was found where embeddings were to help and could not. */
    public static final String BY_WORDS_ALONE = "The embeddings do not answer; found by words alone.";

    private static final Logger LOG = System.getLogger(KeptIndex.class.getName());
    private static final String READING =
            "The index is being built again. Until then articles are read word by word, and the order is rough.";

    private final Optional<IndexFolder> folder;
    private final Optional<ByMeaning> meaning;
    private volatile @Nullable ArticleIndex index;
    private volatile Optional<String> trouble = Optional.empty();

    private KeptIndex(Optional<IndexFolder> folder, Optional<ByMeaning> meaning) {
        this.folder = folder;
        this.meaning = meaning;
    }

    public static KeptIndex inMemory() {
        return new KeptIndex(Optional.empty(), Optional.empty());
    }

    /** Kept in a folder below this one; in memory when that cannot be used. */
    public static KeptIndex in(Path root) {
        return new KeptIndex(Optional.of(new IndexFolder(root)), Optional.empty());
    }

    /** One at the same place that also finds what is close in meaning, as far as these answer. */
    public KeptIndex with(Embeddings embeddings) {
        return with(embeddings, SectionVectors.MOST_FLOATS, System::nanoTime);
    }

    KeptIndex with(Embeddings embeddings, int mostFloats, LongSupplier nanos) {
        return embeddings == Embeddings.NONE
                ? this
                : new KeptIndex(folder, Optional.of(new ByMeaning(embeddings, mostFloats, nanos)));
    }

    /** Afterwards exactly these articles are found by their words, and a little later by their meaning. */
    public void follow(Map<ArticleId, Article> articles) {
        followWords(articles);
        meaning.ifPresent(it -> it.follow(articles));
    }

    private synchronized void followWords(Map<ArticleId, Article> articles) {
        var current = index;
        try {
            if (current == null) {
                current = open();
            }
            current.follow(articles);
            index = current;
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.WARNING, "The index of articles broke and is built again in memory.", broken);
            trouble = Optional.of("The index could not be written where it is kept (%s); it is held in memory."
                    .formatted(broken.getClass().getSimpleName()));
            drop(current);
            inMemory(articles);
        }
    }

    /** What people should know about it; empty when all is well. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** What people should know about finding by meaning; empty when all is well, and when it is off. */
    public Optional<String> troubleWithMeaning() {
        return meaning.flatMap(ByMeaning::trouble);
    }

    /** Whether all that was followed is found by its meaning too; so always when that is off. */
    public boolean isInStep() {
        return meaning.map(ByMeaning::isInStep).orElse(true);
    }

    /** See {@link ArticleIndex#find}; an index that breaks while it is read is built again behind the answer. */
    public Found find(
            Question question,
            Circumstances around,
            Map<ArticleId, Article> articles,
            Helpfulness helpfulness,
            int most) {
        if (meaning.isEmpty() || most < 1 || !ByMeaning.mayAnswer(question, around)) {
            return byWords(question, around, articles, helpfulness, most);
        }
        var deep = byWords(question, around, articles, helpfulness, ByMeaning.DEPTH);
        return meaning.get().join(deep, question, articles, Math.min(most, ByMeaning.DEPTH));
    }

    private Found byWords(
            Question question,
            Circumstances around,
            Map<ArticleId, Article> articles,
            Helpfulness helpfulness,
            int most) {
        var current = index;
        if (current != null) {
            try {
                return current.find(question, around, articles, helpfulness, most);
            } catch (IOException | RuntimeException broken) {
                rebuild(current, articles, broken);
            }
        }
        var end = System.nanoTime() + ArticleIndex.LONGEST_NANOS;
        return WordByWord.find(question, articles.values(), most, () -> System.nanoTime() - end > 0)
                .noting(READING);
    }

    /** Articles that what is being typed may lead to, best first. */
    public List<ArticleId> suggest(String typed, Map<ArticleId, Article> articles, int most) {
        var current = index;
        if (current == null) {
            return List.of();
        }
        try {
            return current.suggest(typed, most);
        } catch (IOException | RuntimeException broken) {
            rebuild(current, articles, broken);
            return List.of();
        }
    }

    @Override
    public synchronized void close() {
        meaning.ifPresent(ByMeaning::close);
        drop(index);
        index = null;
    }

    /** Closes what is read from, so that the next question meets an error of Lucene's own. */
    void breakForTests() {
        drop(index);
    }

    private ArticleIndex open() {
        if (folder.isEmpty()) {
            return ArticleIndex.inMemory();
        }
        try {
            return folder.get().open();
        } catch (LockObtainFailedException _) {
            trouble = Optional.of("Another process uses the index; this one holds its own in memory.");
        } catch (IOException | RuntimeException unusable) {
            trouble =
                    Optional.of("The index cannot be kept on disk (%s); it is held in memory. Make the folder writable."
                            .formatted(unusable.getMessage()));
        }
        return ArticleIndex.inMemory();
    }

    private void inMemory(Map<ArticleId, Article> articles) {
        try {
            var fresh = ArticleIndex.inMemory();
            fresh.follow(articles);
            index = fresh;
        } catch (IOException | RuntimeException hopeless) {
            index = null;
            LOG.log(Level.ERROR, "No index could be built; articles are read word by word.", hopeless);
        }
    }

    private void rebuild(ArticleIndex broken, Map<ArticleId, Article> articles, Exception reason) {
        LOG.log(Level.WARNING, "The index of articles cannot be read and is built again.", reason);
        Thread.ofVirtual().name("knowledge-index").start(() -> {
            synchronized (this) {
                if (index == broken) {
                    index = null;
                    drop(broken);
                    followWords(articles);
                }
            }
        });
    }

    private static void drop(@Nullable ArticleIndex old) {
        if (old != null) {
            try {
                old.close();
            } catch (IOException | RuntimeException _) {
                // It was to be thrown away.
            }
        }
    }
}
