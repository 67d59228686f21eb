package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatnow.decision.Inputs.Held;
import whatnow.testkit.RandomFacts;
import whatnow.testkit.ShippedPlans;

/** The same inputs give the same record, byte for byte: 400 random nights over the three plans. */
class SameBytesTest {

    static final int NIGHTS = 400;
    static final List<String> PLANS = List.of("freight", "tracktion", "homeostasis");

    @Test
    void theOrderInWhichFactsCameDoesNotMatter() {
        for (var seed = 0; seed < NIGHTS; seed++) {
            var inputs = night(seed);
            var once = record(inputs);

            assertThat(record(shuffled(inputs, seed))).as("night %d", seed).isEqualTo(once);
        }
    }

    @Test
    void aRecordThatWasReadBackIsMadeAgainTheSame() {
        for (var seed = 0; seed < NIGHTS; seed += 10) {
            var json = record(night(seed));

            var readBack = DecisionRecord.read(json);

            assertThat(record(readBack.inputs())).as("night %d", seed).isEqualTo(json);
        }
    }

    /** A decision is made by the worker, for a card and for somebody who asks, at the same moment. */
    @Test
    void itDoesNotMatterWhoElseDecidesAtTheSameMoment() throws InterruptedException, ExecutionException {
        var nights = IntStream.range(0, 60).mapToObj(SameBytesTest::night).toList();
        var alone = nights.stream().map(SameBytesTest::record).toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var together = new ArrayList<Future<List<String>>>();
            for (var thread = 0; thread < 8; thread++) {
                together.add(threads.submit(() -> IntStream.range(0, 20 * nights.size())
                        .mapToObj(it -> record(nights.get(it % nights.size())))
                        .distinct()
                        .toList()));
            }
            for (var each : together) {
                assertThat(each.get()).isEqualTo(alone.stream().distinct().toList());
            }
        }
    }

    /** Otherwise sameness would be proved on silence. */
    @Test
    void mostNightsMakeManyRulesSpeak() {
        var talkative = IntStream.range(0, NIGHTS)
                .mapToObj(it -> decide(night(it)))
                .filter(SameBytesTest::firesFiveRulesInThreeBooks)
                .count();

        assertThat(talkative).isGreaterThanOrEqualTo(NIGHTS * 8 / 10);
    }

    @Test
    void anotherJvmComesToTheSame() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var other = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Digest.class.getName())
                .redirectError(Redirect.DISCARD)
                .start();

        var printed = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(printed.strip()).endsWith(digestOfAllNights());
    }

    /** Run by the other JVM. */
    static final class Digest {

        public static void main(String[] arguments) {
            System.out.println(digestOfAllNights());
        }
    }

    /** One line for all nights, so that two JVMs can be compared. */
    static String digestOfAllNights() {
        var all = new StringBuilder();
        for (var seed = 0; seed < NIGHTS; seed++) {
            all.append(CanonicalJson.sha256(record(night(seed))));
        }
        return CanonicalJson.sha256(all.toString());
    }

    static Inputs night(long seed) {
        var plan = ShippedPlans.plan(PLANS.get((int) (seed % PLANS.size())));
        var random = new RandomFacts(seed, plan);
        return new Inputs(
                plan.id(),
                plan.sha256(),
                Deciding.BOOKS.hashes(),
                "drools",
                "INC-2026-0001",
                NOON,
                false,
                random.symptoms(5),
                random.symptoms(1),
                random.facts(8),
                Held.NOTHING,
                NOON.plusSeconds(seed % 4000));
    }

    static Inputs shuffled(Inputs it, long seed) {
        var symptoms = new ArrayList<>(it.symptoms());
        var facts = new ArrayList<>(it.facts());
        Collections.shuffle(symptoms, new Random(seed));
        Collections.shuffle(facts, new Random(seed));
        return new Inputs(
                it.plan(),
                it.planText(),
                it.books(),
                it.engine(),
                it.incident(),
                it.openedAt(),
                it.drill(),
                symptoms,
                it.elsewhere(),
                facts,
                it.held(),
                it.now());
    }

    static Outcome decide(Inputs inputs) {
        return Decider.decide(Deciding.BOOKS, ShippedPlans.plan(inputs.plan().name()), inputs);
    }

    static String record(Inputs inputs) {
        return new DecisionRecord(inputs, decide(inputs)).json();
    }

    static boolean firesFiveRulesInThreeBooks(Outcome outcome) {
        var rules = outcome.reasons().stream()
                .map(it -> it.book() + it.rule())
                .distinct()
                .count();
        var books = outcome.reasons().stream().map(it -> it.book()).distinct().count();
        return rules >= 5 && books >= 3;
    }
}
