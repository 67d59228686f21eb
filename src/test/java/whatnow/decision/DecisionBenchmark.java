package whatnow.decision;

import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.SymptomKind;
import whatnow.rulebook.Spoken;
import whatnow.signal.Reading;
import whatnow.signal.ShippedSymptoms;
import whatnow.signal.Signal;
import whatnow.signal.SymptomReader;
import whatnow.testkit.Facts.AFact;
import whatnow.testkit.ShippedPlans;

/**
 * What one decision costs, and what the same costs without an engine. Its name ends in no {@code Test}, so that it runs
 * only when asked for: {@code mvn -Dquickly -Pbenchmark -Dtest=DecisionBenchmark test}; the figures are in
 * {@code target/decision-benchmark.txt}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"})
public class DecisionBenchmark {

    private final RuleBooks books = Deciding.BOOKS;
    private final Inputs inputs = aNight().inputs();
    private final SymptomReader reader = ShippedSymptoms.reader();
    private final List<Signal> alerts = List.of(
            alert("LoadBalancerDown", "load-balancer"),
            alert("HighErrorRate", "api"),
            alert("HighLatency", "web"),
            alert("PostgresReplicationLag", "database"));

    /** The whole: five books, the record as JSON, its SHA-256. */
    @Benchmark
    public String decisionWithItsRecord() {
        var outcome = Decider.decide(books, ShippedPlans.plan("freight"), inputs);
        return CanonicalJson.sha256(new DecisionRecord(inputs, outcome).json());
    }

    /** The sixth book speaks before, when alerts come: four of them are read. */
    @Benchmark
    public List<Reading> fourAlertsRead() {
        return alerts.stream().flatMap(it -> reader.read(it).stream()).toList();
    }

    /** Of the whole, the decision. */
    @Benchmark
    public Outcome decision() {
        return Decider.decide(books, ShippedPlans.plan("freight"), inputs);
    }

    /** Of this, the first book, from the same facts to what it says. */
    @Benchmark
    public List<Spoken> severityByRules() {
        var plan = ShippedPlans.plan("freight");
        var facts = new ArrayList<>(new Situation(plan, inputs).facts());
        facts.addAll(plan.severities());
        plan.failover().ifPresent(facts::add);
        return books.severity().consult(facts, Proposals::new);
    }

    /** The baseline: what that book says, from the same facts, written in Java. */
    @Benchmark
    public List<Statement> severityByHand() {
        var plan = ShippedPlans.plan("freight");
        return SeverityByHand.of(plan, new Situation(plan, inputs).facts());
    }

    /** A baseline that is wrong would be no baseline. */
    @Setup
    public void bothSayTheSame() {
        var byRules = severityByRules().stream().map(Spoken::statement).collect(Collectors.<Object>toSet());
        Set<Object> byHand = new HashSet<>(severityByHand());
        if (byRules.isEmpty() || !byRules.equals(byHand)) {
            throw new IllegalStateException("By rules %s, by hand %s.".formatted(byRules, byHand));
        }
    }

    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DecisionBenchmark.class.getName())
                        .resultFormat(ResultFormatType.TEXT)
                        .result("target/decision-benchmark.txt")
                        .build())
                .run();
    }

    private static Signal alert(String name, String service) {
        return new Signal(
                "alertmanager",
                name,
                NOON,
                Signal.Status.FIRING,
                Optional.empty(),
                new TreeMap<>(
                        Map.of("alertname", name, "service", service, "severity", "critical", "region", "us-east-1")),
                new TreeMap<>(Map.of("summary", name + " on " + service)),
                NOON);
    }

    /** The primary region is going: four symptoms, twenty facts of every sort that people and probes report. */
    static Deciding aNight() {
        var services = ShippedPlans.plan("freight").services();
        var region = services.getFirst().regions().getFirst();
        var facts = new ArrayList<AFact>();
        facts.add(fact(FactType.REGION_STATUS).region(region).isFalse().by(Kind.PROVIDER, "provider"));
        facts.add(fact(FactType.REGION_STATUS)
                .region(region)
                .isFalse()
                .with("vantage", "outside")
                .by(Kind.PROBE, "outside"));
        facts.add(fact(FactType.REPLICATION)
                .service(services.getFirst().name())
                .region(region)
                .with("lagSeconds", 12)
                .by(Kind.PROBE, "inside"));
        facts.add(fact(FactType.LAST_COMMIT_REPLAYED).region(region).with("at", NOON.minusSeconds(20)));
        facts.add(fact(FactType.WAL_ARCHIVE).with("coversUntil", NOON.minusSeconds(60)));
        facts.add(fact(FactType.BACKUP)
                .with("level", "full")
                .with("takenAt", NOON.minusSeconds(40_000))
                .with("verifiedAt", NOON.minusSeconds(30_000)));
        facts.add(fact(FactType.DEPLOYMENT)
                .service(services.get(1).name())
                .with("at", NOON.minusSeconds(7_000))
                .with("what", "release 41"));
        facts.add(fact(FactType.ACKNOWLEDGEMENT));
        facts.add(fact(FactType.DECLARATION).at(NOON.minusSeconds(10)));
        facts.add(fact(FactType.STANDBY).region(region).with("capacityPercent", 100));
        for (var index = 0; facts.size() < 20; index++) {
            facts.add(fact(FactType.HEALTH_CHECK)
                    .service(services.get(index % services.size()).name())
                    .state(index % 3 == 0 ? whatnow.incident.State.FALSE : whatnow.incident.State.TRUE)
                    .with("failures", index % 3 == 0 ? 5 : 0)
                    .with("checks", 5)
                    .by(Kind.PROBE, "probe-" + index));
        }
        return Deciding.under("freight")
                .seeing(
                        symptom(services.get(0).name(), SymptomKind.UNAVAILABLE).in(region),
                        symptom(services.get(1).name(), SymptomKind.ERRORS),
                        symptom(services.get(2).name(), SymptomKind.SLOW),
                        symptom(services.get(3).name(), SymptomKind.LAGGING))
                .knowing(facts.toArray(AFact[]::new));
    }
}
