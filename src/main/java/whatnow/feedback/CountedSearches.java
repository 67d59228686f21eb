package whatnow.feedback;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.SearchesReached;

/**
 * Counts in memory which articles searches showed, and hands the counts over now and then. What cannot be handed over is
 * dropped: a count is not worth keeping anybody waiting.
 */
final class CountedSearches implements SearchesReached {

    private static final Logger LOG = LoggerFactory.getLogger(CountedSearches.class);

    private final Consumer<SortedMap<String, Long>> written;
    private SortedMap<String, Long> counts = new TreeMap<>();

    /** @param written takes searches by article; it may fail as the database does */
    CountedSearches(Consumer<SortedMap<String, Long>> written) {
        this.written = written;
    }

    @Override
    public synchronized void note(List<ArticleId> articles) {
        articles.forEach(it -> counts.merge(it.slug(), 1L, Long::sum));
    }

    void flush() {
        var taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            written.accept(taken);
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Counts of {} articles that searches reached are lost: {}", taken.size(), away.getMessage());
        }
    }

    private synchronized SortedMap<String, Long> take() {
        var taken = counts;
        counts = new TreeMap<>();
        return taken;
    }
}
