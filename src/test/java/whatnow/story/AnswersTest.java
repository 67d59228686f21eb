package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people answer on the card is known to the next decision, and is not asked again. */
class AnswersTest {

    Night night = Night.under();

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void aReadyStandbyOpensTheFailoverOfTheDatabase() {
        databaseIsDown();

        answer("is_the_standby_ready", "answer", "yes");

        assertThat(asked()).doesNotContain("is_the_standby_ready");
        assertThat(night.told().strategy()).isEqualTo("db_failover");
        assertThat(gates()).doesNotContain("Is the standby up and ready to take over?");
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
    void theLastCommitReplayedSaysWhatIsLost() {
        regionIsLost();

        answer("what_is_the_last_commit_replayed", "answer", "yes", "at", clock(3));

        assertThat(asked()).doesNotContain("what_is_the_last_commit_replayed");
        assertThat(night.card().path("doNow").path("loss").asString()).contains("writes after " + clock(3));
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
    void theFirstCompromiseIsKeptBesideWhatWasSaidBefore() {
        ransomwareIsSaidByAMachine();

        answer("when_was_the_first_compromise", "answer", "yes", "at", clock(50));

        assertThat(asked()).doesNotContain("when_was_the_first_compromise");
        assertThat(night.told().strategy()).isEqualTo("isolate_and_clean_restore");
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
    void aDependencyThatThePlanDoesNotNameIsRefused() {
        reportsAreNotMade();
        var number = night.card().path("incident").asString();

        var refused = night.presses(
                "/incidents/" + number + "/answer",
                "key",
                "are_its_dependencies_up@service=reporting",
                "answer",
                "the moon");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("is not one of: none, database");
    }

    @Test
    void whatAnUnreadAlertMeansIsASymptomAsLongAsTheAlert() {
        night.close();
        night = Night.under("freight");
        night.alert("FrobnicatorHigh", "service", "freight-api", "region", "us-east-1");
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
        night.close();
        night = Night.under("tracktion", "homeostasis");
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "database", "region", "us-east-1");
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
        night.close();
        night = Night.under("freight");
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "skunkworks");

        answer("which_plan", "answer", "freight");

        assertThat(night.card().path("plan").asString()).isEqualTo("freight");
        assertThat(night.card().path("notices").toString()).doesNotContain("Not in any plan");
        assertThat(night.told().severity()).isEqualTo("UNKNOWN");
        assertThat(night.told().urgency()).isEqualTo("NOW");
    }

    @Test
    void whoAcceptsALossOpensItsGateAndNoMore() {
        regionIsLostAndTheReplicaIsBehind(40);

        answer("which_loss_is_acceptable", "answer", "regional_failover", "what", "Executive Sponsor");

        assertThat(night.told().strategy()).isEqualTo("regional_failover");
        assertThat(asked()).doesNotContain("which_loss_is_acceptable");
        assertThat(night.told().gates()).doesNotContain("which_loss_is_acceptable");
        assertThat(gates()).contains("\"role\":\"executive_sponsor\"");
        night.passes(ofMinutes(1));
        night.fact(
                "last_commit_replayed",
                Map.of("region", "us-west-2"),
                Map.of("state", "TRUE", "at", night.now().minus(ofMinutes(70)).toString()),
                "PROBE",
                "pg-probe");
        assertThat(asked()).contains("which_loss_is_acceptable");
    }

    @Test
    void whoAgreesToTheStrategyHasNotAcceptedItsLoss() {
        regionIsLostAndTheReplicaIsBehind(40);
        var card = night.card();
        var of = card.path("doNow").path("strategyKey").asString();
        var at = "/incidents/" + card.path("incident").asString();

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

        answer("which_loss_is_acceptable", "answer", "regional_failover", "what", "Executive Sponsor");

        assertThat(lossGates())
                .isNotEmpty()
                .allMatch(it -> it.path("approved").asString("").equals("bootstrap"));
        assertThat(lossesApproved()).containsOnly(true);
    }

    @Test
    void aLossThatGrewIsNotShownAsAccepted() {
        regionIsLostAndTheReplicaIsBehind(40);
        answer("which_loss_is_acceptable", "answer", "regional_failover", "what", "Executive Sponsor");
        night.passes(ofMinutes(1));

        night.fact(
                "last_commit_replayed",
                Map.of("region", "us-west-2"),
                Map.of("state", "TRUE", "at", night.now().minus(ofMinutes(70)).toString()),
                "PROBE",
                "pg-probe");

        assertThat(lossGates()).isNotEmpty().allMatch(it -> it.path("approved").isNull());
    }

    @Test
    void whereAnotherRegionHurtsNoCommandNamesTheHomeRegion() {
        night.close();
        night = Night.under("freight");
        night.alert("ApiDown", "symptom", "UNAVAILABLE", "service", "freight-api", "region", "us-west-2");

        var steps = night.card().path("doNow").path("steps");

        assertThat(steps.isEmpty()).isFalse();
        assertThat(steps.toString()).doesNotContain("us-east-1", "freight-prod");
        assertThat(steps.toString()).contains("us-west-2");
    }

    @Test
    void whereTheHomeRegionHurtsItsNamesFillTheCommands() {
        night.close();
        night = Night.under("freight");
        night.alert("ApiDown", "symptom", "UNAVAILABLE", "service", "freight-api", "region", "us-east-1");

        assertThat(night.card().path("doNow").path("steps").toString()).contains("us-east-1", "freight-prod");
    }

    @Test
    void aLossIsAcceptedInTheNameOfARoleThatMay() {
        regionIsLostAndTheReplicaIsBehind(40);
        var number = night.card().path("incident").asString();

        var refused = night.presses(
                "/incidents/" + number + "/answer",
                "key",
                "which_loss_is_acceptable",
                "answer",
                "regional_failover",
                "what",
                "the intern");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("executive_sponsor");
    }

    @Test
    void anObserverThatReachesNothingIsMendedFirst() {
        night.close();
        night = Night.under("freight");
        night.alert("RdsPrimaryDown", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
        night.card();
        night.passes(ofMinutes(4));
        night.looksForSilence();

        answer("is_the_observer_cut_off", "answer", "no");

        assertThat(night.told().cites()).isEqualTo("observer-cut-off#steps");
        assertThat(night.told().severity()).isEqualTo("UNKNOWN");
    }

    @Test
    void theWayTheDatabaseIsRunSaysWhichStepsAreShown() {
        night.close();
        night = Night.under("tracktion");
        night.alert("PgDown", "symptom", "UNAVAILABLE", "service", "database", "region", "us-east-1");
        assertThat(night.card().path("doNow").path("article").asString()).endsWith("#steps-tracktion");

        answer("which_way_is_it_run", "answer", "rds");

        assertThat(asked()).doesNotContain("which_way_is_it_run");
        assertThat(night.card().path("doNow").path("article").asString()).endsWith("#steps");
    }

    @Test
    void anInstanceOfACriticalServiceIsUrgentUntilSomebodySaysThatItServes() {
        night.close();
        night = Night.under("freight");
        night.alert("InstanceDown", "symptom", "INSTANCE_DOWN", "service", "freight-api", "region", "us-east-1");
        assertThat(night.told().severity()).isEqualTo("SEV4");
        assertThat(night.told().urgency()).isEqualTo("NOW");
        assertThat(asked().getFirst()).isEqualTo("can_users_use_it");

        answer("can_users_use_it", "answer", "yes");

        assertThat(night.told().severity()).isEqualTo("SEV4");
        assertThat(night.told().urgency()).isEqualTo("DAY");
    }

    @Test
    void aTimeAheadOrNoTimeIsRefusedInWords() {
        regionIsLost();
        var number = night.card().path("incident").asString();

        var refused = night.presses(
                "/incidents/" + number + "/answer",
                "key",
                "what_is_the_last_commit_replayed",
                "answer",
                "yes",
                "at",
                "soon");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Type it in UTC");
    }

    @Test
    void whatIsNeitherYesNorNoIsNoAnswer() {
        databaseIsDown();
        var key = keys().stream()
                .filter(it -> it.startsWith("is_the_standby_ready"))
                .findFirst()
                .orElseThrow();
        var at = "/incidents/" + night.card().path("incident").asString();

        for (var said : List.of("maybe", "", "yes please")) {
            var refused = night.presses(at + "/answer", "key", key, "answer", said);

            assertThat(refused.statusCode()).as(said).isEqualTo(422);
            assertThat(refused.body()).contains("yes, no, can");
        }
        assertThat(night.presses(at + "/answer", "key", "what_changed", "answer", "maybe", "what", "x", "at", clock(3))
                        .statusCode())
                .isEqualTo(422);
        assertThat(asked()).contains("is_the_standby_ready");
    }

    @Test
    void ofTwoWordsAboutTheStrategyTheLastIsShown() {
        databaseIsDown();
        var at = "/incidents/" + night.card().path("incident").asString();

        night.presses(at + "/override", "of", "strategy", "to", "observe", "reason", "planned work");
        night.passes(ofMinutes(1));
        night.presses(at + "/override", "of", "strategy", "to", "restart", "reason", "it is over");

        assertThat(night.card().path("notices").toString())
                .contains("overruled the strategy: restart, because it is over")
                .doesNotContain("planned work");
    }

    @Test
    void aWordThatIsNotFollowedSaysSo() {
        databaseIsDown();
        var at = "/incidents/" + night.card().path("incident").asString();

        night.presses(at + "/override", "of", "strategy", "to", "nothing_at_all", "reason", "a wish");
        night.passes(java.time.Duration.ofSeconds(16));

        assertThat(night.card().path("notices").toString())
                .contains("because a wish. Not followed: the decision says db_failover");
    }

    @Test
    void anIncidentThatIsOverOffersNoActions() {
        databaseIsDown();
        var number = night.card().path("incident").asString();
        var open = night.shows("/incidents/" + number, "text/html");
        assertThat(open).contains("/acknowledge\"", "/step\"", "/note\"", "/resolve\"", "/answer\"", "/called\"");

        night.presses("/incidents/" + number + "/resolve", "typed", number, "reason", "writes succeed from outside");

        assertThat(night.shows("/incidents/" + number, "text/html"))
                .contains("This incident is resolved.")
                .doesNotContain("/acknowledge\"", "/step\"", "/note\"", "/resolve\"", "/answer\"", "/called\"");
    }

    @Test
    void onlyTheStrategiesOfThePlanAreOffered() {
        regionIsLost();

        assertThat(night.shows("/", "text/html"))
                .contains("<option value=\"\"></option><option value=\"observe\">", "<option value=\"pitr\">")
                .doesNotContain("<option value=\"db_failover\">");
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

    @Test
    void aServiceIsFoundByItsOtherNamesAndNothingOfItIsNotNothing() {
        databaseIsDown();
        var number = night.card().path("incident").asString();

        assertThat(night.get("/api/v1/now?service=rds").path("cards").size()).isEqualTo(1);
        assertThat(night.get("/api/v1/now?service=Freight-DB").path("cards").size())
                .isEqualTo(1);
        var other = night.get("/api/v1/now?service=web");
        assertThat(other.path("cards").size()).isZero();
        assertThat(other.path("openElsewhere").get(0).path("incident").asString())
                .isEqualTo(number);
        assertThat(night.shows("/api/v1/now?service=web", "text/plain"))
                .contains("No open incident is known to concern the service (web)", number, "freight-db")
                .doesNotContain("Nothing is open");
    }

    @Test
    void fromTheFirstTickedStepOnTheStrategyIsHeld() {
        databaseIsDown();
        var card = night.card();
        var article = card.path("doNow").path("article").asString().split("#");

        var ticked = night.presses(
                "/incidents/" + card.path("incident").asString() + "/step",
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
    void whoWasCalledAndNotReachedIsShownAndTheNextAreCalled() {
        databaseIsDown();
        var card = night.card();
        var first = card.path("next").get(0).path("level").asString();

        night.presses("/incidents/" + card.path("incident").asString() + "/called", "level", first, "reached", "false");

        var next = night.card().path("next");
        assertThat(next.get(0).path("state").asString()).isEqualTo("NOT REACHED");
        assertThat(next.get(1).path("state").asString()).isIn("YOU must call", "OVERDUE");
        assertThat(night.card().path("told").toString()).contains("called " + first + ": not reached");
    }

    @Test
    void whoEscalatesSeesWhoIsCalledNow() {
        databaseIsDown();
        var number = night.card().path("incident").asString();
        assertThat(states()).contains("upcoming");

        night.presses("/incidents/" + number + "/escalate", "reason", "nobody knows this database");

        assertThat(night.card().path("told").toString()).contains("escalated to L2", "nobody knows this");
        assertThat(states().stream().filter("YOU must call"::equals)).hasSizeGreaterThan(1);
    }

    @Test
    void aNamedLevelIsCalledWithAllBelowIt() {
        databaseIsDown();
        var number = night.card().path("incident").asString();

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

        night.passes(java.time.Duration.ofMillis(1));
        assertThat(night.told().rolesCalledNow()).contains("operations_lead", "cto");
    }

    @Test
    void nobodyCanTellAndNobodyAnswersForFifteenMinutes() {
        night.close();
        night = Night.under("homeostasis");
        night.alert("FrobnicatorHigh", "service", "api", "region", "us-east-1");

        assertThat(night.told().rolesCalledNow()).containsExactly("on_call_engineer");
        night.passes(ofMinutes(15).minusMillis(1));
        assertThat(night.told().rolesCalledNow()).doesNotContain("cto");
        night.passes(java.time.Duration.ofMillis(1));
        assertThat(night.told().rolesCalledNow()).contains("cto");
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

        night.presses(
                "/incidents/" + card.path("incident").asString() + "/approve",
                "of",
                card.path("doNow").path("strategyKey").asString(),
                "role",
                role);

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
        var number = night.card().path("incident").asString();

        night.presses(
                "/incidents/" + number + "/override", "of", "strategy", "to", "observe", "reason", "planned work");

        assertThat(night.told().strategy()).isEqualTo("observe");
        assertThat(night.card().path("notices").toString())
                .contains("bootstrap overruled the strategy: observe, because planned work");
    }

    @Test
    void beforeTheFirstDecisionThereIsACardThatSaysSo() {
        night.close();
        night = Night.under("freight");
        night.alert("RdsPrimaryDown", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");

        var card = night.get("/api/v1/now").path("cards").get(0);

        assertThat(card.path("head").path("severity").asString()).isEqualTo("UNKNOWN");
        assertThat(card.path("head").path("urgency").asString()).isEqualTo("NOW");
        assertThat(card.path("notices").toString()).contains("first decision");
    }

    private void databaseIsDown() {
        night.close();
        night = Night.under("freight");
        night.alert("RdsPrimaryDown", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
        assertThat(asked()).contains("is_the_standby_ready");
    }

    private void regionIsLost() {
        night.close();
        night = Night.under("homeostasis");
        night.fact("region_status", Map.of("region", "us-east-1"), Map.of("state", "FALSE"), "PROBE", "probe-a");
    }

    private void reportsAreNotMade() {
        night.close();
        night = Night.under("homeostasis");
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "reporting", "region", "us-east-1");
    }

    private void regionIsLostAndTheReplicaIsBehind(int minutes) {
        night.close();
        night = Night.under("freight");
        night.fact(
                "region_status",
                Map.of("region", "us-east-1"),
                Map.of("state", "FALSE", "vantage", "outside"),
                "PROBE",
                "probe-eu");
        night.fact("region_status", Map.of("region", "us-east-1"), Map.of("state", "FALSE"), "ALERT", "cloudwatch");
        night.fact(
                "last_commit_replayed",
                Map.of("region", "us-west-2"),
                Map.of(
                        "state",
                        "TRUE",
                        "at",
                        night.now().minus(ofMinutes(minutes)).toString()),
                "PROBE",
                "pg-probe");
        night.fact(
                "wal_archive",
                Map.of("region", "us-west-2"),
                Map.of(
                        "state",
                        "TRUE",
                        "coversUntil",
                        night.now().minus(ofMinutes(8)).toString()),
                "SYSTEM",
                "s3");
    }

    private void backupsAreCompromisedSaysAnAlertWhileDataIsCorrupt() {
        night.close();
        night = Night.under("freight");
        night.alert("BackupsTouched", "symptom", "BACKUPS_COMPROMISED", "service", "freight-db");
        night.fact(
                "corruption",
                Map.of("service", "freight-db"),
                Map.of(
                        "state",
                        "TRUE",
                        "firstBadWrite",
                        night.now().minus(ofMinutes(10)).toString()),
                "PERSON",
                "bootstrap");
    }

    private void corruptionIsSaidByAMachine() {
        night.close();
        night = Night.under("tracktion");
        night.fact("corruption", Map.of("service", "database"), Map.of("state", "TRUE"), "PROBE", "checksums");
    }

    private void ransomwareIsSaidByAMachine() {
        night.close();
        night = Night.under("tracktion");
        night.fact(
                "intrusion",
                Map.of("service", "database"),
                Map.of("state", "TRUE", "kind", "ransomware"),
                "PROBE",
                "edr");
    }

    private void answer(String question, String... fields) {
        var key = keys().stream()
                .filter(it -> it.equals(question) || it.startsWith(question + "@"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s is not asked, but %s".formatted(question, keys())));
        press(key, fields);
    }

    private void press(String key, String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("key", key));
        var number = night.card().path("incident").asString();
        var answered = night.presses("/incidents/" + number + "/answer", all.toArray(String[]::new));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(302);
    }

    private List<String> keys() {
        return all(night.card().path("unknowns"), "key");
    }

    private List<String> asked() {
        return keys().stream().map(it -> it.replaceFirst("@.*", "")).toList();
    }

    private List<String> states() {
        return all(night.card().path("next"), "state");
    }

    private String gates() {
        return night.card().path("doNow").path("gates").toString();
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

    private String vetoes() {
        return night.card().path("why").path("vetoes").toString();
    }

    private static List<String> all(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(it -> it.path(field).asString())
                .toList();
    }

    private String clock(int minutesAgo) {
        Instant at = night.now().minus(ofMinutes(minutesAgo));
        return at.toString().substring(11, 19);
    }
}
