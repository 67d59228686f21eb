package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Inputs.Held;
import whatnow.decision.RuleBooks;
import whatnow.decision.asking.Worthwhile;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.DegradationTier;
import whatnow.plan.Severity;
import whatnow.testkit.SamplePlans;
import whatnow.testkit.ShippedPlans;
import whatnow.testkit.ShippedRules;

class RankingTest {

    private static final RuleBooks BOOKS = new RuleBooks(
            ShippedRules.book("severity"),
            ShippedRules.book("strategy"),
            ShippedRules.book("degradation"),
            ShippedRules.book("escalation"),
            ShippedRules.book("communication"));

    private final Ranking ranking = new Ranking(() -> BOOKS, new SamplePlans());

    @Test
    void inAStormTheSameIsWorkedOutOnce() {
        var first = ranking.of(databaseDown(NOON, List.of()));

        assertThat(first).isNotEmpty();
        assertThat(ranking.of(databaseDown(NOON.plusMillis(800), List.of()))).isSameAs(first);
    }

    @Test
    void whatSomebodySaysIsWorkedOutAnew() {
        var first = ranking.of(databaseDown(NOON, List.of()));

        var standby = fact(FactType.STANDBY).service("freight-db").build();
        var second = ranking.of(databaseDown(NOON.plusMillis(800), List.of(standby)));

        assertThat(keys(first)).contains("is_the_standby_ready@service=freight-db");
        assertThat(keys(second)).doesNotContain("is_the_standby_ready@service=freight-db");
    }

    @Test
    void manyReadersAtOnceGetTheSame() throws Exception {
        try (var readers = Executors.newFixedThreadPool(4)) {
            Callable<List<Worthwhile>> reader = () -> ranking.of(databaseDown(NOON, List.of()));

            var read = readers.invokeAll(
                    IntStream.range(0, 8).mapToObj(_ -> reader).toList());

            var first = read.getFirst().get();
            for (var each : read) {
                assertThat(each.get()).isSameAs(first);
            }
        }
    }

    @Test
    void withoutBooksTheRulesOwnQuestionsAreAskedInTheirOrder() {
        var none = new Ranking(
                () -> {
                    throw new IllegalStateException("There is no rule book.");
                },
                new SamplePlans());
        var picture = databaseDown(NOON, List.of());

        var asked = none.of(picture);

        assertThat(asked)
                .extracting(it -> it.asked().question())
                .isEqualTo(picture.outcome().questions().stream()
                        .map(it -> it.question())
                        .toList());
        assertThat(new Asking(picture).unknowns(asked))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.ifAnswered()).isEmpty());
    }

    private static List<String> keys(List<Worthwhile> asked) {
        return asked.stream().map(it -> it.asked().key().text()).toList();
    }

    /** What was decided before is held, as after the first decision of a night. */
    private static Picture databaseDown(Instant now, List<Fact> facts) {
        var plan = ShippedPlans.plan("freight");
        var inputs = new Inputs(
                plan.id(),
                plan.sha256(),
                BOOKS.hashes(),
                "drools",
                "INC-2026-0001",
                NOON,
                false,
                List.of(down(now)),
                List.of(),
                facts,
                new Held(
                        Optional.of(Severity.SEV2),
                        Optional.of(NOON),
                        Optional.empty(),
                        Optional.of(DegradationTier.SEVERE),
                        Optional.of(NOON),
                        Optional.empty()),
                now);
        return new AskedOf(plan, inputs, Decider.decide(BOOKS, plan, inputs), List.of()).picture();
    }

    /** The alert has come once more with every second. */
    private static Symptom down(Instant now) {
        var one = symptom("freight-db", SymptomKind.UNAVAILABLE).seen(now).build();
        return new Symptom(
                one.service(),
                one.kind(),
                one.region(),
                one.zone(),
                one.state(),
                one.since(),
                one.lastSeen(),
                Optional.of(0.7),
                (int) (now.toEpochMilli() % 1000),
                one.flapping(),
                one.sources(),
                one.alerts());
    }
}
