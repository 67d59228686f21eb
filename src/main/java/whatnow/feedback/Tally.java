package whatnow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import whatnow.feedback.ArticleUses.Use;

/** What several counts say of the same articles, put together. */
final class Tally {

    private final SortedMap<String, Use> uses = new TreeMap<>();

    void used(String article, long decisions, long incidents, Optional<Instant> last, Optional<Instant> drilled) {
        change(
                article,
                it -> new Use(
                        article,
                        decisions,
                        incidents,
                        last,
                        it.searches(),
                        drilled,
                        it.helped(),
                        it.wrong(),
                        it.missing(),
                        it.newest()));
    }

    void reached(String article, long searches) {
        change(
                article,
                it -> new Use(
                        article,
                        it.decisions(),
                        it.incidents(),
                        it.lastUsedByDecision(),
                        searches,
                        it.lastDrilled(),
                        it.helped(),
                        it.wrong(),
                        it.missing(),
                        it.newest()));
    }

    void judged(String article, long helped, long wrong, long missing) {
        change(
                article,
                it -> new Use(
                        article,
                        it.decisions(),
                        it.incidents(),
                        it.lastUsedByDecision(),
                        it.searches(),
                        it.lastDrilled(),
                        helped,
                        wrong,
                        missing,
                        it.newest()));
    }

    List<Use> all() {
        return List.copyOf(uses.values());
    }

    private void change(String article, UnaryOperator<Use> change) {
        uses.put(article, change.apply(uses.getOrDefault(article, Use.none(article))));
    }
}
