package whatnow.decision;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import whatnow.decision.asking.AnswerForm;
import whatnow.decision.asking.AnswerKey;
import whatnow.decision.asking.Askable;
import whatnow.decision.asking.WorthAsking;
import whatnow.decision.asking.Worthwhile;
import whatnow.incident.Subject;
import whatnow.now.AskedOf;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.testkit.ShippedPlans;

/**
 * What it costs to find out which of 20 questions are worth asking. Its name ends in no {@code Test}, so that it runs only
 * when asked for: {@code mvn -Dquickly -Pbenchmark -Dtest=AskingBenchmark test}; the figures are in
 * {@code target/asking-benchmark.txt} and, with the first compiler alone, as the product is started by
 * {@code bin/whatnow serve}, in {@code target/asking-benchmark-first-compiler.txt}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"})
public class AskingBenchmark {

    private final RuleBooks books = Deciding.BOOKS;
    private final RecoveryPlan plan = ShippedPlans.plan("freight");
    private final Inputs inputs = DecisionBenchmark.aNight().inputs();
    private final Outcome outcome = Decider.decide(books, plan, inputs);
    private final List<Askable> usual = new AskedOf(plan, inputs, outcome, List.of()).askables();
    private final List<Askable> most = Stream.concat(usual.stream(), others())
            .limit(WorthAsking.CANDIDATES)
            .map(AskingBenchmark::byARule)
            .toList();

    /** A rule asks each of them, so that the search never ends early. */
    @Benchmark
    public List<Worthwhile> twentyCandidates() {
        return WorthAsking.among(most, books, plan, List.of(), inputs, outcome);
    }

    /** As many as this night has. */
    @Benchmark
    public List<Worthwhile> theCandidatesOfOneNight() {
        return WorthAsking.among(usual, books, plan, List.of(), inputs, outcome);
    }

    /** For comparison: all of it is made of these. */
    @Benchmark
    public Outcome oneDecision() {
        return Decider.decide(books, plan, inputs);
    }

    /** Twenty, or the figure is of something else. */
    @Setup
    public void areThereTwenty() {
        if (most.size() != WorthAsking.CANDIDATES) {
            throw new IllegalStateException("%d candidates".formatted(most.size()));
        }
    }

    @Test
    void measure() throws RunnerException {
        run("target/asking-benchmark.txt");
        run("target/asking-benchmark-first-compiler.txt", "-XX:TieredStopAtLevel=1");
    }

    private static void run(String result, String... options) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(AskingBenchmark.class.getName())
                        .jvmArgsAppend(options)
                        .resultFormat(ResultFormatType.TEXT)
                        .result(result)
                        .build())
                .run();
    }

    /** Questions of every form that answers can have. */
    private Stream<Askable> others() {
        return Stream.of(Question.values())
                .filter(it -> usual.stream().noneMatch(one -> one.question() == it))
                .filter(it -> AnswerForm.of(it) != AnswerForm.LOSS && it != Question.WHICH_PLAN)
                .map(it -> new Askable(new AnswerKey(it, about()), List.of("yes", "no"), List.of(), false, false));
    }

    private Subject about() {
        var database = plan.services().stream()
                .filter(PlannedService::isDatabase)
                .findFirst()
                .orElseThrow();
        return new Subject(
                Optional.empty(),
                Optional.of(database.name()),
                database.regions().stream().findFirst(),
                Optional.empty(),
                Optional.empty());
    }

    private static Askable byARule(Askable it) {
        return new Askable(it.key(), it.answers(), List.of("a rule"), it.spokenOf(), it.tried());
    }
}
