package whatnow.knowledge.index;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
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

    private static final Logger LOG = System.getLogger(KeptIndex.class.getName());
    private static final String READING =
            "The index is being built again. Until then articles are read word by word, and the order is rough.";

    private final Optional<IndexFolder> folder;
    private volatile @Nullable ArticleIndex index;
    private volatile Optional<String> trouble = Optional.empty();

    private KeptIndex(Optional<IndexFolder> folder) {
        this.folder = folder;
    }

    public static KeptIndex inMemory() {
        return new KeptIndex(Optional.empty());
    }

    /** Kept in a folder below this one; in memory when that cannot be used. */
    public static KeptIndex in(Path root) {
        return new KeptIndex(Optional.of(new IndexFolder(root)));
    }

    /** Afterwards exactly these articles are found. */
    public synchronized void follow(Map<ArticleId, Article> articles) {
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

    /** See {@link ArticleIndex#find}; an index that breaks while it is read is built again behind the answer. */
    public Found find(
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
        return WordByWord.find(question, articles.values(), most).noting(READING);
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
                    follow(articles);
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
