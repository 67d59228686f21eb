package whatnow.plan;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Services that need each other in a circle, so that none of them could come back first. */
final class Circles {

    /** Far above any system, and low enough to follow dependencies by recursion. */
    private static final int MOST_SERVICES = 1000;

    private final Map<String, List<String>> needs;
    private final Set<String> settled = new HashSet<>();
    private final Problems problems;

    private Circles(List<PlannedService> services, Problems problems) {
        this.needs = services.stream()
                .collect(Collectors.toMap(PlannedService::name, PlannedService::dependsOn, (a, _) -> a));
        this.problems = problems;
    }

    static void in(List<PlannedService> services, Problems problems) {
        if (services.size() > MOST_SERVICES) {
            problems.add(
                    "services", services.size() + " services", "at most " + MOST_SERVICES, "Make several plans of it.");
            return;
        }
        var circles = new Circles(services, problems);
        for (var i = 0; i < services.size(); i++) {
            circles.walk(services.get(i).name(), new LinkedHashSet<>(), "services." + i + ".depends-on");
        }
    }

    private void walk(String service, SequencedSet<String> way, String path) {
        if (way.contains(service)) {
            var circle = way.stream().dropWhile(it -> !it.equals(service)).collect(Collectors.joining(" -> "));
            problems.add(
                    path,
                    circle + " -> " + service,
                    "services that do not need each other in a circle",
                    "Remove the weakest of these.");
            settled.addAll(way);
            return;
        }
        if (!settled.contains(service)) {
            way.add(service);
            for (var next : needs.getOrDefault(service, List.of())) {
                walk(next, way, path);
            }
            way.remove(service);
            settled.add(service);
        }
    }
}
