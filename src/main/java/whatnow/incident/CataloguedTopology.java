package whatnow.incident;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.catalogue.Catalogue;
import whatnow.catalogue.Catalogued;
import whatnow.catalogue.Catalogues;
import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** The topology of the plans that are active at the moment of asking. */
@Component
class CataloguedTopology implements Topology {

    private final Catalogues catalogues;
    private final Plans plans;

    CataloguedTopology(Catalogues catalogues, Plans plans) {
        this.catalogues = catalogues;
        this.plans = plans;
    }

    @Override
    public Home home(Map<String, String> labels, String source, String service) {
        return named(labels, service)
                .or(() -> byPlace(labels, service))
                .orElseGet(() -> catalogued(labels, source, service));
    }

    /** Who says which plan it is about is taken at their word. */
    private Optional<Home> named(Map<String, String> labels, String service) {
        var plan = new PlanId(labels.getOrDefault("plan", ""));
        return plans().contains(plan) ? Optional.of(known(plan, service)) : Optional.empty();
    }

    /** What is about a whole region or zone belongs to whom runs there. */
    private Optional<Home> byPlace(Map<String, String> labels, String service) {
        var isPlace = service.equals(labels.get("region")) || service.equals(labels.get("zone"));
        if (!isPlace) {
            return Optional.empty();
        }
        var region = labels.getOrDefault("region", service);
        var candidates = plans().stream()
                .filter(it -> runsIn(it, region) || runsInZone(it, service))
                .toList();
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(known(candidates.getFirst(), service));
            default -> Optional.of(new Home.Ambiguous(candidates, service));
        };
    }

    private boolean runsIn(PlanId plan, String region) {
        return regions(plan).contains(region);
    }

    private boolean runsInZone(PlanId plan, String zone) {
        return current().all().stream()
                .filter(it -> it.plan().equals(plan))
                .anyMatch(it -> it.service().zones().contains(zone));
    }

    private List<PlanId> plans() {
        return current().all().stream().map(Catalogued::plan).distinct().toList();
    }

    private Home known(PlanId plan, String service) {
        return new Home.Known(
                plan, current().find(plan, service).map(PlannedService::name).orElse(service));
    }

    private Home catalogued(Map<String, String> labels, String source, String service) {
        return switch (current().home(labels, source, service)) {
            case whatnow.catalogue.Home.InPlan(var plan, var known) ->
                new Home.Known(plan, known.map(PlannedService::name).orElse(service));
            case whatnow.catalogue.Home.Ambiguous(var plans) -> ambiguous(plans, service);
            case whatnow.catalogue.Home.Nowhere() -> new Home.Nowhere(service);
        };
    }

    /** Two services of one plan may share a name; then the plan is certain and only the service is not. */
    private static Home ambiguous(List<PlanId> plans, String service) {
        return plans.size() == 1 ? new Home.Known(plans.getFirst(), service) : new Home.Ambiguous(plans, service);
    }

    @Override
    public boolean linked(PlanId plan, String one, String other) {
        return current().linked(plan, one, other);
    }

    @Override
    public boolean has(PlanId plan, String service) {
        return current().find(plan, service).isPresent();
    }

    @Override
    public Set<String> regions(PlanId plan) {
        return current().all().stream()
                .filter(it -> it.plan().equals(plan))
                .flatMap(it -> it.service().regions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Duration linkWindow(PlanId plan) {
        return plans.find(plan).map(RecoveryPlan::linkWindow).orElse(USUAL_LINK_WINDOW);
    }

    private Catalogue current() {
        return catalogues.current();
    }
}
