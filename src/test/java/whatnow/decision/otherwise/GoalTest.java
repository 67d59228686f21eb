package whatnow.decision.otherwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.decision.otherwise.Goal.Meant;
import whatnow.plan.DegradationTier;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.testkit.ShippedPlans;

class GoalTest {

    static List<Goal> meant(String words, String plan) {
        return switch (Goal.parse(words, ShippedPlans.plan(plan))) {
            case Meant.These(var goals) -> goals;
            case Meant.Nothing _ -> List.of();
        };
    }

    static String refused(String words, String plan) {
        return switch (Goal.parse(words, ShippedPlans.plan(plan))) {
            case Meant.These(var goals) -> throw new AssertionError(goals);
            case Meant.Nothing(var why) -> why;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEV1", "sev 1", "sev-1", "1", "S1", "severity 1", "a SEV1", "Complete failure"})
    void aSeverityIsAskedForByItsNumberOrItsWords(String words) {
        assertThat(meant(words, "freight")).containsExactly(new Goal.HasSeverity(Severity.SEV1));
    }

    @ParameterizedTest
    @CsvSource({
        "failover, DB_FAILOVER AZ_EVACUATE REGIONAL_FAILOVER",
        "fail over, DB_FAILOVER AZ_EVACUATE REGIONAL_FAILOVER",
        "regional failover, REGIONAL_FAILOVER",
        "Fail over to another region, REGIONAL_FAILOVER",
        "db_failover, DB_FAILOVER",
        "db failover, DB_FAILOVER",
        "Multi-AZ failover, DB_FAILOVER",
        "evacuate the zone, AZ_EVACUATE",
        "roll back, ROLLBACK",
        "roll it back, ROLLBACK",
        "restore, PITR BACKUP_RESTORE",
        "point-in-time recovery, PITR",
        "restart it, RESTART",
        "wait, OBSERVE"
    })
    void aStrategyIsAskedForByWhatPeopleCallIt(String words, String kinds) {
        assertThat(meant(words, "freight").stream()
                        .map(it -> ((Goal.Chooses) it).strategy().name()))
                .containsExactlyInAnyOrder(kinds.split(" "));
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.class)
    void everyStrategyIsKnownByItsKeyAndByItsWords(StrategyKind kind) {
        assertThat(meant(kind.key(), "freight")).contains(new Goal.Chooses(kind));
        assertThat(meant(kind.words(), "freight")).contains(new Goal.Chooses(kind));
    }

    @Test
    void ofSeveralThatAreMeantOnlyThoseOfThePlanAreAsked() {
        assertThat(meant("failover", "homeostasis"))
                .contains(new Goal.Chooses(StrategyKind.REGIONAL_FAILOVER))
                .allSatisfy(it -> assertThat(ShippedPlans.plan("homeostasis").strategy(((Goal.Chooses) it).strategy()))
                        .isPresent());
    }

    @Test
    void aTierIsAskedForByItsName() {
        assertThat(meant("severe", "freight")).containsExactly(new Goal.ProposesTier(DegradationTier.SEVERE));
        assertThat(meant("tier severe", "freight")).containsExactly(new Goal.ProposesTier(DegradationTier.SEVERE));
    }

    @Test
    void whereAPlanCallsSeveritiesAndCallsBothByALevelBothAreMeant() {
        assertThat(meant("L3", "freight")).containsExactly(new Goal.HasSeverity(Severity.SEV2), new Goal.Calls("L3"));
        assertThat(meant("L3", "tracktion")).containsExactly(new Goal.Calls("L3"));
    }

    @Test
    void whatAPlanHasNotIsRefusedWithWhatCanBeAsked() {
        assertThat(refused("severe", "tracktion")).startsWith("The plan (tracktion) has no tiers. Ask for");
        assertThat(refused("regional failover", "general"))
                .startsWith("The plan (general) has no strategy (regional_failover).");
    }

    @Test
    void whatNobodyCouldHaveDecidedIsRefusedWithWhatCanBeAsked() {
        assertThat(refused("banana", "freight"))
                .startsWith("(banana) is nothing that could have been decided. Ask for a severity (SEV1 to SEV5)")
                .contains("regional_failover", "severe", "L1, L2, L3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unknown", "sev 9", "sev", "?", "failover failover"})
    void whatIsNoGoalIsRefused(String words) {
        assertThat(meant(words, "freight")).isEmpty();
    }

    @Test
    void aQuestionOfAnyLengthIsRefusedInOneSentence() {
        assertThat(refused("x".repeat(100_000), "freight")).hasSizeLessThan(600);
    }
}
