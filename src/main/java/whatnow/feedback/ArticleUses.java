package whatnow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whatnow.incident.IncidentId;
import whatnow.knowledge.ArticleId;

/**
 * Which articles decisions cited, searches showed and people judged.
 *
 * <p>Every question names the incidents that whoever asks may not see: nothing of them is counted.
 */
public interface ArticleUses {

    /** @param newest so many of the incidents that used it last */
    Use of(ArticleId article, Set<IncidentId> hidden, int newest);

    /** Of every article that was ever used, reached or judged; by article. */
    List<Use> all(Set<IncidentId> hidden);

    /**
     * What is known of one article.
     *
     * @param decisions how many cited it
     * @param incidents how many they were about
     * @param searches how many showed it
     * @param lastDrilled when a decision of a drill last proposed its steps
     * @param newest the incidents that used it last, newest first
     */
    record Use(
            String article,
            long decisions,
            long incidents,
            Optional<Instant> lastUsedByDecision,
            long searches,
            Optional<Instant> lastDrilled,
            long helped,
            long wrong,
            long missing,
            List<UsedBy> newest) {

        static Use none(String article) {
            return new Use(article, 0, 0, Optional.empty(), 0, Optional.empty(), 0, 0, 0, List.of());
        }

        Use with(List<UsedBy> newest) {
            return new Use(
                    article,
                    decisions,
                    incidents,
                    lastUsedByDecision,
                    searches,
                    lastDrilled,
                    helped,
                    wrong,
                    missing,
                    newest);
        }
    }

    /**
     * An incident that used it.
     *
     * @param decision the newest one that cites it
     * @param steps its steps were proposed, and it was not only cited
     */
    record UsedBy(String incident, String decision, Instant at, boolean drill, boolean steps) {}
}
