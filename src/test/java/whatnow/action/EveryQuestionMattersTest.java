package whatnow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.decision.asking.WorthAsking;
import whatnow.decision.asking.Worthwhile;
import whatnow.now.AskedOf;
import whatnow.now.NowCard.Unknown;
import whatnow.testkit.RandomFacts;
import whatnow.testkit.ShippedPlans;

/** A question that changes nothing is not asked, and what would change something is not left out. */
class EveryQuestionMattersTest {

    static final List<String> PLANS = List.of("freight", "tracktion", "homeostasis");
    static final int NIGHTS = 300;

    private static final Map<Integer, AnAsked> ASKED = new ConcurrentHashMap<>();

    @Test
    void someAnswerToWhatIsAskedChangesWhatPeopleDo() {
        assertThat(wrong(it -> it.idle().among(it.card()))).isEmpty();
    }

    @Test
    void whatIsLeftOutWhileThereIsRoomChangesNothing() {
        assertThat(wrong(EveryQuestionMattersTest::leftOut)).isEmpty();
    }

    @Test
    void threeAreAskedAtMostAndThoseThatChangeTheStrategyFirst() {
        for (var seed = 0; seed < NIGHTS; seed++) {
            var changes = anAsked(seed).card().stream()
                    .map(it -> it.changes().orElseThrow())
                    .toList();

            assertThat(changes).as("night %d", seed).hasSizeLessThanOrEqualTo(3).isSorted();
        }
    }

    @Test
    void whatStandsBeforeTheStrategyIsPushedOffByNothingLess() {
        assertThat(wrong(EveryQuestionMattersTest::gatesPushedOff)).isEmpty();
    }

    @Test
    void theSameNightAsksTheSameWhateverTheOrderOfItsFacts() {
        for (var seed = 0; seed < NIGHTS; seed += 20) {
            var asked = anAsked(seed);

            assertThat(anAsked(shuffled(asked.night(), seed)).card())
                    .as("night %d", seed)
                    .isEqualTo(asked.card());
        }
    }

    private record AnAsked(Inputs night, Outcome outcome, List<Unknown> candidates, List<Unknown> card) {

        IdleQuestions idle() {
            return new IdleQuestions(night, outcome);
        }
    }

    private static AnAsked anAsked(int seed) {
        return ASKED.computeIfAbsent(seed, it -> anAsked(night(it)));
    }

    private static AnAsked anAsked(Inputs night) {
        var plan = ShippedPlans.plan(night.plan().name());
        var outcome = Decider.decide(IdleQuestions.BOOKS, plan, night);
        var asked = new AskedOf(plan, night, outcome, PLANS);
        return new AnAsked(night, outcome, asked.candidates(), asked.card(IdleQuestions.BOOKS));
    }

    /** The nights in which it is so, by the question's key. */
    private static SortedMap<String, List<Integer>> wrong(Function<AnAsked, List<String>> keys) {
        var wrong = new TreeMap<String, List<Integer>>();
        for (var seed = 0; seed < NIGHTS; seed++) {
            for (var key : keys.apply(anAsked(seed))) {
                wrong.computeIfAbsent(key, _ -> new ArrayList<>()).add(seed);
            }
        }
        return wrong;
    }

    private static List<String> leftOut(AnAsked it) {
        if (it.card().size() == Worthwhile.ASKED) {
            return List.of();
        }
        var shown = it.card().stream().map(Unknown::key).toList();
        var leftOut = it.candidates().stream()
                .limit(WorthAsking.CANDIDATES)
                .filter(one -> !shown.contains(one.key()))
                .toList();
        var idle = it.idle().among(leftOut);
        return leftOut.stream()
                .map(Unknown::key)
                .filter(key -> !idle.contains(key))
                .toList();
    }

    private static List<String> gatesPushedOff(AnAsked it) {
        var gates = questionsBefore(it.outcome().choice().chosen());
        var others = questionsBefore(it.outcome().choice().runnerUp());
        others.removeAll(gates);
        others.remove("what_changed");
        var isThereRoom = it.card().stream().anyMatch(one -> one.because().isEmpty() || others.contains(question(one)));
        if (!isThereRoom) {
            return List.of();
        }
        var shown = it.card().stream().map(Unknown::key).toList();
        var pushedOff = it.candidates().stream()
                .filter(one -> gates.contains(question(one)))
                .filter(one -> !shown.contains(one.key()))
                .toList();
        var idle = it.idle().among(pushedOff);
        return pushedOff.stream()
                .map(Unknown::key)
                .filter(key -> !idle.contains(key))
                .toList();
    }

    private static String question(Unknown unknown) {
        return unknown.key().replaceFirst("@.*", "");
    }

    private static Set<String> questionsBefore(Optional<Weighed> strategy) {
        return strategy.stream()
                .flatMap(it -> it.gates().stream())
                .flatMap(it -> it.question().stream())
                .map(Question::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Inputs shuffled(Inputs night, int seed) {
        var facts = new ArrayList<>(night.facts());
        Collections.shuffle(facts, new Random(seed));
        return night.supposing(ShippedPlans.plan(night.plan().name()), facts, night.held());
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
    static Inputs night(int seed) {
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
