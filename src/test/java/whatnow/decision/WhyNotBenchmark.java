package whatnow.decision;

import java.util.concurrent.TimeUnit;
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
import whatnow.decision.otherwise.Goal;
import whatnow.decision.otherwise.WhyNot;
import whatnow.decision.otherwise.WhyNot.Answer;
import whatnow.decision.otherwise.WhyNot.Budget;
import whatnow.plan.StrategyKind;
import whatnow.testkit.ShippedPlans;

/**
 * What it costs to answer why not, on the night of {@link DecisionBenchmark}: {@code mvn -Dquickly -Pbenchmark
 * -Dtest=WhyNotBenchmark test}; the figures are in {@code target/why-not-benchmark.txt}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 10)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"})
public class WhyNotBenchmark {

    private static final Goal SELDOM = new Goal.Chooses(StrategyKind.FULL_REBUILD);
    private static final Budget TWO_HUNDRED = new Budget(201);

    private final Inputs inputs = DecisionBenchmark.aNight().inputs();

    /** The decision as it is, and two hundred with one thing changed. */
    @Benchmark
    public Answer twoHundredChanges() {
        return whyNot(TWO_HUNDRED);
    }

    /** All that is ever spent on one question: a thousand decisions. */
    @Benchmark
    public Answer allThatIsEverSpent() {
        return whyNot(Budget.USUAL);
    }

    private Answer whyNot(Budget budget) {
        return WhyNot.of(Deciding.BOOKS, ShippedPlans.plan("freight"), inputs, SELDOM, budget);
    }

    /** Otherwise it would measure something else. */
    @Setup
    public void bothSpendAllTheyHave() {
        var spent = whyNot(TWO_HUNDRED).decisions();
        var most = whyNot(Budget.USUAL).decisions();
        if (spent != TWO_HUNDRED.decisions() || most != Budget.USUAL.decisions()) {
            throw new IllegalStateException("There were %d and %d decisions.".formatted(spent, most));
        }
    }

    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(WhyNotBenchmark.class.getName())
                        .resultFormat(ResultFormatType.TEXT)
                        .result("target/why-not-benchmark.txt")
                        .build())
                .run();
    }
}
