package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people answer on the card is known to the next decision, and is not asked again. */
class AnswersTest extends AtTheCard {

    @Test
    void aReadyStandbyOpensTheFailoverOfTheDatabase() {
        databaseIsDown();

        answer("is_the_standby_ready", "answer", "yes");

        assertThat(asked()).doesNotContain("is_the_standby_ready");
        assertThat(night.told().strategy()).isEqualTo("db_failover");
        assertThat(gates()).doesNotContain("Is the standby up and ready to take over?");
    }

    @Test
    void aQuestionSaysWhatEachAnswerLeadsTo() {
        databaseIsDown();

        var asked = night.card().path("unknowns").get(0);

        assertThat(asked.path("key").asString()).startsWith("is_the_standby_ready");
        assertThat(asked.path("changes").asString()).isEqualTo("strategy");
        assertThat(asked.path("ifAnswered").toString())
                .contains("\"answer\":\"yes\",\"decided\":\"nothing stands before it any more\"");
        assertThat(night.shows("/", "text/html")).contains("nothing stands before it any more");
        assertThat(night.shows("/api/v1/now", "text/plain")).contains("yes: nothing stands before it any more; no: ");
    }

    @Test
    void aStandbyThatIsNotReadyMakesItAnotherDisaster() {
        databaseIsDown();

        answer("is_the_standby_ready", "answer", "no");

        assertThat(asked()).doesNotContain("is_the_standby_ready");
        assertThat(night.told().severity()).isEqualTo("SEV1");
        assertThat(night.told().strategy()).isNotEqualTo("db_failover");
    }

    @Test
    void whoCannotSeeIsNamedAndTheQuestionStays() {
        databaseIsDown();

        answer("is_the_standby_ready", "answer", "can't see");

        assertThat(asked()).contains("is_the_standby_ready");
        assertThat(night.card().path("unknowns").toString()).contains("bootstrap could not see");
        assertThat(night.told().strategy()).isEqualTo("db_failover");
    }

    @Test
    void aPersonsWordAboutTheStandbyIsAskedForAgainAfterAWhile() {
        databaseIsDown();
        answer("is_the_standby_ready", "answer", "yes");
        assertThat(asked()).doesNotContain("is_the_standby_ready");

        night.passes(ofMinutes(16));

        assertThat(asked()).contains("is_the_standby_ready");
    }

    @Test
    void aRegionSeenLostFromOutsideIsConfirmed() {
        regionIsLost();
        assertThat(gates()).contains("Is the region down as seen from outside it?");

        answer("is_the_region_lost_from_outside", "answer", "yes");

        assertThat(asked()).doesNotContain("is_the_region_lost_from_outside");
        assertThat(gates()).doesNotContain("Is the region down as seen from outside it?");
        assertThat(night.told().strategy()).isEqualTo("regional_failover");
    }

    @Test
    void aRegionThatServesAsSeenFromOutsideIsNotLeft() {
        regionIsLost();

        answer("is_the_region_lost_from_outside", "answer", "no");

        assertThat(asked()).doesNotContain("is_the_region_lost_from_outside");
        assertThat(night.told().strategy()).isNotEqualTo("regional_failover");
    }

    @Test
    void whetherDataIsCorruptIsSaidByAPerson() {
        corruptionIsSaidByAMachine();
        assertThat(gates()).contains("Is the data really corrupt?");

        answer("is_it_corrupt", "answer", "yes");

        assertThat(asked()).doesNotContain("is_it_corrupt");
        assertThat(gates()).doesNotContain("Is the data really corrupt?");
        assertThat(vetoes()).contains("Fail the database over in its region");
    }

    @Test
    void whetherBackupsAreCompromisedIsSaidByAPerson() {
        backupsAreCompromisedSaysAnAlertWhileDataIsCorrupt();
        assertThat(night.told().strategy()).isEqualTo("pitr");

        answer("are_the_backups_compromised", "answer", "yes");

        assertThat(asked()).doesNotContain("are_the_backups_compromised");
        assertThat(night.told().strategy()).isNotEqualTo("pitr");
        assertThat(night.told().vetoed()).contains("pitr", "backup_restore");
    }

    @Test
    void backupsThatNobodyReachedAreRestored() {
        backupsAreCompromisedSaysAnAlertWhileDataIsCorrupt();

        answer("are_the_backups_compromised", "answer", "no");

        assertThat(asked()).doesNotContain("are_the_backups_compromised");
        assertThat(gates()).doesNotContain("reach the place where backups are kept");
        assertThat(night.told().strategy()).isEqualTo("pitr");
        assertThat(night.told().rules()).doesNotContain("The place where backups are kept cannot be trusted");
    }

    @Test
    void dataThatIsNotCorruptIsNotRestored() {
        corruptionIsSaidByAMachine();

        answer("is_it_corrupt", "answer", "no");

        assertThat(asked()).doesNotContain("is_it_corrupt");
        assertThat(night.told().strategy()).isNotEqualTo("pitr");
    }

    @Test
    void nothingChangedIsAnAnswer() {
        regionIsLost();

        answer("what_changed", "answer", "no");

        assertThat(asked()).doesNotContain("what_changed");
    }

    @Test
    void whatChangedIsShownAndSpeaksAgainstAFailover() {
        regionIsLost();

        answer("what_changed", "answer", "yes", "at", clock(10), "what", "release 4.12");

        assertThat(asked()).doesNotContain("what_changed");
        assertThat(night.card().path("why").path("changed").asString()).contains("release 4.12", "10 min");
        assertThat(night.told().strategy()).isNotEqualTo("regional_failover");
        assertThat(night.decision().path("outcome").path("choice").toString())
                .contains("Something was changed within the last hour and the region is not seen lost from outside");
    }

