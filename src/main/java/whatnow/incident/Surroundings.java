package whatnow.incident;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whatnow.plan.PlanId;

/**
 * What an incident touches: its plan, the services that show symptoms and those linked to them, and the regions and
 * zones of both.
 *
 * @param isWide it shows harm to a whole place or plan, and so to every service of the plan
 */
record Surroundings(
        PlanId plan, Set<String> services, Set<String> regions, Set<String> zones, boolean isWide, Topology topology) {

    static Surroundings of(Incident incident, Collection<Symptom> symptoms, Topology topology) {
        return of(incident.plan(), symptoms, topology);
    }

    static Surroundings of(PlanId plan, Collection<Symptom> symptoms, Topology topology) {
        return new Surroundings(
                plan,
                symptoms.stream().map(Symptom::service).collect(Collectors.toUnmodifiableSet()),
                named(symptoms.stream().map(Symptom::region).toList()),
                named(symptoms.stream().map(Symptom::zone).toList()),
                symptoms.stream().anyMatch(it -> !it.isOfService()),
                topology);
    }

    /** The most precise part of a subject decides; a replica may stand in another region than its service. */
    boolean touch(Subject subject) {
        if (subject.plan().filter(it -> !it.equals(plan.name())).isPresent()) {
            return false;
        }
        if (subject.service().isPresent()) {
            return touchesService(subject.service().get());
        }
        if (subject.zone().isPresent()) {
            return zones.contains(subject.zone().get()) || touchesRegion(subject.region());
        }
        return subject.region().isPresent()
                ? touchesRegion(subject.region())
                : subject.plan().isPresent();
    }

    private boolean touchesService(String service) {
        return services.contains(service)
                || isWide && topology.has(plan, service)
                || services.stream().anyMatch(it -> topology.linked(plan, it, service));
    }

    private boolean touchesRegion(Optional<String> region) {
        return region.filter(
                        it -> regions.contains(it) || topology.regions(plan).contains(it))
                .isPresent();
    }

    private static Set<String> named(List<Optional<String>> names) {
        return names.stream().flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }
}
