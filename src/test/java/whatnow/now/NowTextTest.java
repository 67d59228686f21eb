package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.testkit.SampleCards;

/** The card in a terminal. */
class NowTextTest {

    @Test
    void theFirstLinesSayWhatMattersMost() {
        var lines = NowText.of(SampleCards.database("anna")).lines().toList();

        assertThat(lines.get(0)).startsWith("REAL · INC-2026-0042 · decided ").contains("oldest fact");
        assertThat(lines.get(1)).startsWith("SEV2 Major outage").contains("urgency NOW");
        assertThat(lines.get(2)).contains("us-east-1", "anna has it");
    }

    @Test
    void theSevenPartsStandInTheirOrder() {
        assertThat(NowText.of(SampleCards.database("anna")))
                .containsSubsequence("-- Do this now", "-- Why", "-- Next", "-- Tier", "-- We do not know");
    }

    @Test
    void aDangerousStepShowsItsCheckBeforeItsCommand() {
        assertThat(NowText.of(SampleCards.database("anna")))
                .containsSubsequence("DANGER: ", "check first: ", "$ aws rds reboot-db-instance");
    }

    @Test
    void aStepSaysWhenItIsAllowedAndADangerousOneHowToUndoIt() {
        assertThat(NowText.of(SampleCards.database("anna")))
                .containsSubsequence(
                        "1. Did the standby take over?",
                        "Multi-AZ should have promoted it by itself within two minutes.",
                        "$ aws rds describe-events",
                        "DANGER: ",
                        "to undo: none: writes to the old primary stop");
    }

    @Test
    void theLastKnownSeverityIsNobodysWordButAPersons() {
        assertThat(NowText.of(SampleCards.silence()).replaceAll("\\s+DRILL\\s+", " "))
                .contains("Last known severity: SEV3. No rule can tell it now; only a person lowers or resolves it.");
    }

    @Test
    void aListThatIsAllTickedProvesNothing() {
        assertThat(NowText.of(SampleCards.withoutSteps(SampleCards.database("anna"), 7))
                        .replaceAll("\\s+", " "))
                .contains("All 7 steps are ticked. That proves nothing: check from outside")
                .doesNotContain("No steps are proposed");
    }

    @Test
    void withoutStepsTheQuestionsComeFirst() {
        assertThat(NowText.of(SampleCards.withoutSteps(SampleCards.database("anna"), 0))
                        .replaceAll("\\s+", " "))
                .contains("No steps are proposed yet. Answer the questions below");
    }

    @Test
    void withoutStepsAndQuestionsTheLeadIsCalled() {
        var card = SampleCards.withoutQuestions(SampleCards.withoutSteps(SampleCards.database("anna"), 0));

        assertThat(NowText.of(card)).contains("No steps are proposed. Call the lead: Technical Lead.");
    }

    @Test
    void theTextSaysWhatNotToDoAndWhatIsLost() {
        assertThat(NowText.of(SampleCards.region()))
                .contains("DO NOT ", "No way back after ", "Loss: writes after 14:02:10 UTC are gone");
    }

    @Test
    void whereAnotherStrategyWouldBeChosenItSaysBeforeWhichStepToStop() {
        assertThat(NowText.of(SampleCards.region())).contains("DECISION WOULD CHANGE", "Stop before step ");
    }

    @Test
    void noSentenceIsWiderThanATerminalAndNoCommandIsBroken() {
        for (var card : List.of(SampleCards.database("anna"), SampleCards.region(), SampleCards.silence())) {
            assertThat(NowText.of(card).lines().filter(it -> !it.contains(" $ ") && !it.contains("check first: ")))
                    .allMatch(it -> it.length() <= 80);
        }
        assertThat(NowText.of(SampleCards.database("anna")))
                .contains("     $ aws rds reboot-db-instance --region us-east-1 --db-instance-identifier freight-prod"
                        + " --force-failover\n");
    }

    @Test
    void thoseToCallNowStandBelowEachOtherWithTheirNumbers() {
        assertThat(NowText.of(SampleCards.region()))
                .containsSubsequence(
                        "OVERDUE since ", "YOU must call: L4 Executives\n", "     L. Moreau +33-1-555-0100\n");
    }

    @Test
    void theTargetOfTheStrategyIsNamed() {
        assertThat(NowText.of(SampleCards.region()))
                .contains("Do this now: Fail over to another region, eu-central-1 (2 of 14 done)");
    }

    @Test
    void marksOfMarkdownAreNotLeftInWords() {
        assertThat(Prose.words("**Stop**, look for an `owner` tag, and go to [the next](failback.md#steps)."))
                .isEqualTo("Stop, look for an \"owner\" tag, and go to the next (/kb/failback#steps).");
    }

    @Test
    void whoWasCalledIsNamed() {
        assertThat(NowText.of(SampleCards.database("anna"))).contains("anna: called L2: not reached");
    }

    @Test
    void aPlanWithoutTiersSaysSo() {
        assertThat(NowText.of(SampleCards.region())).contains("this plan has none");
    }

    @Test
    void aDrillSaysDrillOnEveryLine() {
        assertThat(NowText.of(SampleCards.silence()).lines()).allMatch(it -> it.startsWith("DRILL "));
    }

    @Test
    void whatIsRealNeverSaysDrill() {
        assertThat(NowText.of(SampleCards.region())).doesNotContain("DRILL");
    }

    @Test
    @DisplayName("no control character of a stranger reaches a terminal (N-5)")
    void noControlCharacterReachesATerminal() {
        var text = NowText.of(SampleCards.silence());

        assertThat(text).contains("[U+202E]", "[U+200B]");
        assertThat(text.codePoints().filter(it -> it != '\n' && Character.isISOControl(it)))
                .isEmpty();
    }

    @Test
    void theTextPromisesNothing() {
        for (var card : List.of(SampleCards.database("anna"), SampleCards.region(), SampleCards.silence())) {
            assertThat(NowText.of(card).toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("no data loss", "% sure", "confidence");
        }
    }

    @Test
    void withNothingOpenItSaysWhenEachSourceLastReported() {
        var silent = new NowCards.SourceLine(
                "prometheus", "silent", Optional.of(SampleCards.NOW.minus(Duration.ofMinutes(47))));

        assertThat(NowText.of(List.of(), List.of(silent), SampleCards.NOW))
                .contains("Nothing is open.", "prometheus: silent, last report 47 min ago");
        assertThat(NowText.of(List.of(), List.of(), SampleCards.NOW)).contains("No source has ever reported");
    }
}