    @Test
    void whetherSomebodyIsInsideIsSaidByAPerson() {
        ransomwareIsSaidByAMachine();

        press("is_somebody_inside@service=database", "answer", "yes");

        assertThat(asked()).doesNotContain("is_somebody_inside");
        assertThat(vetoes()).contains("Fail over to another region");
    }

    @Test
    void theDependencyThatIsDownIsWhatIsMended() {
        reportsAreNotMade();

        answer("are_its_dependencies_up", "answer", "database");

        assertThat(asked()).doesNotContain("are_its_dependencies_up");
        assertThat(night.told().severity()).isEqualTo("SEV1");
        assertThat(night.told().strategy()).isNotEqualTo("restart");
        assertThat(night.told().rules())
                .contains(
                        "The primary database is down and it has no standby that is ready",
                        "A restart does not bring back the database or third party that the service needs");
    }

    @Test
    void whereNoDependencyIsDownTheServiceItselfIsMended() {
        reportsAreNotMade();

        answer("are_its_dependencies_up", "answer", "none");

        assertThat(asked()).doesNotContain("are_its_dependencies_up");
        assertThat(night.told().strategy()).isEqualTo("restart");
        assertThat(night.told().severity()).isEqualTo("SEV4");
    }

    @Test
    void whatAnUnreadAlertMeansIsASymptomAsLongAsTheAlert() {
        under("freight").alert("FrobnicatorHigh", "service", "freight-api", "region", "us-east-1");
        assertThat(night.told().severity()).isEqualTo("UNKNOWN");

        answer("what_does_this_alert_mean", "answer", "unavailable");

        assertThat(asked()).doesNotContain("what_does_this_alert_mean");
        assertThat(night.told().severity()).isEqualTo("SEV2");
        assertThat(night.told().strategy()).isEqualTo("restart");
        night.passes(ofMinutes(4));
        night.looksForSilence();
        assertThat(night.told().severity()).isEqualTo("UNKNOWN");
    }

    @Test
    void anIncidentWithoutAPlanMovesToTheOneThatAPersonNames() {
        under("tracktion", "homeostasis")
                .alert("Down", "symptom", "UNAVAILABLE", "service", "database", "region", "us-east-1");
        assertThat(night.card().path("plan").asString()).isEqualTo("general");

        answer("which_plan", "answer", "homeostasis");

        assertThat(night.card().path("plan").asString()).isEqualTo("homeostasis");
        assertThat(night.told().severity()).isIn("SEV1", "SEV2");
        assertThat(asked()).doesNotContain("which_plan");
        night.alert("Slow", "symptom", "SLOW", "service", "database", "region", "us-east-1");
        assertThat(night.cards()).hasSize(1);
    }

    @Test
    void aServiceThatNoPlanKnowsMayBeGivenToOne() {
        under("freight").alert("Down", "symptom", "UNAVAILABLE", "service", "skunkworks");

        answer("which_plan", "answer", "freight");

        assertThat(night.card().path("plan").asString()).isEqualTo("freight");
        assertThat(notices()).doesNotContain("Not in any plan");
        assertThat(night.told().severity()).isEqualTo("UNKNOWN");
        assertThat(night.told().urgency()).isEqualTo("NOW");
    }

    @Test
    void anObserverThatReachesNothingIsMendedFirst() {
        under("freight").databaseIsDown();
        night.card();
        night.passes(ofMinutes(4));
        night.looksForSilence();

        answer("is_the_observer_cut_off", "answer", "no");

        assertThat(night.told().cites()).isEqualTo("observer-cut-off#steps");
        assertThat(night.told().severity()).isEqualTo("UNKNOWN");
    }

    @Test
    void theWayTheDatabaseIsRunSaysWhichStepsAreShown() {
        under("tracktion").alert("PgDown", "symptom", "UNAVAILABLE", "service", "database", "region", "us-east-1");
        assertThat(night.card().path("doNow").path("article").asString()).endsWith("#steps-tracktion");

        answer("which_way_is_it_run", "answer", "rds");

        assertThat(asked()).doesNotContain("which_way_is_it_run");
        assertThat(night.card().path("doNow").path("article").asString()).endsWith("#steps");
    }

    @Test
    void anInstanceOfACriticalServiceIsUrgentUntilSomebodySaysThatItServes() {
        under("freight")
                .alert("InstanceDown", "symptom", "INSTANCE_DOWN", "service", "freight-api", "region", "us-east-1");
        assertThat(night.told().severity()).isEqualTo("SEV4");
        assertThat(night.told().urgency()).isEqualTo("NOW");
        assertThat(asked()).startsWith("what_changed", "can_users_use_it");

        answer("can_users_use_it", "answer", "yes");

        assertThat(night.told().severity()).isEqualTo("SEV4");
        assertThat(night.told().urgency()).isEqualTo("DAY");
    }

    @Test
    void anOlderDecisionSaysThatItIsSuperseded() {
        databaseIsDown();
        var first = night.card().path("decision").asString();
        assertThat(night.shows("/decisions/" + first, "text/html")).doesNotContain("SUPERSEDED");

        answer("is_the_standby_ready", "answer", "no");

        assertThat(night.card().path("decision").asString()).isNotEqualTo(first);
        assertThat(night.shows("/decisions/" + first, "text/html")).contains("SUPERSEDED");
    }

    private void backupsAreCompromisedSaysAnAlertWhileDataIsCorrupt() {
        under("freight").alert("BackupsTouched", "symptom", "BACKUPS_COMPROMISED", "service", "freight-db");
        night.dataIsCorruptSince("freight-db", 10);
    }
}
