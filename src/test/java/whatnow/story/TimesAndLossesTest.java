package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Times that people type say what is lost, and a loss is accepted by whoever may. */
class TimesAndLossesTest extends AtTheCard {

    @Test
    void theLastCommitReplayedSaysWhatIsLost() {
        regionIsLost();

        answer("what_is_the_last_commit_replayed", "answer", "yes", "at", clock(3));

        assertThat(asked()).doesNotContain("what_is_the_last_commit_replayed");
        assertThat(night.card().path("doNow").path("loss").asString()).contains("writes after " + clock(3));
    }

    @Test
    void theFirstBadWriteSaysHowFarBackToGo() {
        corruptionIsSaidByAMachine();

        answer("when_was_the_first_bad_write", "answer", "yes", "at", clock(20));

        assertThat(asked()).doesNotContain("when_was_the_first_bad_write");
        assertThat(night.card().path("doNow").path("loss").asString()).contains(clock(20));
    }

    @Test
    void theLagOfTheReplicaSaysWhetherItHoldsTheCorruption() {
        corruptionIsSaidByAMachine();
        answer("is_it_corrupt", "answer", "yes");
        night.passes(ofMinutes(5));

        if (asked().contains("how_far_behind_is_the_replica")) {
            answer("how_far_behind_is_the_replica", "answer", "yes", "amount", "5");
        } else {
            press("how_far_behind_is_the_replica", "answer", "yes", "amount", "5");
        }

        assertThat(asked()).doesNotContain("how_far_behind_is_the_replica");
        assertThat(vetoes()).contains("Fail over to another region");
    }

    @Test
    void theFirstCompromiseIsKeptBesideWhatWasSaidBefore() {
        ransomwareIsSaidByAMachine();

        answer("when_was_the_first_compromise", "answer", "yes", "at", clock(50));

        assertThat(asked()).doesNotContain("when_was_the_first_compromise");
        assertThat(night.told().strategy()).isEqualTo("isolate_and_clean_restore");
    }

    @Test
    void whoAcceptsALossOpensItsGateAndNoMore() {
        regionIsLostAndTheReplicaIsBehind(40);

        theLossIsAccepted();

        assertThat(night.told().strategy()).isEqualTo("regional_failover");
        assertThat(asked()).doesNotContain("which_loss_is_acceptable");
        assertThat(night.told().gates()).doesNotContain("which_loss_is_acceptable");
        assertThat(gates()).contains("\"role\":\"executive_sponsor\"");
        night.passes(ofMinutes(1));
        night.lastCommitReplayed("us-west-2", 70);
        assertThat(asked()).contains("which_loss_is_acceptable");
    }

    @Test
    void whoAgreesToTheStrategyHasNotAcceptedItsLoss() {
        regionIsLostAndTheReplicaIsBehind(40);
        var of = night.card().path("doNow").path("strategyKey").asString();
        var at = "/incidents/" + night.incident();

        night.presses(at + "/approve", "of", of, "role", "cto");
        night.presses(at + "/approve", "of", of, "role", "executive_sponsor");

        assertThat(lossGates()).isNotEmpty().allMatch(it -> it.path("approved").isNull());
        assertThat(lossGates()).allMatch(it -> it.path("byAnswer").asBoolean());
        assertThat(night.decision().toString()).contains("\"because\":\"accepts the loss\"");
        assertThat(lossesApproved()).containsOnly(false);
    }

    @Test
    void anAcceptedLossShowsWhoAcceptedIt() {
        regionIsLostAndTheReplicaIsBehind(40);

        theLossIsAccepted();

        assertThat(lossGates())
                .isNotEmpty()
                .allMatch(it -> it.path("approved").asString("").equals("bootstrap"));
        assertThat(lossesApproved()).containsOnly(true);
    }

    @Test
    void aLossThatGrewIsNotShownAsAccepted() {
        regionIsLostAndTheReplicaIsBehind(40);
        theLossIsAccepted();
        night.passes(ofMinutes(1));

        night.lastCommitReplayed("us-west-2", 70);

        assertThat(lossGates()).isNotEmpty().allMatch(it -> it.path("approved").isNull());
    }

    private void theLossIsAccepted() {
        answer("which_loss_is_acceptable", "answer", "regional_failover", "what", "Executive Sponsor");
    }

    private List<JsonNode> lossGates() {
        return StreamSupport.stream(night.card().path("doNow").path("gates").spliterator(), false)
                .filter(it -> it.path("text").asString().contains("accepts the loss"))
                .toList();
    }

    private List<Boolean> lossesApproved() {
        var gates =
                night.decision().path("outcome").path("choice").path("chosen").path("gates");
        return StreamSupport.stream(gates.spliterator(), false)
                .filter(it -> it.path("because").asString().equals("accepts the loss"))
                .map(it -> it.path("approved").asBoolean())
                .toList();
    }
}
