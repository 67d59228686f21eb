package whatnow.decision.known;

import java.time.Instant;
import java.util.List;
import whatnow.incident.State;

/**
 * How a fact is believed.
 *
 * @param firm said by a named person or by two kinds of source: one forged alert is not enough to block anything
 * @param disputed fresh sources say opposite things
 * @param observedAt the newest observation
 * @param sources who says so, sorted
 * @param outside seen from outside the region that it is about
 */
public record Belief(
        State state, boolean firm, boolean disputed, Instant observedAt, List<String> sources, boolean outside) {

    @Override
    public String toString() {
        return "%s by %s at %s%s%s"
                .formatted(state, sources, observedAt, firm ? " firm" : "", disputed ? " disputed" : "");
    }
}
