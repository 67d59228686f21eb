package whatnow.knowledge.question;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What the question stands in. Articles about the same come first; none is left out for it. All names in
 * small letters.
 *
 * @param today so that what is overdue for review can come a little later; empty where nobody knows
 */
public record Circumstances(
        Set<String> services,
        Set<String> alerts,
        Set<String> regions,
        Set<String> severities,
        Set<String> plans,
        Optional<LocalDate> today) {

    public static final Circumstances NONE =
            new Circumstances(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty());

    /** The same on that day. */
    public Circumstances on(LocalDate day) {
        return new Circumstances(services, alerts, regions, severities, plans, Optional.of(day));
    }

    public Circumstances {
        services = Set.copyOf(services);
        alerts = Set.copyOf(alerts);
        regions = Set.copyOf(regions);
        severities = Set.copyOf(severities);
        plans = Set.copyOf(plans);
    }
}
