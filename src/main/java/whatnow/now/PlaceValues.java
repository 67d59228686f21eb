package whatnow.now;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Weighed;
import whatnow.incident.Symptom;
import whatnow.plan.PlannedService;
import whatnow.plan.StrategyKind;

/** What fills the place-holders of commands. */
final class PlaceValues {

    private static final Set<StrategyKind> OF_DATABASES = Set.of(StrategyKind.DB_FAILOVER, StrategyKind.PITR);

    /** A name is the same in every region; clusters, databases, replicas and addresses are a region's own. */
    private static final String NAME = "service";

    /**
     * The values of the plan for the suspects: of the service that the strategy is about first, else in their order. A
     * plan names things of the home region, so where another region hurts they stay empty, and whoever acts fills them
     * in: nobody is given a command against the region that works. What a plan knows is production, so in a drill
     * whoever practises types the names of the drill's target by hand.
     */
    static Map<String, String> of(Picture picture) {
        return picture.incident().drill()
                ? Map.of("incident", picture.incident().number())
                : ofProduction(picture);
    }

    private static Map<String, String> ofProduction(Picture picture) {
        var values = new LinkedHashMap<String, String>();
        var services = services(picture);
        services.forEach(it -> where(picture, it).forEach(values::putIfAbsent));
        services.forEach(it -> values.putIfAbsent(NAME, it.name()));
        picture.suspects().stream().findFirst().ifPresent(it -> values.putIfAbsent(NAME, it));
        region(picture, services).ifPresent(it -> values.putIfAbsent("region", it));
        ofFirstSuspect(picture)
                .filter(it -> it.region().isEmpty() || it.region().equals(Optional.ofNullable(values.get("region"))))
                .flatMap(it -> it.zone().stream())
                .findFirst()
                .ifPresent(it -> values.putIfAbsent("zone", it));
        picture.target().ifPresent(it -> values.put("target_region", it));
        values.put("incident", picture.incident().number());
        return values;
    }

    /**
     * A strategy for databases is about the database, even where what needs it hurts as well. Where the first hurts
     * away from home, others do not lend it their names.
     */
    private static List<PlannedService> services(Picture picture) {
        var isOfDatabases = picture.chosen()
                .map(Weighed::kind)
                .filter(OF_DATABASES::contains)
                .isPresent();
        var ordered = picture.services()
                .sorted(Comparator.comparing((PlannedService it) -> isOfDatabases && !it.isDatabase()))
                .toList();
        var isAway = ordered.stream().limit(1).anyMatch(it -> !hurtsAtHome(picture, it));
        return isAway ? ordered.subList(0, 1) : ordered;
    }

    private static boolean hurtsAtHome(Picture picture, PlannedService service) {
        var own = picture.shown()
                .filter(it -> it.service().equals(service.name()))
                .flatMap(it -> it.region().stream())
                .toList();
        var hurting = own.isEmpty() ? picture.regions() : own;
        return hurting.isEmpty()
                || Optional.ofNullable(service.values().get("region"))
                        .filter(hurting::contains)
                        .isPresent();
    }

    private static Map<String, String> where(Picture picture, PlannedService service) {
        if (hurtsAtHome(picture, service)) {
            return service.values();
        }
        return service.values().containsKey(NAME)
                ? Map.of(NAME, service.values().get(NAME))
                : Map.of();
    }

    /** Where the first suspect hurts. Home only if nobody said where it hurts. */
    private static Optional<String> region(Picture picture, List<PlannedService> services) {
        var hurting = picture.regions();
        return ofFirstSuspect(picture)
                .flatMap(it -> it.region().stream())
                .findFirst()
                .or(() -> hurting.size() == 1 ? Optional.of(hurting.getFirst()) : Optional.empty())
                .or(() -> hurting.isEmpty()
                        ? services.stream().flatMap(it -> it.regions().stream()).findFirst()
                        : Optional.empty());
    }

    /** Its symptoms first, then those of the others. */
    private static Stream<Symptom> ofFirstSuspect(Picture picture) {
        var first = picture.suspects().stream().findFirst().orElse("");
        return picture.shown()
                .sorted(Comparator.comparing((Symptom it) -> !it.service().equals(first)));
    }

    private PlaceValues() {}
}
