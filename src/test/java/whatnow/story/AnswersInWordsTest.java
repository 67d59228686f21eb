package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has several parts is answered in one line too. */
class AnswersInWordsTest extends AtTheCard {

    private static final Map<String, String> DATABASE = Map.of("service", "database");

    @Test
    void aLossIsAcceptedInOneLineThatNamesWhatIsGivenUp() {
        regionIsLostAndTheReplicaIsBehind(40);
        var line = "answer %s regional failover as Executive Sponsor, writes after %s are gone"
                .formatted(key("which_loss_is_acceptable"), clock(40));

        assertThat(reply(line)).contains("bootstrap answered");

        assertThat(asked()).doesNotContain("which_loss_is_acceptable");
        assertThat(gates()).contains("\"role\":\"executive_sponsor\"");
    }

    @Test
    void aLossThatIsAnotherByNowIsNotAccepted() {
        regionIsLostAndTheReplicaIsBehind(40);
        var line = "answer %s regional_failover as executive sponsor, writes after %s"
                .formatted(key("which_loss_is_acceptable"), clock(40));
        night.passes(ofMinutes(1));
        night.lastCommitReplayed("us-west-2", 70);
        assertThat(asked()).contains("which_loss_is_acceptable");

        assertThat(reply(line)).contains("It gives up writes after 2026-03-01 " + clock(70) + " UTC now");
        assertThat(asked()).contains("which_loss_is_acceptable");
    }

    @Test
    void aLossIsAcceptedByNobodyWhoDoesNotSayInWhoseNameAndFromWhen() {
        regionIsLostAndTheReplicaIsBehind(40);
        var key = key("which_loss_is_acceptable");

        for (var words : new String[] {"yes", "regional_failover", "regional_failover as executive sponsor"}) {
            assertThat(reply("answer " + key + " " + words))
                    .as(words)
                    .contains("in whose name", "writes after 02:14:10");
        }
        assertThat(asked()).contains("which_loss_is_acceptable");
    }

    @Test
    void aBackupThatWasCheckedIsSaidInOneLine() {
        onlyBackupsAreLeft();
        var key = key("which_backup_is_verified");

        assertThat(reply("answer " + key + " snapshot of " + clock(90) + ", checked " + clock(10)
                        + " by restoring it aside"))
                .contains("bootstrap answered");

        assertThat(asked()).doesNotContain("which_backup_is_verified");
    }

    @Test
    void aBackupWithoutACheckIsRefusedWithAnExample() {
        onlyBackupsAreLeft();
        var key = key("which_backup_is_verified");

        assertThat(reply("answer " + key + " the one from last night"))
                .contains("answer snapshot of 02:00, checked 03:10");
        assertThat(reply("answer " + key + " tape of 02:00, checked 03:10")).contains("full", "incremental", "dump");
    }

    private void onlyBackupsAreLeft() {
        under("tracktion")
                .fact("corruption", DATABASE, Map.of("state", "TRUE"), "PERSON", "bootstrap")
                .fact("wal_archive", DATABASE, Map.of("state", "TRUE", "gapFrom", night.ago(300)), "SYSTEM", "backup")
                .fact(
                        "backup",
                        DATABASE,
                        Map.of("state", "TRUE", "level", "full", "takenAt", night.ago(26 * 60)),
                        "SYSTEM",
                        "backup");
    }

    private String reply(String line) {
        var lines = new StringBuilder();
        night.says(line)
                .path("rows")
                .forEach(it -> lines.append(it.path("text").asString()).append('\n'));
        return lines.toString();
    }
}
