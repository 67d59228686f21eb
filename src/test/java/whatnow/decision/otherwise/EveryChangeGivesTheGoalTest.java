package whatnow.decision.otherwise;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import whatnow.decision.Decider;
import whatnow.decision.Inputs.Held;
import whatnow.decision.Outcome;
import whatnow.decision.otherwise.WhyNot.Answer;
import whatnow.decision.otherwise.WhyNot.Budget;
import whatnow.decision.supposed.Supposing;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.plan.DegradationTier;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.testkit.RandomFacts;
import whatnow.testkit.ShippedPlans;

/** Over random nights, with the rules and plans that ship. */
class EveryChangeGivesTheGoalTest {

    static final List<String> PLANS = List.of("freight", "tracktion", "homeostasis");
    static final int NIGHTS = 240;

    /** Enough for every single change; on every fourth night for pairs too. */
    static Budget budget(int seed) {
        return new Budget(seed % 4 == 0 ? 400 : 180);
    }

    /** What only people do, decide or settle, and so nobody can learn. */
    static final List<FactType> DONE_BY_PEOPLE = List.of(
            FactType.OVERRIDE,
            FactType.DECLARATION,
            FactType.ACKNOWLEDGEMENT,
            FactType.ASSIGNMENT,
            FactType.STATUS,
            FactType.TIER_IN_FORCE,
            FactType.NOTE);

    record Asked(int seed, ANight night, Goal goal, Answer answer) {

        boolean isGivenBy(Outcome outcome) {
            return answer.personSettles().isPresent() && goal instanceof Goal.HasSeverity it
                    ? it.isByRules(outcome)
                    : goal.isMetBy(outcome);
        }

        boolean isGivenBy(List<Fact> facts) {
            return isGivenBy(Decider.decide(ANight.BOOKS, night.plan(), Supposing.with(night.inputs(), facts)));
        }

        Answer again() {
            return WhyNot.of(ANight.BOOKS, night.plan(), night.inputs(), goal, budget(seed));
        }
    }

    static List<Asked> asked = List.of();

    @BeforeAll
    static void askAll() {
        asked = IntStream.range(0, NIGHTS)
                .parallel()
                .mapToObj(EveryChangeGivesTheGoalTest::ask)
                .toList();
    }

    @Test
    void everyChangeGivesTheGoal() {
        assertThat(changes().filter(it -> !it.asked().isGivenBy(it.change().facts())))
                .isEmpty();
    }

    @Test
    void noPartOfAChangeGivesTheGoal() {
        assertThat(changes()
                        .filter(it -> parts(it.change().facts())
                                .anyMatch(part -> it.asked().isGivenBy(part))))
                .isEmpty();
    }

    @Test
    void whatIsSoAlreadyIsNotChanged() {
        assertThat(asked)
                .allSatisfy(it -> assertThat(it.answer().already())
                        .isEqualTo(it.goal().isMetBy(it.night().outcome())));
        assertThat(asked)
                .filteredOn(it -> it.answer().already())
                .allSatisfy(it -> assertThat(it.answer().changes()).isEmpty());
    }

    @Test
    void nothingIsOfferedThatOnlyAPersonDoesOrSettles() {
        assertThat(changes().flatMap(it -> it.change().facts().stream()))
                .noneMatch(it -> DONE_BY_PEOPLE.contains(it.type()))
                .noneMatch(it -> it.type() == FactType.STEP_DONE && it.state() == State.TRUE)
                .noneMatch(it -> it.type() == FactType.RUNNING_RECOVERY && it.state() == State.TRUE);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        assertThat(asked)
                .filteredOn(it -> it.seed() % 10 == 0)
                .allSatisfy(it -> assertThat(it.again()).isEqualTo(it.answer()));
    }

    @Test
    void noMoreIsSpentThanTheBudget() {
        assertThat(asked)
                .allSatisfy(it -> assertThat(it.answer().decisions())
                        .isLessThan(budget(it.seed()).decisions() + 20));
    }

    @Test
    void aChangeIsSaidInWordsWithWhatIsBelievedNow() {
        assertThat(changes()).allSatisfy(it -> {
            assertThat(it.change().words()).startsWith("if ").doesNotContain("null", "Optional");
            assertThat(it.change().believed()).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void whereNothingIsFoundSomethingIsSaidAgainstIt() {
        assertThat(asked)
                .filteredOn(it -> !it.answer().already())
                .allSatisfy(it -> assertThat(it.answer().against()).isNotEmpty());
    }

    /** Otherwise it would be proved on silence. */
    @Test
    void theNightsFindChangesOfOneFactAndOfTwo() {
        assertThat(changes().filter(it -> it.change().facts().size() == 1)).hasSizeGreaterThan(150);
        assertThat(changes().filter(it -> it.change().facts().size() > 1)).hasSizeGreaterThan(10);
        assertThat(asked.stream().filter(it -> it.answer().personSettles().isPresent()))
                .hasSizeGreaterThan(3);
    }

    record Found(Asked asked, Change change) {}

    private static Stream<Found> changes() {
        return asked.stream().flatMap(it -> it.answer().changes().stream().map(change -> new Found(it, change)));
    }

    private static Stream<List<Fact>> parts(List<Fact> facts) {
        return IntStream.range(0, (1 << facts.size()) - 1)
                .mapToObj(chosen -> IntStream.range(0, facts.size())
                        .filter(it -> (chosen & 1 << it) != 0)
                        .mapToObj(facts::get)
                        .toList());
    }

    private static Asked ask(int seed) {
        var plan = ShippedPlans.plan(PLANS.get(seed % PLANS.size()));
        var random = new RandomFacts(seed, plan);
        var night = ANight.of(plan, random.symptoms(3), random.facts(5), held(seed));
        var goals = goals(plan);
        var goal = goals.get(new SplittableRandom(seed).nextInt(goals.size()));
        return new Asked(seed, night, goal, WhyNot.of(ANight.BOOKS, plan, night.inputs(), goal, budget(seed)));
    }

    private static Held held(int seed) {
        return seed % 5 > 0
                ? Held.NOTHING
                : new Held(
                        Optional.of(Severity.SEV2),
                        Optional.of(NOON.minusSeconds(600)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private static List<Goal> goals(RecoveryPlan plan) {
        var goals = new ArrayList<Goal>();
        Stream.of(Severity.SEV1, Severity.SEV2, Severity.SEV3, Severity.SEV4)
                .forEach(it -> goals.add(new Goal.HasSeverity(it)));
        plan.strategies().forEach(it -> goals.add(new Goal.Chooses(it.kind())));
        plan.degradation()
                .ifPresent(
                        _ -> Stream.of(DegradationTier.values()).forEach(it -> goals.add(new Goal.ProposesTier(it))));
        Stream.of("L2", "L3").forEach(it -> goals.add(new Goal.Calls(it)));
        return goals;
    }
}
