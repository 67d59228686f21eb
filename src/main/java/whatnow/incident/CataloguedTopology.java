package whatnow.incident;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.catalogue.Catalogue;
import whatnow.catalogue.Catalogues;
import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;

/** The topology of the plans that are active at the moment of asking. */
@Component
class CataloguedTopology implements Topology {

    private final Catalogues catalogues;

    CataloguedTopology(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public Home home(Map<String, String> labels, String source, String service) {
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
    public Set<String> regions(PlanId plan) {
        return current().all().stream()
                .filter(it -> it.plan().equals(plan))
                .flatMap(it -> it.service().regions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Catalogue current() {
        return catalogues.current();
    }
}
