package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import whatnow.incident.IncidentId;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlanId;

/**
 * Ties a new symptom to the incidents of its plan: it joins the one that shares its region or zone and is linked to it by
 * what needs what, heard of within the plan's window. More symptoms of the same service in the same place join
 * however long it lasts.
 */
final class IncidentLinker {

    /** An incident with what it shows. */
    record Shown(IncidentId id, PlanId plan, Instant openedAt, Collection<Symptom> symptoms) {}

    /** A symptom that no open incident shows yet. */
    record NewSymptom(PlanId plan, String service, SymptomKind kind, Optional<String> region, Optional<String> zone) {}

    /** What a plan says of its services: whether one cannot work without the other, and how long a link holds. */
    interface Links {

        boolean linked(PlanId plan, String one, String other);

        Duration window(PlanId plan);
    }

    private static final Comparator<Shown> AGE =
            Comparator.comparing(Shown::openedAt).thenComparing(it -> it.id().toString());

    static Link link(Collection<Shown> open, Collection<Shown> resolved, NewSymptom symptom, Links links, Instant now) {
        var candidates = open.stream()
                .filter(it -> belongs(it, symptom, links, now))
                .sorted(AGE)
                .map(Shown::id)
                .toList();
        return switch (candidates.size()) {
            case 0 -> new Link.OpenNew(previous(resolved, symptom));
            case 1 -> new Link.Join(candidates.getFirst());
            default -> new Link.Merge(candidates.getFirst(), candidates.subList(1, candidates.size()));
        };
    }

    private static boolean belongs(Shown incident, NewSymptom symptom, Links links, Instant now) {
        return incident.plan().equals(symptom.plan())
                && incident.symptoms().stream()
                        .anyMatch(it -> sharesPlace(it, symptom)
                                && (it.service().equals(symptom.service()) || isLinkedLately(it, symptom, links, now)));
    }

    private static boolean isLinkedLately(Symptom shown, NewSymptom symptom, Links links, Instant now) {
        return !shown.lastSeen().plus(links.window(symptom.plan())).isBefore(now)
                && (isOfPlace(shown.kind())
                        || isOfPlace(symptom.kind())
                        || sharesZone(shown, symptom)
                        || links.linked(symptom.plan(), shown.service(), symptom.service()));
    }

    /** A lost region or zone takes everything in it along, whoever needs whom. */
    private static boolean isOfPlace(SymptomKind kind) {
        return kind == SymptomKind.REGION_DOWN || kind == SymptomKind.ZONE_DOWN;
    }

    /** A zone is what everything in it needs. */
    private static boolean sharesZone(Symptom shown, NewSymptom symptom) {
        return shown.zone().isPresent() && shown.zone().equals(symptom.zone());
    }

    /** A place that was not said is no other place. */
    private static boolean sharesPlace(Symptom shown, NewSymptom symptom) {
        return sharesPlace(shown, symptom.region(), symptom.zone());
    }

    static boolean sharesPlace(Symptom shown, Optional<String> region, Optional<String> zone) {
        return shown.region().isEmpty()
                || region.isEmpty()
                || shown.region().equals(region)
                || shown.zone().isPresent() && shown.zone().equals(zone);
    }

    private static Optional<IncidentId> previous(Collection<Shown> resolved, NewSymptom symptom) {
        return resolved.stream()
                .filter(it -> it.plan().equals(symptom.plan()))
                .filter(it -> it.symptoms().stream()
                        .anyMatch(shown -> shown.service().equals(symptom.service()) && sharesPlace(shown, symptom)))
                .max(AGE)
                .map(Shown::id);
    }

    private IncidentLinker() {}
}
