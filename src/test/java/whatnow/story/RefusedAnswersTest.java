package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no answer is refused in words, and the question stays. */
class RefusedAnswersTest extends AtTheCard {

    @Test
    void aDependencyThatThePlanDoesNotNameIsRefused() {
        reportsAreNotMade();

        assertThat(refused("are_its_dependencies_up@service=reporting", "answer", "the moon"))
                .contains("is not one of: none, database");
    }

    @Test
    void aLossIsAcceptedInTheNameOfARoleThatMay() {
        regionIsLostAndTheReplicaIsBehind(40);

        assertThat(refused("which_loss_is_acceptable", "answer", "regional_failover", "what", "the intern"))
                .contains("executive_sponsor");
    }

    @Test
    void aTimeAheadOrNoTimeIsRefusedInWords() {
        regionIsLost();

        assertThat(refused("what_is_the_last_commit_replayed", "answer", "yes", "at", "soon"))
                .contains("Type it in UTC");
    }

    @Test
    void whatIsNeitherYesNorNoIsNoAnswer() {
        databaseIsDown();
        var key = key("is_the_standby_ready");

        for (var said : List.of("maybe", "", "yes please")) {
            assertThat(refused(key, "answer", said)).as(said).contains("yes, no, can");
        }
        refused("what_changed", "answer", "maybe", "what", "x", "at", clock(3));
        assertThat(asked()).contains("is_the_standby_ready");
    }
}
