package whatnow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Question;
import whatnow.now.AskedOf;
import whatnow.testkit.RandomFacts;
import whatnow.testkit.ShippedPlans;

/** A question that changes nothing is not asked: some answer on offer always changes what is decided. */
class EveryQuestionMattersTest {

    static final List<String> PLANS = List.of("freight", "tracktion", "homeostasis");
    static final int NIGHTS = 600;

    @Test
    void someAnswerOnOfferChangesWhatIsDecided() {
        var idle = new TreeMap<String, List<Integer>>();
        for (var seed = 0; seed < NIGHTS; seed++) {
            var night = night(seed);
            var plan = ShippedPlans.plan(night.plan().name());
            var outcome = Decider.decide(IdleQuestions.BOOKS, plan, night);
            var asked = AskedOf.unknowns(plan, night, outcome, PLANS);
            for (var key : new IdleQuestions(night, outcome).among(asked)) {
                idle.computeIfAbsent(key, _ -> new ArrayList<>()).add(seed);
            }
        }

        assertThat(idle).isEmpty();
    }

    /** Otherwise it would be proved on silence. */
    @Test
    void theNightsAskMostOfTheQuestionsThatThereAre() {
        var asked = EnumSet.noneOf(Question.class);
        IntStream.range(0, NIGHTS)
                .mapToObj(EveryQuestionMattersTest::night)
                .flatMap(it ->
                        Decider.decide(
                                IdleQuestions.BOOKS, ShippedPlans.plan(it.plan().name()), it)
                                .questions()
                                .stream())
                .forEach(it -> asked.add(it.question()));

        assertThat(new TreeSet<>(asked)).hasSizeGreaterThanOrEqualTo(15);
    }

    /** Every fourth night is one of services that no plan knows. */
    private static Inputs night(int seed) {
        var random = new RandomFacts(seed, ShippedPlans.plan(PLANS.get(seed % PLANS.size())));
        var plan = ShippedPlans.plan(seed % 4 == 3 ? "general" : PLANS.get(seed % PLANS.size()));
        var hashes = new TreeMap<String, String>();
        return new Inputs(
                plan.id(),
                plan.sha256(),
                hashes,
                "drools",
                "INC-2026-0001",
                NOON,
                false,
                random.symptoms(3),
                List.of(),
                random.facts(5),
                Held.NOTHING,
                NOON.plusSeconds(seed % 4000));
    }
}
