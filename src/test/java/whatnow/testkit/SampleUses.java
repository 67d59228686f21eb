package whatnow.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatnow.feedback.ArticleUses;
import whatnow.incident.IncidentId;
import whatnow.knowledge.ArticleId;

/** One article that was used, reached, judged and drilled. */
public final class SampleUses implements ArticleUses {

    private static final Use FAILOVER = new Use(
            "regional-failover",
            12,
            2,
            Optional.of(SampleCards.NOW.minusSeconds(40)),
            31,
            Optional.of(SampleCards.NOW.minus(Duration.ofDays(400))),
            3,
            1,
            2,
            List.of(
                    new UsedBy(SampleCards.DATABASE, "DEC-2026-0117", SampleCards.NOW.minusSeconds(40), false, true),
                    new UsedBy(SampleCards.SILENCE, "DEC-2026-0120", SampleCards.NOW.minusSeconds(90), true, false)));

    @Override
    public Use of(ArticleId article, Set<IncidentId> hidden, int newest) {
        return article.slug().equals(FAILOVER.article())
                ? FAILOVER
                : new Use(article.slug(), 0, 0, Optional.empty(), 0, Optional.empty(), 0, 0, 0, List.of());
    }

    @Override
    public List<Use> all(Set<IncidentId> hidden) {
        return List.of(FAILOVER);
    }
}
