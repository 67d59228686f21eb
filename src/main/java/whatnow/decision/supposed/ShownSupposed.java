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
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;

/** Symptoms that end, go on, are something else or show elsewhere. */
final class ShownSupposed {

    /** Facts of their own say the same, and say it for good. */
    private static final List<SymptomKind> SAID_BY_FACTS = List.of(
            SymptomKind.CORRUPT,
            SymptomKind.DATA_LOSS,
            SymptomKind.INTRUSION,
            SymptomKind.RANSOMWARE,
            SymptomKind.BACKUPS_COMPROMISED,
            SymptomKind.REGION_DOWN,
            SymptomKind.ZONE_DOWN);

    static final List<SymptomKind> OF_A_SERVICE = List.of(
            SymptomKind.UNAVAILABLE,
            SymptomKind.INSTANCE_DOWN,
            SymptomKind.ERRORS,
            SymptomKind.SLOW,
            SymptomKind.SATURATED);

    /** Every part of them is tried. */
    private static final int MOST_SIGNS = 5;

    private final Scene scene;

    ShownSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.of(ended(), stillThere(), recovered(), readings(), instead(), elsewhere())
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

    /** All that speaks against a service ends when it works again. */
    private Stream<Draft> recovered() {
        return scene.services().stream()
                .flatMap(service -> Stream.of(Stream.concat(symptomsOf(service), failuresOf(service))
                                .limit(MOST_SIGNS)
                                .toList())
                        .filter(it -> it.size() > 1)
                        .map(it -> new Draft(it, Optional.of(Clause.KNOWN + service + " works again"))));
    }

    private Stream<Fact> symptomsOf(String service) {
        return open().filter(
                        it -> !SAID_BY_FACTS.contains(it.kind()) && planned(it).equals(service))
                .map(it -> fact(it, it.kind(), State.FALSE));
    }

    private Stream<Fact> failuresOf(String service) {
        return scene.topics().stream()
                .map(List::getFirst)
                .filter(it -> it.type() == FactType.HEALTH_CHECK || it.type() == FactType.DEPENDENCY)
                .filter(it -> it.subject().service().filter(service::equals).isPresent())
                .filter(it -> scene.belief(it)
                        .filter(belief -> belief.state() == State.FALSE)
                        .isPresent())
                .map(it -> Supposing.fact(it.type(), it.subject(), State.TRUE, vantage(it), scene.now()));
    }

    private static Map<String, String> vantage(Fact check) {
        return check.text("vantage").map(it -> Map.of("vantage", it)).orElse(Map.of());
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
                        .map(kind -> reservice(it, kind, it.region(), it.zone())));
    }

    /** In another region or zone of its service, or all over it and not in one zone alone. */
    private Stream<Draft> elsewhere() {
        return open().filter(Symptom::isOfService)
                .flatMap(it -> scene.plan().named(it.service()).stream().flatMap(service -> moved(it, service)));
    }

    private Stream<Draft> moved(Symptom it, PlannedService service) {
        var regions = service.regions().stream()
                .filter(region -> it.region().filter(region::equals).isEmpty())
                .map(region -> reservice(it, it.kind(), Optional.of(region), Optional.empty()));
        var zones = service.zones().stream()
                .filter(zone -> it.zone().filter(zone::equals).isEmpty())
                .map(zone -> reservice(it, it.kind(), it.region(), Optional.of(zone)));
        var everywhere = it.zone().stream()
                .map(_ -> Draft.of(said(it.kind(), service(it.service(), it.region(), Optional.empty()), State.TRUE))
                        .saying("%s everywhere and not only in %s"
                                .formatted(
                                        Clauses.symptom(it.kind(), it.service()).supposed(),
                                        it.zone().orElseThrow())));
        return Stream.of(regions, zones, everywhere).flatMap(draft -> draft);
    }

    private Draft reservice(Symptom it, SymptomKind kind, Optional<String> region, Optional<String> zone) {
        var now = said(kind, service(it.service(), region, zone), State.TRUE);
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

    private static String stated(SymptomKind kind, Symptom it) {
        return Clauses.symptom(kind, it.service()).stated();
    }

    private Fact fact(Symptom it, SymptomKind kind, State state) {
        return said(kind, service(it.service(), it.region(), it.zone()), state);
    }

    private Fact said(SymptomKind kind, Subject subject, State state) {
        return Supposing.fact(FactType.SYMPTOM, subject, state, Map.of("kind", kind.name()), scene.now());
    }
}
