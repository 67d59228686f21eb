package whatnow.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.ServiceNames;

/**
 * The services of the plans that were active when it was made. It never changes; ask {@link
 * Catalogues} for the one of this moment.
 *
 * <p>Names are compared exactly, then without case and Unicode variants, then as aliases. An exact
 * name in one plan outranks an alias in another.
 */
public final class Catalogue {

    private final List<RecoveryPlan> plans;
    private final Map<String, List<Catalogued>> byName = new HashMap<>();
    private final Map<String, List<Catalogued>> byFoldedName = new HashMap<>();
    private final Map<String, List<Catalogued>> byAlias = new HashMap<>();

    private Catalogue(List<RecoveryPlan> plans) {
        this.plans = plans;
        for (var plan : plans) {
            for (var service : plan.services()) {
                var entry = new Catalogued(plan.id(), service);
                add(byName, service.name(), entry);
                add(byFoldedName, ServiceNames.folded(service.name()), entry);
                service.aliases().forEach(it -> add(byAlias, ServiceNames.folded(it), entry));
            }
        }
    }

    /** Over these plans; {@code general} knows no services and is left out. */
    public static Catalogue over(List<RecoveryPlan> active) {
        return new Catalogue(
                active.stream().filter(it -> !it.id().equals(PlanId.GENERAL)).toList());
    }

    public List<Catalogued> all() {
        return plans.stream()
                .flatMap(plan -> plan.services().stream().map(it -> new Catalogued(plan.id(), it)))
                .toList();
    }

    /** All services it may be: those named so if any are, else those with such an alias. */
    public List<Catalogued> candidates(String name) {
        var exact = byName.get(name);
        if (exact != null) {
            return List.copyOf(exact);
        }
        var folded = ServiceNames.folded(name);
        var named = byFoldedName.get(folded);
        return List.copyOf(named != null ? named : byAlias.getOrDefault(folded, List.of()));
    }

    /** The service of this name or alias within a plan. */
    public Optional<PlannedService> find(PlanId plan, String name) {
        var folded = ServiceNames.folded(name);
        return candidates(name).stream()
                .filter(it -> it.plan().equals(plan))
                .map(Catalogued::service)
                .findFirst()
                .or(() -> byFoldedName.getOrDefault(folded, List.of()).stream()
                        .filter(it -> it.plan().equals(plan))
                        .map(Catalogued::service)
                        .findFirst())
                .or(() -> byAlias.getOrDefault(folded, List.of()).stream()
                        .filter(it -> it.plan().equals(plan))
                        .map(Catalogued::service)
                        .findFirst());
    }

    /** Which plan a signal belongs to: a selector's word first, then who knows the service. */
    public Home home(Map<String, String> labels, String source, String service) {
        var selecting = plans.stream()
                .filter(it -> it.match().selects(labels, source))
                .map(RecoveryPlan::id)
                .toList();
        if (selecting.size() == 1) {
            var plan = selecting.getFirst();
            return new Home.InPlan(plan, find(plan, service));
        }
        if (selecting.size() > 1) {
            return new Home.Ambiguous(selecting);
        }
        var candidates = candidates(service);
        return switch (candidates.size()) {
            case 0 -> new Home.Nowhere();
            case 1 ->
                new Home.InPlan(
                        candidates.getFirst().plan(),
                        Optional.of(candidates.getFirst().service()));
            default ->
                new Home.Ambiguous(
                        candidates.stream().map(Catalogued::plan).distinct().toList());
        };
    }

    /** Everything the service cannot work without, nearest first, without itself. */
    public Set<String> dependsOn(PlanId plan, String service) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(service);
        while (!open.isEmpty()) {
            for (var next : needs(plan, open.remove())) {
                if (!next.equals(service) && found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    /** Whether one of the two needs the other, directly or by way of others. */
    public boolean linked(PlanId plan, String a, String b) {
        return a.equals(b)
                || dependsOn(plan, a).contains(b)
                || dependsOn(plan, b).contains(a);
    }

    /**
     * Of these broken services those that no other one of them explains, in the order given: where
     * to look first.
     */
    public List<String> mostUpstream(PlanId plan, Collection<String> broken) {
        var distinct = new LinkedHashSet<>(broken);
        return distinct.stream()
                .filter(it -> dependsOn(plan, it).stream().noneMatch(distinct::contains))
                .toList();
    }

    private List<String> needs(PlanId plan, String service) {
        return plan(plan)
                .flatMap(it -> it.service(service))
                .map(PlannedService::dependsOn)
                .orElseGet(List::of);
    }

    private Optional<RecoveryPlan> plan(PlanId id) {
        return plans.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private static void add(Map<String, List<Catalogued>> index, String name, Catalogued entry) {
        var entries = index.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!entries.contains(entry)) {
            entries.add(entry);
        }
    }
}
