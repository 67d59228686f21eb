package whatnow.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import whatnow.feedback.ArticleUses;
import whatnow.feedback.ArticleUses.Use;
import whatnow.incident.IncidentId;
import whatnow.knowledge.ArticleId;
import whatnow.time.Now;

/**
 * What became of articles, or nothing while the database is away: a runbook is shown without it.
 *
 * <p>Waiting for a database that is away takes seconds, and a runbook is read most when everything is away. So after it did
 * not answer it is left alone for some seconds.
 */
@Component
class KnownUses {

    private static final Logger LOG = LoggerFactory.getLogger(KnownUses.class);
    private static final int NEWEST = 5;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private final ArticleUses uses;
    private final Now now;
    private volatile Instant askAgain = Instant.EPOCH;

    KnownUses(ArticleUses uses, Now now) {
        this.uses = uses;
        this.now = now;
    }

    Optional<Use> of(ArticleId article, Supplier<Set<IncidentId>> hidden) {
        return unlessAway(() -> uses.of(article, hidden.get(), NEWEST));
    }

    Optional<Map<String, Use>> all(Supplier<Set<IncidentId>> hidden) {
        return unlessAway(
                () -> uses.all(hidden.get()).stream().collect(Collectors.toMap(Use::article, Function.identity())));
    }

    private <T> Optional<T> unlessAway(Supplier<T> asked) {
        if (now.instant().isBefore(askAgain)) {
            return Optional.empty();
        }
        try {
            return Optional.of(asked.get());
        } catch (DataAccessException | TransactionException away) {
            askAgain = now.instant().plus(LEFT_ALONE);
            LOG.debug("What became of articles is not known: {}", away.getMessage());
            return Optional.empty();
        }
    }
}
