package whatnow.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether what a plan says in one place fits what it says in another. What does not makes it broken. */
final class PlanReferences {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern SECTION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ARTICLE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(#[a-z0-9]+(-[a-z0-9]+)*)?");
    private static final Pattern LEVEL = Pattern.compile("L[1-4]");
    private static final Pattern HTTP = Pattern.compile("https?://[^\\s/]+(/\\S*)?");
    private static final Pattern TCP = Pattern.compile("[A-Za-z0-9._-]+:\\d{1,5}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");

    /** Far above any system, and low enough to follow dependencies by recursion. */
    private static final int MOST_SERVICES = 1000;

    /** Places in commands that a plan may fill. */
    static final Set<String> PLACES = Set.of(
            "region",
            "target_region",
            "account",
            "cluster",
            "service",
            "database",
            "replica",
            "new_database",
            "hosted_zone",
            "record",
            "health_check",
            "load_balancer",
            "target_group",
            "zone",
            "bucket",
            "backup_vault",
            "stack",
            "compose_file",
            "queue",
            "restore_time",
            "incident",
            "host",
            "snapshot",
            "endpoint",
            "port",
            "desired_count",
            "version",
            "distribution",
            "role_arn");

    private final PlanText text;
    private final RecoveryPlan plan;
    private final PlanLines lines;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final Set<String> services;
    private final Set<String> tiers;
    private final Set<String> roles;

    PlanReferences(PlanText text, RecoveryPlan plan, PlanLines lines) {
        this.text = text;
        this.plan = plan;
        this.lines = lines;
        this.services = names(plan.services(), PlannedService::name);
        this.tiers = names(plan.tiers(), ServiceTier::id);
        this.roles = names(plan.contacts(), Contact::role);
    }

    List<PlanProblem> problems() {
        identity();
        uniqueness();
        services();
        cycles();
        waves();
        people();
        strategies();
        degradation();
        for (var i = 0; i < plan.messages().size(); i++) {
            article(
                    "messages." + i + ".template",
                    plan.messages().get(i).template(),
                    ARTICLE,
                    "article or article#section");
        }
        return problems;
    }

    private void identity() {
        var id = plan.id().name();
        if (id.isEmpty()) {
            return;
        }
        if (!ID.matcher(id).matches()) {
            problem("id", id, "small letters, digits and dashes, at most 40", "Name it like its folder.");
        } else if (!text.plan().isEmpty() && !id.equals(text.plan())) {
            problem("id", id, "the name of its folder, " + text.plan(), "Rename one of the two.");
        }
    }

    private void uniqueness() {
        var names = new HashMap<String, String>();
        for (var i = 0; i < plan.services().size(); i++) {
            var service = plan.services().get(i);
            once(names, "services." + i + ".name", service.name());
            for (var j = 0; j < service.aliases().size(); j++) {
                once(names, "services." + i + ".aliases." + j, service.aliases().get(j));
            }
        }
        once("tiers", plan.tiers(), "id", ServiceTier::id);
        once("contacts", plan.contacts(), "role", Contact::role);
        once("strategies", plan.strategies(), "kind", it -> it.kind().key());
        once("disagreements", plan.disagreements(), "id", Disagreement::id);
        plan.reference().forEach((table, rows) -> {
            // Rows that the defaults add are not in this file and have no line in it.
            var own = rows.stream()
                    .limit(rows.size() - sharedRows(table, rows.size()))
                    .toList();
            once("reference." + table, own, "id", ReferenceRow::id);
        });
    }

    private int sharedRows(String table, int all) {
        var own = 0;
        while (own < all && lines.byPath().containsKey("reference." + table + "." + own)) {
            own++;
        }
        return all - own;
    }

    private <T> void once(String list, List<T> items, String key, Function<T, String> name) {
        var before = new HashMap<String, String>();
        for (var i = 0; i < items.size(); i++) {
            once(before, list + "." + i + "." + key, name.apply(items.get(i)));
        }
    }

    private void once(Map<String, String> before, String path, String name) {
        var first = before.putIfAbsent(ServiceNames.folded(name), path);
        if (first != null && !name.isEmpty()) {
            problem(
                    path,
                    name,
                    "a name that nothing else here has (line %d has it)".formatted(lines.of(first)),
                    "Rename one, or remove the repeated entry.");
        }
    }

    private void services() {
        for (var i = 0; i < plan.services().size(); i++) {
            var service = plan.services().get(i);
            var path = "services." + i;
            service.tier().ifPresent(it -> known(path + ".tier", it, tiers, "tier"));
            for (var j = 0; j < service.dependsOn().size(); j++) {
                known(path + ".depends-on." + j, service.dependsOn().get(j), services, "service");
            }
            for (var j = 0; j < service.endpoints().size(); j++) {
                endpoint(path + ".endpoints." + j, service.endpoints().get(j));
            }
            service.values().forEach((place, value) -> place(path + ".values." + place, place, value));
        }
    }

    private void endpoint(String path, PlannedService.Endpoint endpoint) {
        var shape = switch (endpoint.kind()) {
            case "http" -> HTTP;
            case "tcp" -> TCP;
            default -> null;
        };
        if (shape == null) {
            if (!endpoint.kind().isEmpty()) {
                problem(path + ".kind", endpoint.kind(), "http or tcp", "Take one of the two.");
            }
        } else if (!endpoint.address().isEmpty()
                && !shape.matcher(endpoint.address()).matches()) {
            problem(
                    path + ".address",
                    endpoint.address(),
                    shape == HTTP ? "an address such as https://host/health" : "an address such as host:5432",
                    "Correct the address or the kind.");
        }
    }

    private void place(String path, String place, String value) {
        if (!PLACES.contains(place)) {
            problem(
                    path,
                    place,
                    "a place of a command: " + PLACES.stream().sorted().collect(Collectors.joining(", ")),
                    Nearest.orElse(place, PLACES, "Commands have no such place; use a reference table."));
        }
        if (!value.isEmpty() && !VALUE.matcher(value).matches()) {
            problem(
                    path,
                    value,
                    "letters, digits and . _ : / - only, at most 128",
                    "A value goes into a command that somebody pastes; write it without blanks and quotes.");
        }
    }

    private void cycles() {
        if (plan.services().size() > MOST_SERVICES) {
            problem(
                    "services",
                    plan.services().size() + " services",
                    "at most " + MOST_SERVICES,
                    "Make several plans of it.");
            return;
        }
        var edges = plan.services().stream()
                .collect(Collectors.toMap(PlannedService::name, PlannedService::dependsOn, (a, _) -> a));
        var settled = new HashSet<String>();
        for (var i = 0; i < plan.services().size(); i++) {
            walk(plan.services().get(i).name(), edges, new LinkedHashSet<>(), settled, "services." + i + ".depends-on");
        }
    }

    private void walk(
            String service,
            Map<String, List<String>> edges,
            SequencedSet<String> way,
            Set<String> settled,
            String path) {
        if (way.contains(service)) {
            var circle = way.stream().dropWhile(it -> !it.equals(service)).collect(Collectors.joining(" -> "));
            problem(
                    path,
                    circle + " -> " + service,
                    "services that do not need each other in a circle",
                    "Remove the weakest of these.");
            settled.addAll(way);
            return;
        }
        if (!settled.contains(service)) {
            way.add(service);
            for (var next : edges.getOrDefault(service, List.of())) {
                walk(next, edges, way, settled, path);
            }
            way.remove(service);
            settled.add(service);
        }
    }

    private void waves() {
        for (var i = 0; i < plan.restoration().size(); i++) {
            var wave = plan.restoration().get(i);
            for (var j = 0; j < wave.services().size(); j++) {
                known("restoration." + i + ".services." + j, wave.services().get(j), services, "service");
            }
        }
    }

    private void people() {
        for (var i = 0; i < plan.severities().size(); i++) {
            role("severities." + i + ".lead", plan.severities().get(i).lead());
        }
        for (var i = 0; i < plan.escalation().size(); i++) {
            var step = plan.escalation().get(i);
            var path = "escalation." + i;
            for (var j = 0; j < step.roles().size(); j++) {
                role(path + ".roles." + j, step.roles().get(j));
            }
            if (!step.level().isEmpty() && !LEVEL.matcher(step.level()).matches()) {
                problem(path + ".level", step.level(), "L1, L2, L3 or L4", "Map the plan's own level to one of these.");
            }
            article(path + ".article", step.article(), SECTION, "article#section");
        }
    }

    private void strategies() {
        for (var i = 0; i < plan.strategies().size(); i++) {
            var strategy = plan.strategies().get(i);
            var path = "strategies." + i;
            article(path + ".article", strategy.article(), SECTION, "article#section");
            for (var j = 0; j < strategy.articles().size(); j++) {
                article(
                        path + ".articles." + j + ".article",
                        strategy.articles().get(j).article(),
                        SECTION,
                        "article#section");
            }
            for (var j = 0; j < strategy.approvals().size(); j++) {
                role(
                        path + ".approvals." + j + ".role",
                        strategy.approvals().get(j).role());
                role(
                        path + ".approvals." + j + ".deputy",
                        strategy.approvals().get(j).deputy());
            }
        }
    }

    private void degradation() {
        if (plan.degradation().isEmpty()) {
            return;
        }
        var tiers = plan.degradation().get().tiers();
        once("degradation.tiers", tiers, "tier", it -> PlanFormat.word(it.tier()));
        for (var i = 0; i < tiers.size(); i++) {
            article("degradation.tiers." + i + ".article", tiers.get(i).article(), SECTION, "article#section");
        }
        var known = names(tiers, it -> PlanFormat.word(it.tier()));
        var triggers = plan.degradation().get().triggers();
        for (var i = 0; i < triggers.size(); i++) {
            known(
                    "degradation.triggers." + i + ".tier",
                    PlanFormat.word(triggers.get(i).tier()),
                    known,
                    "tier");
        }
    }

    private void role(String path, String role) {
        known(path, role, roles, "role of contacts");
    }

    private void known(String path, String name, Collection<String> known, String what) {
        if (!name.isEmpty() && !known.contains(name)) {
            problem(
                    path,
                    name,
                    "a %s that this plan has".formatted(what),
                    Nearest.orElse(name, known, "Add it, or take one of: " + String.join(", ", known) + "."));
        }
    }

    private void article(String path, String article, Pattern shape, String words) {
        if (!article.isEmpty() && !shape.matcher(article).matches()) {
            problem(path, article, words, "Write it like regional-failover#steps.");
        }
    }

    private static <T> Set<String> names(List<T> items, Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void problem(String path, String value, String expected, String remedy) {
        problems.add(new PlanProblem(text.plan(), text.file(), lines.of(path), value, expected, remedy));
    }
}
