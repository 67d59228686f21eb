package whatnow.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Orders that cannot work, or that another order of the same plan contradicts. */
final class OrderFindings {

    private static final Pattern DNS = Pattern.compile("(?i)\\bdns\\b|route ?53|traffic");
    private static final Pattern START = Pattern.compile("(?i)\\b(start|scale)\\w*\\b");
    private static final Pattern PROMOTE = Pattern.compile("(?i)\\bpromot\\w*");
    private static final Pattern FENCE = Pattern.compile("(?i)\\bfenc\\w*|stop(s|ped)? writes|writes stopped");

    /** Words in a layer's name, and the services it stands for. */
    private static final Map<String, Predicate<PlannedService>> LAYERS = layers();

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        dependencies(checked, found);
        repeated(checked, found);
        layers(checked, found);
        checked.plan().reference().forEach((table, rows) -> sequence(checked, table, rows, found));
        return found;
    }

    private static void dependencies(CheckedPlan checked, List<PlanFinding> found) {
        for (var i = 0; i < checked.plan().restoration().size(); i++) {
            var wave = checked.plan().restoration().get(i);
            for (var name : wave.services()) {
                for (var needed : checked.plan()
                        .service(name)
                        .map(PlannedService::dependsOn)
                        .orElse(List.of())) {
                    dependency(checked, wave, name, needed, "restoration." + i, found);
                }
            }
        }
    }

    private static void dependency(
            CheckedPlan checked, Wave wave, String name, String needed, String path, List<PlanFinding> found) {
        var other = checked.waveOf(needed);
        if (other.isEmpty()) {
            return;
        }
        var same = other.get().equals(wave);
        var later = other.get().order() > wave.order()
                || (same
                        && !wave.parallel()
                        && wave.services().indexOf(needed) > wave.services().indexOf(name));
        if (later) {
            found.add(checked.finding(
                    "restored-before-what-it-needs",
                    name + "/" + needed,
                    path,
                    wave.rows(),
                    "(%s) comes back before (%s), which it needs.".formatted(name, needed),
                    "Turn the two around."));
        } else if (same && wave.parallel()) {
            found.add(checked.finding(
                    "restored-beside-what-it-needs",
                    name + "/" + needed,
                    path,
                    wave.rows(),
                    "(%s) and (%s), which it needs, are started at the same time.".formatted(name, needed),
                    "Put the second into an earlier wave."));
        }
    }

    private static void repeated(CheckedPlan checked, List<PlanFinding> found) {
        var seen = new HashSet<String>();
        for (var i = 0; i < checked.plan().restoration().size(); i++) {
            for (var name : checked.plan().restoration().get(i).services()) {
                if (!seen.add(name)) {
                    found.add(checked.finding(
                            "restored-twice",
                            name,
                            "restoration." + i,
                            checked.plan().restoration().get(i).rows(),
                            "(%s) stands in more than one wave.".formatted(name),
                            "Keep one."));
                }
            }
        }
    }

    /** A table of layers, first to last, against the waves: is a later layer's service in an earlier wave? */
    private static void layers(CheckedPlan checked, List<PlanFinding> found) {
        checked.plan().reference().forEach((table, rows) -> {
            if (!table.startsWith("restoration") && !table.startsWith("recovery_order")) {
                return;
            }
            for (var i = 0; i < rows.size(); i++) {
                for (var j = i + 1; j < rows.size(); j++) {
                    turned(checked, table, rows, i, j).ifPresent(found::add);
                }
            }
        });
    }

    private static Optional<PlanFinding> turned(
            CheckedPlan checked, String table, List<ReferenceRow> rows, int i, int j) {
        var last = waves(checked, rows.get(i)).max();
        var first = waves(checked, rows.get(j)).min();
        if (last.isEmpty() || first.isEmpty() || first.getAsInt() >= last.getAsInt()) {
            return Optional.empty();
        }
        return Optional.of(checked.finding(
                "two-orders-disagree",
                layer(rows.get(j)) + "-before-" + layer(rows.get(i)),
                "reference.%s.%d".formatted(table, j),
                rows.get(j).rows(),
                "The table (%s) restores (%s) after (%s); the waves do it the other way round."
                        .formatted(table, rows.get(j).title(), rows.get(i).title()),
                "Say which order counts, and for what."));
    }

    private static String layer(ReferenceRow row) {
        return row.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static IntStream waves(CheckedPlan checked, ReferenceRow row) {
        var title = row.title().toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
        var layer = LAYERS.entrySet().stream()
                .filter(it -> title.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return layer.stream()
                .flatMap(it -> checked.plan().services().stream().filter(it))
                .flatMap(it -> checked.waveOf(it.name()).stream())
                .mapToInt(Wave::order);
    }

    private static Map<String, Predicate<PlannedService>> layers() {
        var layers = new LinkedHashMap<String, Predicate<PlannedService>>();
        layers.put("load balancer", it -> it.name().contains("balancer"));
        layers.put(
                "network", it -> it.kind() == ServiceKind.NETWORK && !it.name().contains("balancer"));
        layers.put("storage", it -> it.kind() == ServiceKind.STORAGE);
        layers.put("database", PlannedService::isDatabase);
        layers.put("queue", it -> it.kind() == ServiceKind.QUEUE);
        layers.put("cache", it -> it.kind() == ServiceKind.CACHE);
        layers.put(
                "monitoring",
                it -> it.kind() == ServiceKind.MONITORING || it.name().contains("monitoring"));
        layers.put(
                "application",
                it -> it.kind() == ServiceKind.APPLICATION && !it.name().contains("monitoring"));
        layers.put("container", it -> it.kind() == ServiceKind.COMPUTE);
        return layers;
    }

    /** Any table of steps that tells of DNS or of a promotion. */
    private static void sequence(CheckedPlan checked, String table, List<ReferenceRow> rows, List<PlanFinding> found) {
        if (!table.contains("failover") || rows.size() < 4) {
            return;
        }
        var path = "reference." + table;
        var sources = rows.stream().flatMap(it -> it.rows().stream()).distinct().toList();
        var dns = first(rows, DNS);
        var start = first(rows, START);
        var promote = first(rows, PROMOTE);
        var fence = first(rows, FENCE);
        if (dns.isPresent() && start.isPresent() && dns.getAsInt() < start.getAsInt()) {
            found.add(checked.finding(
                    "dns-before-services",
                    table,
                    path + "." + dns.getAsInt(),
                    sources,
                    "The table (%s) sends users to services that do not run yet.".formatted(table),
                    "Start and check the services first, then change DNS."));
        }
        if (dns.isPresent() && promote.isPresent() && dns.getAsInt() < promote.getAsInt()) {
            found.add(checked.finding(
                    "dns-before-promotion",
                    table,
                    path + "." + dns.getAsInt(),
                    sources,
                    "The table (%s) sends users to a database that cannot write yet.".formatted(table),
                    "Promote and prove a write first, then change DNS."));
        }
        if (promote.isPresent() && (fence.isEmpty() || fence.getAsInt() > promote.getAsInt())) {
            found.add(checked.finding(
                    "promotion-without-fence",
                    table,
                    path + "." + promote.getAsInt(),
                    sources,
                    "The table (%s) promotes before the old primary is fenced.".formatted(table),
                    "Fence first, or record why not and who accepts it."));
        }
    }

    private static OptionalInt first(List<ReferenceRow> rows, Pattern pattern) {
        return IntStream.range(0, rows.size())
                .filter(it -> pattern.matcher(rows.get(it).title()).find())
                .findFirst();
    }

    private OrderFindings() {}
}
