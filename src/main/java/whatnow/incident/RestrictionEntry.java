package whatnow.incident;

import java.time.Instant;
import java.util.Set;

/**
 * One line of the history of restrictions.
 *
 * @param ask whom others are told to ask; empty keeps what was said before
 * @param names people who are named by this line
 */
public record RestrictionEntry(
        IncidentId incident, Kind kind, Instant at, String by, String why, String ask, Set<String> names) {

    /** What a line does. */
    public enum Kind {
        RESTRICTED,
        NAMED,
        LIFTED
    }

    public RestrictionEntry {
        names = Set.copyOf(names);
    }
}
