package whatnow.chat.verb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.catalogue.Catalogued;
import whatnow.catalogue.Catalogues;
import whatnow.incident.Fact;
import whatnow.now.NowCard;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** Which plan, and which open incident of it, words are about. */
@Component
class Belonging {

    private final Catalogues catalogues;
    private final Plans plans;

    Belonging(Catalogues catalogues, Plans plans) {
        this.catalogues = catalogues;
        this.plans = plans;
    }

    /** The plans that know all that is named; where nothing is named, every active one. Never empty. */
    List<PlanId> plans(List<Fact> facts) {
        var active = plans.active().stream()
                .map(RecoveryPlan::id)
                .filter(it -> !it.equals(PlanId.GENERAL))
                .toList();
        var fitting = new ArrayList<>(active);
        for (var fact : facts) {
            knowing(fact).filter(it -> !it.isEmpty()).ifPresent(fitting::retainAll);
        }
        if (fitting.isEmpty()) {
            var some = facts.stream()
                    .flatMap(it -> knowing(it).stream().flatMap(Set::stream))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            fitting.addAll(some);
        }
        return fitting.isEmpty() ? List.of(PlanId.GENERAL) : List.copyOf(fitting);
    }

    List<String> names(List<Fact> facts) {
        return plans(facts).stream().map(PlanId::name).toList();
    }

    Optional<NowCard> incident(String plan, List<Fact> facts, List<NowCard> open) {
        return incident(new PlanId(plan), facts, open);
    }

    /** Empty where the fact names nothing. */
    private Optional<Set<PlanId>> knowing(Fact fact) {
        var subject = fact.subject();
        return subject.service()
                .map(this::withService)
                .or(() -> subject.zone().map(this::withZone))
                .or(() -> subject.region().map(this::withRegion));
    }

    private Set<PlanId> withService(String name) {
        return catalogues.current().candidates(name).stream()
                .map(Catalogued::plan)
                .collect(Collectors.toSet());
    }

    private Set<PlanId> withRegion(String region) {
        return catalogues.current().all().stream()
                .filter(it -> it.service().regions().contains(region))
                .map(Catalogued::plan)
                .collect(Collectors.toSet());
    }

    private Set<PlanId> withZone(String zone) {
        var listed = catalogues.current().all().stream()
                .filter(it -> it.service().zones().contains(zone))
                .map(Catalogued::plan)
                .collect(Collectors.toSet());
        return listed.isEmpty() ? withRegion(zone.substring(0, zone.length() - 1)) : listed;
    }

    /** Of the open incidents of the plan the gravest that shows one of the services or regions; else the only one. */
    static Optional<NowCard> incident(PlanId plan, List<Fact> facts, List<NowCard> open) {
        var ofPlan = ofPlan(plan, open);
        return sharing(plan, facts, open)
                .or(() -> ofPlan.size() == 1 ? ofPlan.stream().findFirst() : Optional.empty());
    }

    /** The gravest open one of the plan that shows one of the services or regions that are named. */
    static Optional<NowCard> sharing(PlanId plan, List<Fact> facts, List<NowCard> open) {
        var named =
                facts.stream().flatMap(it -> it.subject().service().stream()).collect(Collectors.toSet());
        var places =
                facts.stream().flatMap(it -> it.subject().region().stream()).collect(Collectors.toSet());
        return ofPlan(plan, open).stream()
                .filter(it -> it.head().services().stream().anyMatch(named::contains)
                        || it.head().regions().stream().anyMatch(places::contains))
                .findFirst();
    }

    private static List<NowCard> ofPlan(PlanId plan, List<NowCard> open) {
        return open.stream()
                .filter(it -> it.plan().equals(plan.name()) && !it.isDrill())
                .toList();
    }
}
