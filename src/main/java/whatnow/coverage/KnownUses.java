package whatnow.coverage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import whatnow.feedback.ArticleUses;
import whatnow.feedback.ArticleUses.Use;
import whatnow.incident.IncidentId;
import whatnow.knowledge.ArticleId;

/** What became of articles, or nothing while the database is away: a runbook is shown without it. */
@Component
class KnownUses {

    private static final Logger LOG = LoggerFactory.getLogger(KnownUses.class);
    private static final int NEWEST = 5;

    private final ArticleUses uses;

    KnownUses(ArticleUses uses) {
        this.uses = uses;
    }

    Optional<Use> of(ArticleId article, Supplier<Set<IncidentId>> hidden) {
        return unlessAway(() -> uses.of(article, hidden.get(), NEWEST));
    }

    Optional<Map<String, Use>> all(Supplier<Set<IncidentId>> hidden) {
        return unlessAway(() -> Coverages.byArticle(uses.all(hidden.get())));
    }

    private static <T> Optional<T> unlessAway(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("What became of articles is not known: {}", away.getMessage());
            return Optional.empty();
        }
    }
}
