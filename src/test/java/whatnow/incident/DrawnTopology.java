package whatnow.incident;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import whatnow.plan.PlanId;

/** Who runs where and needs whom, as a test draws it. What is not drawn is in no plan. */
public final class DrawnTopology implements Topology {

    private final Map<String, Set<String>> plans = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<Set<String>> links = new HashSet<>();
    private final Set<String> regions = new TreeSet<>();
    private Duration linkWindow = USUAL_LINK_WINDOW;

    public DrawnTopology knows(String plan, String... services) {
        for (var service : services) {
            plans.computeIfAbsent(service, _ -> new TreeSet<>()).add(plan);
        }
        return this;
    }

    public DrawnTopology alias(String alias, String service) {
        aliases.put(alias, service);
        return this;
    }

    public DrawnTopology alias(String plan, String alias, String service) {
        aliases.put(plan + "/" + alias, service);
        return this;
    }

    public DrawnTopology needs(String one, String other) {
        links.add(Set.of(one, other));
        return this;
    }

    public DrawnTopology runsIn(String region) {
        regions.add(region);
        return this;
    }

    public DrawnTopology linksFor(Duration window) {
        linkWindow = window;
        return this;
    }

    @Override
    public Duration linkWindow(PlanId plan) {
        return linkWindow;
    }

    @Override
    public Home home(Map<String, String> labels, String source, String service) {
        var plan = labels.getOrDefault("plan", "");
        var name = aliases.getOrDefault(plan + "/" + service, aliases.getOrDefault(service, service));
        var known = List.copyOf(plans.getOrDefault(name, Set.of()));
        if (known.contains(plan)) {
            return new Home.Known(new PlanId(plan), name);
        }
        return switch (known.size()) {
            case 0 -> new Home.Nowhere(name);
            case 1 -> new Home.Known(new PlanId(known.getFirst()), name);
            default -> new Home.Ambiguous(known.stream().map(PlanId::new).toList(), name);
        };
    }

    @Override
    public boolean linked(PlanId plan, String one, String other) {
        return one.equals(other) || links.contains(Set.of(one, other));
    }

    @Override
    public boolean has(PlanId plan, String service) {
        return plans.getOrDefault(service, Set.of()).contains(plan.name());
    }

    @Override
    public Set<String> regions(PlanId plan) {
        return regions;
    }
}
