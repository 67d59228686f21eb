package whatnow.decision.supposed;

import static whatnow.decision.supposed.Supposing.region;
import static whatnow.decision.supposed.Supposing.service;
import static whatnow.decision.supposed.Supposing.zone;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.plan.FailoverCriteria;
import whatnow.plan.PlannedService;

/** Regions and zones lost or working, and what checks of regions and services would find. */
final class PlacesSupposed {

    /** Enough to call it lost where the plan does not say how many. */
    private static final int CHECKS = 3;

    private final Scene scene;

    PlacesSupposed(Scene scene) {
        this.scene = scene;
    }

    Stream<Draft> all() {
        return Stream.of(regions(), zones(), regionChecks(), serviceChecks(), room())
                .flatMap(it -> it);
    }

    /** Seen by one person from outside; or so, and a second source says the same. */
    private Stream<Draft> regions() {
        return scene.regions().stream().flatMap(it -> {
            var outside = Map.of("vantage", "outside");
            var confirmed = Map.of("vantage", "outside", "confirmedBy", "a second source outside");
            return Stream.of(
                    Draft.of(said(FactType.REGION_STATUS, region(it), State.FALSE, outside)),
                    Draft.of(said(FactType.REGION_STATUS, region(it), State.FALSE, confirmed)),
                    Draft.of(said(FactType.REGION_STATUS, region(it), State.TRUE, outside)));
        });
    }

    private Stream<Draft> zones() {
        return scene.zones().stream().flatMap(it -> {
            var subject = zone(it, regionOf(it));
            return Stream.of(
                    Draft.of(said(FactType.ZONE_STATUS, subject, State.FALSE, Map.of())),
                    Draft.of(said(FactType.ZONE_STATUS, subject, State.TRUE, Map.of())));
        });
    }

    private Optional<String> regionOf(String zone) {
        return scene.plan().services().stream()
                .filter(it -> it.zones().contains(zone))
                .flatMap(it -> it.regions().stream().limit(1))
                .findFirst();
    }

    private Stream<Draft> regionChecks() {
        return scene.regions().stream().flatMap(it -> {
            var criteria = scene.plan().failover();
            var checks = criteria.map(FailoverCriteria::failures).orElse(CHECKS);
            var failing = Draft.of(failing(region(it), checks, checks));
            var worse = criteria.stream()
                    .map(one -> Draft.of(said(
                            FactType.HEALTH_CHECK,
                            region(it),
                            State.FALSE,
                            Map.of(
                                    "failures",
                                    0,
                                    "checks",
                                    checks,
                                    "errorRate",
                                    one.errorRate() + (1 - one.errorRate()) / 10))));
            return Stream.concat(Stream.of(failing), worse);
        });
    }

    private Stream<Draft> serviceChecks() {
        return scene.nearestServices().stream()
                .map(PlannedService::name)
                .filter(it -> scene.ring(it) == 0)
                .flatMap(it -> Stream.of(
                        Draft.of(passing(service(it))),
                        Draft.of(failing(service(it), CHECKS, CHECKS)),
                        Draft.of(failing(service(it), 1, CHECKS))));
    }

    private Stream<Draft> room() {
        return scene.regions().stream()
                .filter(it -> scene.plan().homeRegions().contains(it))
                .flatMap(it -> Stream.of(100, 0)
                        .map(percent -> Draft.of(said(
                                FactType.STANDBY,
                                region(it),
                                percent == 0 ? State.FALSE : State.TRUE,
                                Map.of("capacityPercent", percent)))));
    }

    private Fact passing(Subject subject) {
        return said(FactType.HEALTH_CHECK, subject, State.TRUE, Map.of("vantage", "outside"));
    }

    private Fact failing(Subject subject, int failures, int checks) {
        return said(FactType.HEALTH_CHECK, subject, State.FALSE, Map.of("failures", failures, "checks", checks));
    }

    private Fact said(FactType type, Subject subject, State state, Map<String, ?> fields) {
        return Supposing.fact(type, subject, state, fields, scene.now());
    }
}
