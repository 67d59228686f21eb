package whatnow.feedback;

import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness;

/** What was said of articles, as it was last read. While the database is away what was known then counts. */
final class KnownHelpfulness implements Helpfulness {

    private static final Logger LOG = LoggerFactory.getLogger(KnownHelpfulness.class);

    private final Supplier<Map<ArticleId, Votes>> facts;
    private volatile Map<ArticleId, Votes> known = Map.of();
    private volatile boolean isAway;

    KnownHelpfulness(Supplier<Map<ArticleId, Votes>> facts) {
        this.facts = facts;
    }

    @Override
    public Votes of(ArticleId article) {
        return known.getOrDefault(article, Votes.NONE);
    }

    void refresh() {
        try {
            known = Map.copyOf(facts.get());
            isAway = false;
        } catch (DataAccessException | TransactionException away) {
            if (!isAway) {
                LOG.warn("What helped cannot be read; what was last known counts. {}", away.getMessage());
            }
            isAway = true;
        }
    }
}
