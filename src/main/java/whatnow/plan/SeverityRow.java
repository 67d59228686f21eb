package whatnow.plan;

import java.util.List;
import java.util.Optional;

/**
 * One row of a plan's severity table.
 *
 * @param importance narrows the row to services of this importance; empty means any
 * @param level the plan's own name for it, for example {@code L3 Major Outage}; empty if the plan has no scale
 * @param assumed true until the plan's owner has signed the mapping
 * @param urgency how soon something must be done
 * @param lead role that leads the response
 * @param rows the source rows it comes from
 */
public record SeverityRow(
        Condition condition,
        Optional<Importance> importance,
        Optional<String> level,
        Severity severity,
        Urgency urgency,
        boolean assumed,
        String lead,
        List<String> rows) {

    /** Whether the row speaks of a service this important. */
    public boolean covers(Importance other) {
        return importance.map(it -> it == other).orElse(true);
    }
}
