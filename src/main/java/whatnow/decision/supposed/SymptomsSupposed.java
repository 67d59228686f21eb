package whatnow.decision.supposed;

import static whatnow.decision.supposed.Supposing.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;

/** Symptoms that services do not show yet. */
final class SymptomsSupposed {

    /** Of what is far away only what is plain from there is supposed. */
    private static final List<SymptomKind> FAR_AWAY = List.of(SymptomKind.UNAVAILABLE, SymptomKind.ERRORS);

    private static final List<SymptomKind> OF_A_DATABASE = List.of(SymptomKind.LAGGING, SymptomKind.BACKUP_FAILED);

    private final Scene scene;

    SymptomsSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.concat(scene.nearestServices().stream().flatMap(this::begun), inTheSameZone());
    }

    private Stream<Draft> begun(PlannedService service) {
        var kinds = scene.ring(service.name()) < 2 ? ShownSupposed.OF_A_SERVICE : FAR_AWAY;
        var more = service.isDatabase() ? OF_A_DATABASE : List.<SymptomKind>of();
        return Stream.concat(kinds.stream(), more.stream())
                .filter(kind -> !showsSomewhere(service.name(), kind))
                .map(kind -> Draft.of(said(kind, service(service.name()))));
    }

    /** Where something is down in one zone, another may be down there too. */
    private Stream<Draft> inTheSameZone() {
        var zones = scene.symptoms().stream()
                .flatMap(it -> it.zone().stream())
                .distinct()
                .toList();
        return zones.stream()
                .flatMap(zone -> scene.nearestServices().stream()
                        .filter(it -> it.zones().contains(zone))
                        .filter(it -> scene.symptoms().stream()
                                .noneMatch(one -> one.service().equals(it.name())
                                        && one.zone().filter(zone::equals).isPresent()))
                        .map(it -> Draft.of(said(
                                SymptomKind.INSTANCE_DOWN,
                                service(it.name(), it.regions().stream().findFirst(), Optional.of(zone))))));
    }

    /** That it would show everywhere is supposed of the symptom itself. */
    private boolean showsSomewhere(String service, SymptomKind kind) {
        return scene.symptoms().stream()
                .anyMatch(it -> it.kind() == kind && it.service().equals(service));
    }

    private Fact said(SymptomKind kind, Subject subject) {
        return Supposing.fact(FactType.SYMPTOM, subject, State.TRUE, Map.of("kind", kind.name()), scene.now());
    }
}
