package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whom the card calls, and what people do on it besides answering. */
class CallsAndActionsTest extends AtTheCard {

    @Test
    void whoWasCalledAndNotReachedIsShownAndTheNextAreCalled() {
        databaseIsDown();
        var first = night.card().path("next").get(0).path("level").asString();

        night.acts("called", "level", first, "reached", "false");

        var next = night.card().path("next");
        assertThat(next.get(0).path("state").asString()).isEqualTo("NOT REACHED");
        assertThat(next.get(1).path("state").asString()).isIn("YOU must call", "OVERDUE");
        assertThat(night.card().path("told").toString()).contains("called " + first + ": not reached");
    }

    @Test
    void whoEscalatesSeesWhoIsCalledNow() {
        databaseIsDown();
        assertThat(states()).contains("upcoming");

        night.acts("escalate", "reason", "nobody knows this database");

        assertThat(night.card().path("told").toString()).contains("escalated to L2", "nobody knows this");
        assertThat(states().stream().filter("YOU must call"::equals)).hasSizeGreaterThan(1);
    }

    @Test
    void aNamedLevelIsCalledWithAllBelowIt() {
        databaseIsDown();
        var number = night.incident();

        var asked = night.post(
                "/api/v1/incidents/" + number + "/escalate", Map.of("level", "L3", "reason", "we need the sponsor"));

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(night.told().calledNow()).contains("L1", "L2", "L3");
        assertThat(night.told().rolesCalledNow()).contains("executive_sponsor", "database_lead");
        var unknown = night.post("/api/v1/incidents/" + number + "/escalate", Map.of("level", "L7"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("L1, L2, L3");
    }

    @Test
    void whoeverNobodyAnswersForTenMinutesHasANextLevel() {
        databaseIsDown();

        night.passes(ofMinutes(10).minusMillis(1));
        assertThat(night.told().rolesCalledNow()).doesNotContain("operations_lead");

        night.passes(Duration.ofMillis(1));
        assertThat(night.told().rolesCalledNow()).contains("operations_lead", "cto");
    }

    @Test
    void nobodyCanTellAndNobodyAnswersForFifteenMinutes() {
        under("homeostasis").alert("FrobnicatorHigh", "service", "api", "region", "us-east-1");

        assertThat(night.told().rolesCalledNow()).containsExactly("on_call_engineer");
        night.passes(ofMinutes(15).minusMillis(1));
        assertThat(night.told().rolesCalledNow()).doesNotContain("cto");
        night.passes(Duration.ofMillis(1));
        assertThat(night.told().rolesCalledNow()).contains("cto");
    }

    @Test
    void fromTheFirstTickedStepOnTheStrategyIsHeld() {
        databaseIsDown();
        var card = night.card();
        var article = card.path("doNow").path("article").asString().split("#");

        var ticked = night.acts(
                "step",
                "article",
                article[0],
                "section",
                article[1],
                "step",
                "1",
                "strategy",
                card.path("doNow").path("strategyKey").asString());
        night.fact("standby", Map.of("service", "freight-db"), Map.of("state", "FALSE"), "PROBE", "rds");

        assertThat(ticked.statusCode()).isEqualTo(302);
        assertThat(night.told().strategy()).isEqualTo("db_failover");
        assertThat(night.decision().path("outcome").path("choice").path("held").asBoolean())
                .isTrue();
        assertThat(night.card().path("doNow").path("wouldChange").asString()).isNotBlank();
        assertThat(night.card().path("doNow").path("done").asInt()).isOne();
    }

    @Test
    void anApprovalOpensItsGate() {
        regionIsLost();
        answer("what_is_the_last_commit_replayed", "answer", "yes", "at", clock(3));
        var card = night.card();
        var role = StreamSupport.stream(card.path("doNow").path("gates").spliterator(), false)
                .map(it -> it.path("role").asString(""))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseThrow();

        night.acts("approve", "of", card.path("doNow").path("strategyKey").asString(), "role", role);

        assertThat(night.card().path("doNow").path("gates").toString()).contains("\"approved\":\"bootstrap\"");
        assertThat(night.decision()
                        .path("outcome")
                        .path("choice")
                        .path("chosen")
                        .path("gates")
                        .toString())
                .contains("\"approved\":true");
    }

    @Test
    void whoOverrulesTheStrategyIsNamedOnTheCardWithTheReason() {
        databaseIsDown();

        night.acts("override", "of", "strategy", "to", "observe", "reason", "planned work");

        assertThat(night.told().strategy()).isEqualTo("observe");
        assertThat(notices()).contains("bootstrap overruled the strategy: observe, because planned work");
    }

    @Test
    void ofTwoWordsAboutTheStrategyTheLastIsShown() {
        databaseIsDown();
        var at = "/incidents/" + night.incident();

        night.presses(at + "/override", "of", "strategy", "to", "observe", "reason", "planned work");
        night.passes(ofMinutes(1));
        night.presses(at + "/override", "of", "strategy", "to", "restart", "reason", "it is over");

        assertThat(notices())
                .contains("overruled the strategy: restart, because it is over")
                .doesNotContain("planned work");
    }

    @Test
    void aWordThatIsNotFollowedSaysSo() {
        databaseIsDown();

        night.acts("override", "of", "strategy", "to", "nothing_at_all", "reason", "a wish");
        night.passes(Duration.ofSeconds(16));

        assertThat(notices()).contains("because a wish. Not followed: the decision says db_failover");
    }

    @Test
    void onlyTheStrategiesOfThePlanAreOffered() {
        regionIsLost();

        assertThat(night.shows("/", "text/html"))
                .contains("<option value=\"\"></option><option value=\"observe\">", "<option value=\"pitr\">")
                .doesNotContain("<option value=\"db_failover\">");
    }

    @Test
    void anIncidentThatIsOverOffersNoActions() {
        databaseIsDown();
        var number = night.incident();
        var open = night.shows("/incidents/" + number, "text/html");
        assertThat(open).contains("/acknowledge\"", "/step\"", "/note\"", "/resolve\"", "/answer\"", "/called\"");

        night.presses("/incidents/" + number + "/resolve", "typed", number, "reason", "writes succeed from outside");

        assertThat(night.shows("/incidents/" + number, "text/html"))
                .contains("This incident is resolved.")
                .doesNotContain("/acknowledge\"", "/step\"", "/note\"", "/resolve\"", "/answer\"", "/called\"");
    }

    private List<String> states() {
        return all(night.card().path("next"), "state");
    }
}
