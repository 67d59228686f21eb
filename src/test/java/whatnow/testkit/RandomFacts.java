package whatnow.testkit;

import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import whatnow.incident.Fact;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.testkit.Facts.AFact;

/** Random but plausible nights, the same for the same seed. */
public final class RandomFacts {

    private final SplittableRandom random;
    private final RecoveryPlan plan;

    public RandomFacts(long seed, RecoveryPlan plan) {
        this.random = new SplittableRandom(seed);
        this.plan = plan;
    }

    public List<Symptom> symptoms(int most) {
        var symptoms = new ArrayList<Symptom>();
        for (var count = 1 + random.nextInt(most); count > 0; count--) {
            var service = service();
            var one = symptom(service.name(), oneOf(SymptomKind.values()))
                    .since(NOON.minusSeconds(random.nextInt(3600)))
                    .state(random.nextInt(10) == 0 ? State.UNKNOWN : State.TRUE);
            var placed = random.nextInt(3) == 0 && !service.zones().isEmpty()
                    ? one.zone(service.zones().getFirst())
                    : one;
            symptoms.add((random.nextInt(8) == 0 ? placed.isFlapping() : placed).build());
        }
        return symptoms.stream()
                .collect(java.util.stream.Collectors.toMap(Symptom::key, it -> it, (one, _) -> one))
                .values()
                .stream()
                .toList();
    }

    public List<Fact> facts(int most) {
        var facts = new ArrayList<Fact>();
        for (var count = random.nextInt(most + 1); count > 0; count--) {
            facts.add(one());
        }
        return facts.stream()
                .collect(java.util.stream.Collectors.toMap(Fact::key, it -> it, (one, _) -> one))
                .values()
                .stream()
                .toList();
    }

    private Fact one() {
        var said = switch (random.nextInt(13)) {
            case 0 ->
                region(fact(FactType.REGION_STATUS))
                        .isFalse()
                        .with("vantage", random.nextBoolean() ? "outside" : "inside");
            case 1 -> region(fact(FactType.REPLICATION)).with("lagSeconds", random.nextInt(4000));
            case 2 -> region(fact(FactType.LAST_COMMIT_REPLAYED)).with("at", NOON.minusSeconds(random.nextInt(4000)));
            case 3 -> fact(FactType.STANDBY).service(service().name()).state(oneOf(State.values()));
            case 4 ->
                fact(FactType.CORRUPTION)
                        .service(service().name())
                        .with("firstBadWrite", NOON.minusSeconds(random.nextInt(7200)))
                        .with("catastrophic", random.nextInt(5) == 0);
            case 5 ->
                fact(FactType.DEPLOYMENT)
                        .service(service().name())
                        .with("at", NOON.minusSeconds(random.nextInt(7200)))
                        .with("what", "release");
            case 6 -> fact(FactType.DECLARATION).at(NOON.minusSeconds(random.nextInt(7200)));
            case 7 ->
                region(fact(FactType.HEALTH_CHECK))
                        .state(oneOf(State.values()))
                        .with("failures", random.nextInt(6))
                        .with("checks", 5)
                        .with("changes", random.nextInt(6));
            case 8 ->
                fact(FactType.HEALTH_CHECK)
                        .service(service().name())
                        .state(oneOf(State.values()))
                        .with("failures", random.nextInt(6))
                        .with("checks", 5);
            case 9 -> fact(FactType.WAL_ARCHIVE).with("coversUntil", NOON.minusSeconds(random.nextInt(7200)));
            case 10 ->
                fact(FactType.BACKUP).with("level", "full").with("takenAt", NOON.minusSeconds(random.nextInt(100_000)));
            case 11 -> fact(FactType.INTRUSION).with("kind", random.nextBoolean() ? "ransomware" : "access");
            default -> fact(FactType.ACKNOWLEDGEMENT);
        };
        return said.by(oneOf(Kind.values()), "source-" + random.nextInt(3))
                .believedFor(Duration.ofSeconds(30 + random.nextInt(7200)))
                .build();
    }

    private AFact region(AFact fact) {
        var regions = plan.services().stream()
                .flatMap(it -> it.regions().stream())
                .distinct()
                .sorted()
                .toList();
        return fact.region(regions.get(random.nextInt(regions.size())));
    }

    private PlannedService service() {
        return plan.services().get(random.nextInt(plan.services().size()));
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
