package whatnow.decision.supposed;

import static whatnow.decision.supposed.Supposing.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;

/** Symptoms that end, are something else or show elsewhere, and symptoms that services do not show yet. */
final class SymptomsSupposed {

    /** Facts of their own say the same, and say it for good. */
    private static final List<SymptomKind> SAID_BY_FACTS = List.of(
            SymptomKind.CORRUPT,
            SymptomKind.DATA_LOSS,
            SymptomKind.INTRUSION,
            SymptomKind.RANSOMWARE,
            SymptomKind.BACKUPS_COMPROMISED,
            SymptomKind.REGION_DOWN,
            SymptomKind.ZONE_DOWN);

    private static final List<SymptomKind> OF_A_SERVICE = List.of(
            SymptomKind.UNAVAILABLE,
            SymptomKind.INSTANCE_DOWN,
            SymptomKind.ERRORS,
            SymptomKind.SLOW,
            SymptomKind.SATURATED);

    /** Of what is far away only what is plain from there is supposed. */
    private static final List<SymptomKind> FAR_AWAY = List.of(SymptomKind.UNAVAILABLE, SymptomKind.ERRORS);

    private final Scene scene;

    SymptomsSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.of(ended(), stillThere(), recovered(), readings(), instead(), elsewhere(), begun())
                .flatMap(it -> it);
    }

    private Stream<Symptom> open() {
        return scene.inputs().symptoms().stream().filter(Symptom::isOpen);
    }

    private Stream<Draft> ended() {
        return open().filter(it -> !SAID_BY_FACTS.contains(it.kind()))
                .map(it -> Draft.of(fact(it, it.kind(), State.FALSE)));
    }

    /** What its sender fell silent about may go on. */
    private Stream<Draft> stillThere() {
        return open().filter(it -> !it.isFiring()).map(it -> Draft.of(fact(it, it.kind(), State.TRUE)));
    }

    /** A service that shows several symptoms loses all of them when it works again. */
    private Stream<Draft> recovered() {
        return open()
                .filter(it -> !SAID_BY_FACTS.contains(it.kind()))
                .collect(Collectors.groupingBy(Symptom::service, java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> Draft.of(it.getValue().stream()
                                .map(one -> fact(one, one.kind(), State.FALSE))
                                .toArray(Fact[]::new))
                        .saying("it were known that %s shows none of its symptoms any more".formatted(it.getKey())));
    }

    private Stream<Draft> readings() {
        return open().filter(it -> it.kind() == SymptomKind.OTHER)
                .flatMap(it -> Stream.of(SymptomKind.values())
                        .filter(kind -> kind != SymptomKind.OTHER
                                && kind != SymptomKind.REGION_DOWN
                                && kind != SymptomKind.ZONE_DOWN)
                        .map(kind -> Draft.of(said(kind, service(it.service()), State.TRUE))
                                .saying("the alert about %s meant that %s"
                                        .formatted(
                                                it.service(),
                                                Clauses.symptom(kind, it.service())
                                                        .stated()))));
    }

    private Stream<Draft> instead() {
        return open().filter(it -> OF_A_SERVICE.contains(it.kind()))
                .flatMap(it -> OF_A_SERVICE.stream()
                        .filter(kind -> kind != it.kind() && !shows(planned(it), kind))
                        .map(kind -> replaced(it, kind, it.region(), it.zone())));
    }

    /** In another region or zone of its service, or all over it and not in one zone alone. */
    private Stream<Draft> elsewhere() {
        return open().filter(Symptom::isOfService)
                .flatMap(it -> scene.plan().named(it.service()).stream().flatMap(service -> moved(it, service)));
    }

    private Stream<Draft> moved(Symptom it, PlannedService service) {
        var regions = service.regions().stream()
                .filter(region -> it.region().filter(region::equals).isEmpty())
                .map(region -> replaced(it, it.kind(), Optional.of(region), Optional.empty()));
        var zones = service.zones().stream()
                .filter(zone -> it.zone().filter(zone::equals).isEmpty())
                .map(zone -> replaced(it, it.kind(), it.region(), Optional.of(zone)));
        var everywhere = it.zone().stream()
                .map(_ -> Draft.of(said(it.kind(), placed(it.service(), it.region(), Optional.empty()), State.TRUE))
                        .saying("%s everywhere and not only in %s"
                                .formatted(
                                        Clauses.symptom(it.kind(), it.service()).supposed(),
                                        it.zone().orElseThrow())));
        return Stream.of(regions, zones, everywhere).flatMap(draft -> draft);
    }

    private Draft replaced(Symptom it, SymptomKind kind, Optional<String> region, Optional<String> zone) {
        var now = said(kind, placed(it.service(), region, zone), State.TRUE);
        var was = fact(it, it.kind(), State.FALSE);
        return Draft.of(was, now)
                .saying(Clause.KNOWN
                        + "%s, and not that %s"
                                .formatted(
                                        kind == it.kind() ? Clauses.of(now).stated() : stated(kind, it),
                                        kind == it.kind()
                                                ? Clauses.of(fact(it, kind, State.TRUE))
                                                        .stated()
                                                : stated(it.kind(), it)));
    }

    private Stream<Draft> begun() {
        var drafts = new ArrayList<Draft>();
        for (var service : scene.nearestServices()) {
            var kinds = scene.ring(service.name()) < 2 ? OF_A_SERVICE : FAR_AWAY;
            kinds.stream()
                    .filter(kind -> !showsSomewhere(service.name(), kind))
                    .map(kind -> Draft.of(said(kind, service(service.name()), State.TRUE)))
                    .forEach(drafts::add);
            if (service.isDatabase()) {
                drafts.add(Draft.of(said(SymptomKind.LAGGING, service(service.name()), State.TRUE)));
                drafts.add(Draft.of(said(SymptomKind.BACKUP_FAILED, service(service.name()), State.TRUE)));
            }
        }
        return Stream.concat(drafts.stream(), inTheSameZone());
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
                                placed(it.name(), it.regions().stream().findFirst(), Optional.of(zone)),
                                State.TRUE))));
    }

    private String planned(Symptom it) {
        return scene.plan().named(it.service()).map(PlannedService::name).orElse(it.service());
    }

    private boolean shows(String service, SymptomKind kind) {
        return scene.symptoms().stream()
                .anyMatch(it -> it.isFiring()
                        && it.kind() == kind
                        && it.zone().isEmpty()
                        && it.service().equals(service));
    }

    /** That it would show everywhere is supposed of the symptom itself. */
    private boolean showsSomewhere(String service, SymptomKind kind) {
        return scene.symptoms().stream()
                .anyMatch(it -> it.kind() == kind && it.service().equals(service));
    }

    private static String stated(SymptomKind kind, Symptom it) {
        return Clauses.symptom(kind, it.service()).stated();
    }

    private Fact fact(Symptom it, SymptomKind kind, State state) {
        return said(kind, placed(it.service(), it.region(), it.zone()), state);
    }

    private static Subject placed(String service, Optional<String> region, Optional<String> zone) {
        return new Subject(Optional.empty(), Optional.of(service), region, zone, Optional.empty());
    }

    private Fact said(SymptomKind kind, Subject subject, State state) {
        return Supposing.fact(FactType.SYMPTOM, subject, state, Map.of("kind", kind.name()), scene.now());
    }
}
