package whatnow.story;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.now.Times;
import whatnow.testkit.slack.Message;

/** What the channel of a plan is told without asking: one message for each incident, kept up to date. */
class AnnouncedTest {

    private static final String SENTENCE =
            "Restricted incident since 2026-03-01 \\d\\d:\\d\\d UTC\\. Named people only; ask .+\\.";

    private static final DateTimeFormatter HH_MM =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    Message announced() {
        var all = night.announced();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    String shown() {
        return announced().shown();
    }

    @Test
    void aNewIncidentIsToldOnceWithWhatToDoAndWhoHasIt() {
        night.databaseIsDown();
        var now = night.now();

        assertThat(shown().lines())
                .containsSequence(
                        "◆ SEV2 Major outage (L3 Major Outage)",
                        "freight-db · us-east-1 · since " + Times.full(now) + " · triage",
                        "Nobody has it yet. Lead: DR Team Lead",
                        "Do this now: Fail the database over in its region")
                .anyMatch(it -> it.startsWith("Before that: "))
                .anyMatch(it -> it.contains("DO NOT restart the old primary"))
                .contains("RTO 4 h ends " + Times.full(now.plus(ofHours(4))) + " (plan freight S1-02, S1-16)");
        assertThat(announced().buttons()).containsExactly("Acknowledge", "Now");
        assertThat(announced().text()).startsWith(night.incident() + " ◆ SEV2 Major outage");
    }

    @Test
    void whatChangesNothingOfThatChangesNoMessage() {
        night.databaseIsDown();
        var before = announced();

        night.passes(ofMinutes(2)).databaseIsDown();
        night.fact(
                "health_check", Map.of("service", "freight-db"), Map.of("state", "FALSE", "failures", 7), "PROBE", "p");
        night.passes(ofMinutes(30));

        assertThat(announced()).isEqualTo(before);
    }

    @Test
    void whoHasItIsShownInTheSameMessage() {
        night.databaseIsDown();
        announced();

        night.acts("acknowledge", "note", "looking");

        assertThat(shown()).contains("bootstrap has it").doesNotContain("Nobody has it");
    }

    @Test
    void theStatusIsShownInTheSameMessage() {
        night.databaseIsDown();
        announced();

        night.acts("status", "status", "identified", "reason", "the disk");

        assertThat(shown()).contains("· identified");
    }

    @Test
    void whatGetsGraverIsSaidOnceMoreSoThatPeopleHearIt() {
        night.databaseIsDown();
        var message = announced();

        night.regionIsLost("us-east-1");
        night.passes(ofMinutes(1)).regionIsLost("us-east-1");

        assertThat(shown()).startsWith("■ SEV1 Complete failure");
        assertThat(night.replies(message)).singleElement().satisfies(it -> {
            assertThat(it.isBroadcast()).isTrue();
            assertThat(it.shown())
                    .isEqualTo(night.incident()
                            + " is SEV1 now (Complete failure): freight-db · us-east-1. Nobody has it yet. Lead: CTO.");
        });
    }

    @Test
    void whatIsGraveFromTheFirstMessageOnIsNotSaidTwice() {
        night.databaseIsDown();
        night.card();
        night.regionIsLost("us-east-1");

        assertThat(night.replies(announced())).isEmpty();
        assertThat(shown()).startsWith("■ SEV1");
    }

    @Test
    void whatIsResolvedSaysWhoSaidSoAndWhen() {
        night.databaseIsDown();
        announced();

        night.passes(ofMinutes(34));
        var number = night.incident();
        var at = night.now();
        night.acts("resolve", "typed", number, "reason", "writes work again");

        assertThat(shown().lines())
                .containsSequence(
                        "RESOLVED: freight-db · us-east-1",
                        "resolved: writes work again, by bootstrap at " + Times.full(at))
                .anyMatch(it -> it.startsWith("It was ◆ SEV2 Major outage"));
        assertThat(announced().buttons()).containsExactly("Now");
    }

    @Test
    @DisplayName("safety.md 6: nothing is called resolved before somebody said so")
    void nothingIsCalledResolvedBeforeSomebodySaidSo() {
        night.alert("Watchdog").databaseIsDown();
        var began = night.now();
        announced();

        night.passes(ofMinutes(1)).alert("Watchdog");
        night.resolvesWhatBegan(
                began, "RdsPrimaryDown", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");

        assertThat(shown()).doesNotContainIgnoringCase("resolved");
    }

    @Test
    void whatWasTakenOverByAnotherSaysSo() {
        night.databaseIsDown();
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "third-party", "region", "eu-west-1");
        var numbers = night.announced().stream()
                .map(Message::text)
                .map(it -> it.substring(0, 13))
                .toList();
        assertThat(numbers).hasSize(2);

        night.merges(numbers.get(0), numbers.get(1));

        var taken = night.announced().get(1);
        assertThat(taken.shown())
                .startsWith("MERGED: ")
                .contains("Merged into %s: one needs the other, by rules at ".formatted(numbers.get(0)));
    }

    @Test
    void whatNobodyCanTellIsToldAsUnknown() {
        night.alert("Odd", "service", "freight-db");

        assertThat(shown()).startsWith("? UNKNOWN Severity unknown");
    }

    @Test
    @DisplayName("safety.md 8: nothing of a drill is told")
    void nothingOfADrillIsTold() {
        var drill = night.drill("freight");
        night.factOf(
                drill,
                "region_status",
                Map.of("region", "us-east-1"),
                Map.of("state", "FALSE", "vantage", "outside"),
                "PROBE",
                "probe-eu");
        night.person("declaration", Map.of("state", "TRUE", "severity", "SEV1"));

        assertThat(night.announced()).isEmpty();
    }

    @Test
    void whatIsRestrictedFromTheBeginningIsNeverTold() {
        ransomware();

        assertThat(night.announced()).isEmpty();
    }

    @Test
    void whatIsRestrictedLaterBecomesOneSentenceEverywhere() {
        night.databaseIsDown();
        var message = announced();
        night.regionIsLost("us-east-1");
        announced();
        assertThat(night.replies(message)).hasSize(1);

        ransomware();

        assertThat(shown()).matches(SENTENCE);
        assertThat(announced().buttons()).isEmpty();
        assertThat(night.replies(message))
                .allSatisfy(it -> assertThat(it.shown()).matches(SENTENCE));
        assertThat(List.of(announced().text(), announced().blocks().toString()))
                .allSatisfy(it -> assertThat(it).doesNotContain("freight-db", "SEV"));
    }

    @Test
    void whatACommanderRestrictsBecomesTheSentenceAndWhatIsLiftedIsToldAgain() {
        night.databaseIsDown();
        announced();
        var number = night.incident();

        night.post("/api/v1/incidents/" + number + "/restrict", Map.of("reason", "press calls", "names", List.of()));
        assertThat(shown()).matches(SENTENCE);

        night.post("/api/v1/incidents/" + number + "/lift", Map.of("reason", "it is public"));
        assertThat(shown()).contains("SEV2 Major outage");
    }

    @Test
    void whatIsMergedIntoARestrictedOneBecomesTheSentenceToo() {
        night.databaseIsDown();
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "third-party", "region", "eu-west-1");
        var numbers = night.announced().stream()
                .map(Message::text)
                .map(it -> it.substring(0, 13))
                .toList();
        night.merges(numbers.get(0), numbers.get(1));
        night.announced();

        night.post("/api/v1/incidents/" + numbers.get(0) + "/restrict", Map.of("reason", "x", "names", List.of()));

        assertThat(night.announced())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.shown()).matches(SENTENCE));
    }

    @Test
    @DisplayName("N-6: nothing that an alert says calls anybody or leads anywhere")
    void nothingThatAnAlertSaysCallsAnybody() {
        night.alert(
                "Down",
                "symptom",
                "UNAVAILABLE",
                "service",
                "<!channel> <https://evil.example|ok>",
                "region",
                "<@U1> *us*");

        assertThat(announced().mentions()).isEmpty();
        assertThat(shown()).contains("<!channel>");
    }

    @Test
    void whatSlackDoesNotTakeIsSaidOnEveryPageAndCounted() {
        night.slack().refuses("chat.postMessage", "not_in_channel");
        night.databaseIsDown();
        var since = HH_MM.format(night.now());
        night.triesToSend();
        night.passes(ofMinutes(1));

        var page = night.shows("/", "text/html");
        var metrics = night.shows("/metrics", "text/plain");
        night.slack().refuses("chat.postMessage", "ok");

        assertThat(page)
                .contains("Slack has not taken messages since " + since
                        + " UTC (not_in_channel for C1 of every plan). Tell people by other means.");
        assertThat(metrics).contains("whatnow_messages_failed_total{channel=\"slack\"}", "whatnow_messages_waiting");
        night.passes(ofMinutes(5));
        assertThat(announced().shown()).contains("SEV2");
        assertThat(night.shows("/", "text/html")).doesNotContain("has not taken messages");
    }

    private void ransomware() {
        night.fact(
                "intrusion",
                Map.of("service", "freight-db"),
                Map.of("state", "TRUE", "kind", "ransomware"),
                "PERSON",
                "bootstrap");
    }
}
