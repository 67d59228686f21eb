package whatnow.incident;

import java.util.Set;

/**
 * Something was learnt about these incidents, and it is committed.
 *
 * <p>It only wakes: the work itself is a row in {@code decision_due}, so a lost event costs a second and nothing else.
 */
public record FactsLearnt(Set<IncidentId> incidents) {

    public FactsLearnt {
        incidents = Set.copyOf(incidents);
    }
}
