package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import whatnow.decision.known.Words;

/**
 * The scenarios that the source plans imply. Everything enters through HTTP: the plan's activation,
 * alerts and facts; the decision is read from the API.
 */
class GoldenScenariosTest {

    Night night;

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    Map<String, ?> service(String name) {
        return Map.of("service", name);
    }

    Map<String, ?> region(String name) {
        return Map.of("region", name);
    }

    String clock(int minutesAgo) {
        return Words.clock(night.now().minus(ofMinutes(minutesAgo)));
    }

    void replicaLags(int seconds) {
        night.fact("replication", region("us-west-2"), Map.of("state", "TRUE", "lagSeconds", seconds), "PROBE", "pg");
    }

    void healthCheck(Map<String, ?> subject, Map<String, ?> value, String probe) {
        night.fact("health_check", subject, value, "PROBE", probe);
    }

    @Nested
    class Freight {

        @BeforeEach
        void theNightBegins() {
            night = Night.under("freight");
        }

        void theDatabaseIsDownAndItsStandbyIs(String ready) {
            night.databaseIsDown();
            night.fact("standby", service("freight-db"), Map.of("state", ready), "PROBE", "rds");
        }

        void theRegionIsLostAndItsReplicaIsFourMinutesBehind() {
            night.regionIsLost("us-east-1").lastCommitReplayed("us-west-2", 4);
        }

        void theOldPrimaryReturns(String phase) {
            theRegionIsLostAndItsReplicaIsFourMinutesBehind();
            var running = Map.of("state", "TRUE", "strategy", "regional_failover", "phase", phase);
            night.fact("running_recovery", region("us-east-1"), running, "PERSON", "bootstrap");
            night.fact("region_status", region("us-east-1"), Map.of("state", "TRUE"), "PERSON", "bootstrap");
        }

        void monitoringFallsSilent() {
            night.passes(ofMinutes(4));
            night.looksForSilence();
        }

        @Test
        @DisplayName("G1: one task is unhealthy and the others serve")
        void oneTaskIsUnhealthy() {
            night.alert(
                    "EcsTaskUnhealthy", "symptom", "INSTANCE_DOWN", "service", "freight-api", "region", "us-east-1");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV4");
            assertThat(told.level()).startsWith("L1");
            assertThat(told.strategy()).isEqualTo("restart");
            assertThat(told.cites()).isEqualTo("application-recovery#steps");
            assertThat(told.lead()).isEqualTo("service_engineer");
            assertThat(told.tier()).isEqualTo("NORMAL");
            assertThat(told.tellings()).isEmpty();
            assertThat(told.card().path("doNow").path("automation").asString()).contains("within");
            assertThat(told.questions()).contains("can_users_use_it");
            assertThat(told.everything()).doesNotContain("Fail over to another region");
        }

        @Test
        @DisplayName("G2: the primary database is down and its standby is healthy")
        void theDatabaseFailsOverInItsRegion() {
            theDatabaseIsDownAndItsStandbyIs("TRUE");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV2");
            assertThat(told.level()).startsWith("L3");
            assertThat(told.urgency()).isEqualTo("NOW");
            assertThat(told.lead()).isEqualTo("dr_team_lead");
            assertThat(told.strategy()).isEqualTo("db_failover");
            assertThat(told.loss()).isEqualTo("PT0S");
            assertThat(told.cites()).isEqualTo("database-instance-failure#steps");
            assertThat(told.runnerUp()).isEqualTo("regional_failover");
            assertThat(told.insteadOfBecause()).isEqualTo("One database is down and its region answers");
            assertThat(told.tier()).isEqualTo("SEVERE");
            assertThat(told.card().path("head").path("clock").path("target").asString())
                    .isEqualTo("PT4H");
            assertThat(told.card().path("doNow").path("automation").asString()).contains("within 3 min");
            assertThat(told.everything()).doesNotContain("no data loss");
        }

        @Test
        @DisplayName("G2, twin: the primary database is down and no standby is healthy")
        void withoutAStandbyItIsACompleteFailure() {
            theDatabaseIsDownAndItsStandbyIs("FALSE");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV1");
            assertThat(told.level()).startsWith("L4");
            assertThat(told.lead()).isEqualTo("cto");
            assertThat(told.strategy()).isNotEqualTo("db_failover");
            assertThat(told.rolesCalledNow()).contains("cto");
            assertThat(told.tier()).isEqualTo("CRITICAL");
        }

        @Test
        @DisplayName("G3: several components are down, all of them in one zone")
        void oneZoneIsEvacuated() {
            for (var service : new String[] {"freight-api", "analysis", "cache"}) {
                night.alert(
                        "Down",
                        "symptom",
                        "UNAVAILABLE",
                        "service",
                        service,
                        "region",
                        "us-east-1",
                        "zone",
                        "us-east-1a");
            }

            var told = night.told();
            assertThat(night.cards()).hasSize(1);
            assertThat(told.severity()).isEqualTo("SEV2");
            assertThat(told.strategy()).isEqualTo("az_evacuate");
            assertThat(told.cites()).isEqualTo("zone-evacuation#steps");
            assertThat(told.runnerUp()).isEqualTo("regional_failover");
            assertThat(told.insteadOfBecause()).isEqualTo("One zone is lost and its region answers");
            assertThat(told.gates()).contains("is_there_room_in_the_other_zones");
            assertThat(night.shows("/api/v1/now", "text/plain"))
                    .contains("only in us-east-1a")
                    .containsOnlyOnce("Several components are down");
            assertThat(told.tier()).isEqualTo("NORMAL");
        }

        @Test
        @DisplayName("G4: the region is down by two sources, the last commit replayed four minutes before")
        void theRegionIsLeft() {
            theRegionIsLostAndItsReplicaIsFourMinutesBehind();

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV1");
            assertThat(told.level()).startsWith("L4");
            assertThat(told.lead()).isEqualTo("cto");
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.target()).isEqualTo("us-west-2");
            assertThat(told.cites()).isEqualTo("regional-failover#steps");
            assertThat(told.approvals()).containsExactly("dr_team_lead");
            assertThat(told.gates()).isEmpty();
            assertThat(told.loss()).isEqualTo("PT4M");
            assertThat(told.tier()).isEqualTo("CRITICAL");
            assertThat(told.tellings()).contains("users PT30M");
            assertThat(told.rolesCalledNow()).contains("cto", "dr_team_lead");
            assertThat(told.card().path("doNow").path("loss").asString())
                    .contains("writes after " + clock(4) + " are gone", "within");
            assertThat(told.everything()).doesNotContain("no data loss");
        }

        @Test
        @DisplayName("G5: as G4, the last commit replayed forty minutes before")
        void aLossBeyondTheRpoNeedsAnExecutive() {
            night.regionIsLost("us-east-1").lastCommitReplayed("us-west-2", 40).archiveReaches("us-west-2", 8);

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.approvals()).containsExactlyInAnyOrder("dr_team_lead", "executive_sponsor");
            assertThat(told.loss()).isEqualTo("PT40M");
            assertThat(told.runnerUp()).isEqualTo("pitr");
            assertThat(told.questions()).contains("which_loss_is_acceptable");
            assertThat(told.card().path("doNow").path("loss").asString()).contains("beyond the RPO");
        }

        @Test
        @DisplayName("G6: data is corrupt and the replica has replayed it")
        void aReplicaThatHoldsTheCorruptionIsNotPromoted() {
            night.dataIsCorruptSince("freight-db", 10);
            replicaLags(5);

            var told = night.told();
            assertThat(told.severity()).isIn("SEV1", "SEV2");
            assertThat(told.strategy()).isEqualTo("pitr");
            assertThat(told.cites()).isEqualTo("database-corruption#steps");
            assertThat(told.vetoed()).contains("regional_failover", "db_failover");
            assertThat(told.approvals()).isNotEmpty();
        }

        @Test
        @DisplayName("G6, catastrophic: what a person calls catastrophic is a complete failure")
        void catastrophicCorruptionIsACompleteFailure() {
            night.fact(
                    "corruption",
                    service("freight-db"),
                    Map.of("state", "TRUE", "catastrophic", true),
                    "PERSON",
                    "bootstrap");

            assertThat(night.told().level()).startsWith("L4");
            assertThat(night.told().questions()).contains("when_was_the_first_bad_write");
        }

        @Test
        @DisplayName("G6, twin: the corruption is ten minutes old and the replica forty minutes behind")
        void aReplicaThatLagsMoreIsTheSalvage() {
            night.dataIsCorruptSince("freight-db", 10);
            replicaLags(2400);

            var told = night.told();
            assertThat(told.cites()).isEqualTo("database-corruption#salvage");
            assertThat(told.follows()).isEqualTo("database-corruption#salvage");
            assertThat(told.vetoed()).doesNotContain("regional_failover");
        }

        @Test
        @DisplayName("G11: one third party is down, then two")
        void theFallbackIsUsed() {
            night.alert("TmsDown", "symptom", "UNAVAILABLE", "service", "tms-api");
            var one = night.told();
            night.alert("ErpDown", "symptom", "UNAVAILABLE", "service", "erp-api");

            assertThat(one.severity()).isEqualTo("SEV4");
            assertThat(one.tier()).isEqualTo("MINOR");
            assertThat(one.strategy()).isEqualTo("fallback_provider");
            assertThat(one.cites()).isEqualTo("third-party-outage#steps");
            assertThat(night.told().severity()).isEqualTo("SEV3");
            assertThat(night.told().tier()).isEqualTo("MODERATE");
        }

        @Test
        @DisplayName("G12: unresolved thirty and sixty minutes after the declaration")
        void theClockRunsFromTheDeclaration() {
            theDatabaseIsDownAndItsStandbyIs("TRUE");
            night.person("declaration", Map.of("state", "TRUE", "severity", "SEV2"));

            night.passes(ofMinutes(30).minusMillis(1));
            assertThat(night.told().calledNow()).doesNotContain("L2");

            night.passes(Duration.ofMillis(1));
            assertThat(night.told().calledNow()).contains("L2").doesNotContain("L3");

            night.passes(ofMinutes(30));
            assertThat(night.told().calledNow()).contains("L3");
            assertThat(night.told().rolesCalledNow()).contains("executive_sponsor");
        }

        @Test
        @DisplayName("G13: a tier goes up at once and down one step at a time")
        void severeStepsDownToModerateFirst() {
            night.alert("Down", "symptom", "UNAVAILABLE", "service", "reporting");
            night.alert("Down", "symptom", "UNAVAILABLE", "service", "analysis");
            assertThat(night.told().tier()).isEqualTo("MODERATE");

            night.alert("Slow", "symptom", "SLOW", "service", "freight-db");
            assertThat(night.told().tier()).isEqualTo("SEVERE");

            night.alert("Watchdog");
            night.resolves("Slow", "symptom", "SLOW", "service", "freight-db");
            assertThat(night.told().tier()).isEqualTo("SEVERE");

            night.passes(ofMinutes(10));
            assertThat(night.told().tier()).isEqualTo("MODERATE");
        }

        @Test
        @DisplayName("G14: monitoring itself is down")
        void silenceIsNotRecovery() {
            night.databaseIsDown();
            assertThat(night.told().severity()).isEqualTo("SEV2");

            monitoringFallsSilent();

            var told = night.told();
            assertThat(told.severity()).isEqualTo("UNKNOWN");
            assertThat(told.lastKnown()).isEqualTo("SEV2");
            assertThat(told.urgency()).isEqualTo("NOW");
            assertThat(told.questions()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(told.cites()).isEqualTo("monitoring-silent#steps");
            assertThat(told.rolesCalledNow()).doesNotContain("cto", "executive_sponsor");
            assertThat(told.everything()).doesNotContain("healthy");
        }

        @Test
        void aQuestionsCommandWithAnEmptyPlaceCannotBeCopied() {
            night.databaseIsDown();
            night.card();
            monitoringFallsSilent();

            assertThat(night.card().path("unknowns").toString()).contains("\"missing\":[\"host\"]");
            assertThat(night.shows("/", "text/html")).doesNotContain("data-copy=\"ping -c 3 {host}");
        }

        @Test
        @DisplayName("G15: the primary returns before the promotion")
        void aReturningPrimaryMeansStopAndAsk() {
            theOldPrimaryReturns("before_promotion");

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.holds()).contains("The old primary came back before the promotion");
            assertThat(told.questions()).contains("is_the_old_primary_fenced");
        }

        @Test
        @DisplayName("G15: the primary returns after the promotion")
        void aReturningPrimaryStaysFenced() {
            theOldPrimaryReturns("after_promotion");

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.cites()).isEqualTo("split-brain#steps");
            assertThat(told.questions()).contains("is_the_old_primary_fenced");
        }

        @Test
        @DisplayName("G20: WAL archiving fails while all services are up")
        void aFailingArchiveIsUrgentAndHarmsNobodyYet() {
            night.alert("WalArchivingFailing", "symptom", "WAL_ARCHIVE_FAILING", "service", "freight-db");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV4");
            assertThat(told.urgency()).isEqualTo("NOW");
            assertThat(told.tier()).isEqualTo("NORMAL");
            assertThat(told.tellings()).isEmpty();
            assertThat(told.cites()).isEqualTo("wal-archive-failing#steps");
        }
    }

    @Nested
    class Homeostasis {

        @BeforeEach
        void theNightBegins() {
            night = Night.under("homeostasis");
        }

        void threeChecksFailed(int lagSeconds) {
            healthCheck(region("us-east-1"), Map.of("state", "FALSE", "failures", 3, "checks", 3), "probe");
            night.regionIsLost("us-east-1");
            replicaLags(lagSeconds);
        }

        @Test
        @DisplayName("G7: three checks failed, confirmed, five seconds of lag at the target")
        void theFirstTargetIsTaken() {
            threeChecksFailed(5);

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV1");
            assertThat(told.isAssumed()).isTrue();
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.target()).isEqualTo("us-west-2");
            assertThat(told.follows()).isEqualTo("regional-failover#steps-homeostasis");
            assertThat(told.holds()).isEmpty();
            assertThat(told.card().path("doNow").path("automation").asString()).isNotEmpty();
            assertThat(told.tier()).isEqualTo("this plan has none");
        }

        @Test
        @DisplayName("G7, target not ready: the third region takes critical services alone, always gated")
        void theLastTargetIsGated() {
            threeChecksFailed(5);
            night.fact("standby", region("us-west-2"), Map.of("state", "FALSE"), "PROBE", "probe");

            var told = night.told();
            assertThat(told.target()).isEqualTo("eu-west-1");
            assertThat(told.isForCriticalOnly()).isTrue();
            assertThat(told.approvals()).isNotEmpty();
        }

        @Test
        @DisplayName("G8: as G7 with ninety seconds of lag")
        void automaticFailoverIsHeldForLag() {
            threeChecksFailed(90);

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.holds()).containsExactly("The target lags more than the plan allows");
            assertThat(told.questions()).contains("is_the_old_primary_reachable");
            assertThat(told.loss()).isEqualTo("PT1M30S");
            assertThat(told.approvals()).isNotEmpty();
        }

        @Test
        @DisplayName("G16: checks flap, three failed and two passed")
        void flappingHoldsTheActionAndNotTheSeverity() {
            healthCheck(
                    region("us-east-1"), Map.of("state", "FALSE", "failures", 3, "checks", 5, "changes", 4), "probe");

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("regional_failover");
            assertThat(told.holds()).contains("Health checks are flapping");
            assertThat(told.severity()).isNotEqualTo("UNKNOWN");
        }

        @Test
        @DisplayName("G17: only patch_generation is down")
        void itsDependenciesAreLookedAtFirst() {
            night.alert("Down", "symptom", "UNAVAILABLE", "service", "patch_generation", "region", "us-east-1");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV3");
            assertThat(told.isAssumed()).isTrue();
            assertThat(told.questions()).contains("are_its_dependencies_up");
            assertThat(told.strategy()).isEqualTo("restart");
            assertThat(told.everything()).doesNotContain("hot_standby");
        }

        @Test
        @DisplayName("G19: more errors than the plan allows, twelve minutes after a deployment")
        void aRecentChangeIsTakenBackFirst() {
            night.fact(
                    "deployment",
                    service("api"),
                    Map.of("state", "TRUE", "at", night.ago(12), "what", "release 7"),
                    "SYSTEM",
                    "pipeline");
            moreErrorsThanThePlanAllows();

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("rollback");
            assertThat(told.cites()).isEqualTo("bad-deployment#steps");
            assertThat(told.runnerUp()).isEqualTo("regional_failover");
            assertThat(told.card().path("why").path("changed").asString()).contains("release 7", "12 min");
        }

        @Test
        @DisplayName("G19, twin: more errors than the plan allows and no deployment")
        void withoutAChangeTheRegionIsACandidate() {
            moreErrorsThanThePlanAllows();

            assertThat(night.told().strategy()).isEqualTo("regional_failover");
            assertThat(night.told().gates()).contains("is_the_region_lost_from_outside");
        }

        void moreErrorsThanThePlanAllows() {
            healthCheck(
                    region("us-east-1"),
                    Map.of("state", "FALSE", "failures", 0, "checks", 3, "errorRate", 0.51),
                    "probe");
        }

        @Test
        @DisplayName("G22: only the observer is cut off")
        void anObserverThatCannotSeeIsNoFailover() {
            for (var service : new String[] {"api", "dashboard"}) {
                healthCheck(service(service), Map.of("state", "FALSE", "failures", 3, "checks", 3), "observer");
                healthCheck(
                        service(service),
                        Map.of("state", "TRUE", "failures", 0, "checks", 3, "vantage", "outside"),
                        "outside");
            }

            var told = night.told();
            assertThat(told.strategy()).isEqualTo("observe");
            assertThat(told.cites()).isEqualTo("observer-cut-off#steps");
            assertThat(told.rules()).contains("Only the observer is cut off", "The region serves as seen from outside");
        }
    }

    @Nested
    class Tracktion {

        @BeforeEach
        void theNightBegins() {
            night = Night.under("tracktion");
        }

        @Test
        @DisplayName("G9: the database is corrupt, the WAL has a gap, the last full backup is 26 hours old")
        void theBackupAndTheWalUpToTheGapAreWhatIsLeft() {
            night.fact("corruption", service("database"), Map.of("state", "TRUE"), "PERSON", "bootstrap");
            night.fact(
                    "wal_archive",
                    service("database"),
                    Map.of("state", "TRUE", "gapFrom", night.ago(300)),
                    "SYSTEM",
                    "backup");
            night.fact(
                    "backup",
                    service("database"),
                    Map.of("state", "TRUE", "level", "full", "takenAt", night.ago(26 * 60)),
                    "SYSTEM",
                    "backup");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV1");
            assertThat(told.isAssumed()).isTrue();
            assertThat(told.strategy()).isEqualTo("backup_restore");
            assertThat(told.loss()).isEqualTo("PT5H");
            assertThat(told.gates()).contains("which_backup_is_verified", "which_loss_is_acceptable");
            assertThat(told.rolesCalledNow()).contains("cto", "ceo");
            assertThat(told.runnerUpLost()).isEqualTo("ADVISED_AGAINST");
            assertThat(told.runnerUp()).isEqualTo("pitr");
        }

        @Test
        @DisplayName("G10: a named person reports ransomware")
        void ransomwareIsIsolatedAndNothingFailsOver() {
            night.fact(
                    "intrusion",
                    Map.of("plan", "tracktion"),
                    Map.of("state", "TRUE", "kind", "ransomware"),
                    "PERSON",
                    "bootstrap");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV1");
            assertThat(told.strategy()).isEqualTo("isolate_and_clean_restore");
            assertThat(told.cites()).isEqualTo("ransomware#steps");
            assertThat(told.vetoed()).contains("regional_failover");
            assertThat(told.questions()).contains("when_was_the_first_compromise");
            assertThat(told.rolesCalledNow()).contains("cto");
        }

        @Test
        @DisplayName("G11: the payment processor is down")
        void paymentIsDoneByHand() {
            night.alert("PaymentDown", "symptom", "UNAVAILABLE", "service", "payment");

            var told = night.told();
            assertThat(told.severity()).isEqualTo("SEV4");
            assertThat(told.strategy()).isEqualTo("fallback_provider");
            assertThat(told.tier()).isEqualTo("this plan has none");
            assertThat(told.rolesCalledNow()).doesNotContain("cto", "ceo");
        }

        @Test
        @DisplayName("G12: nobody answers for fifteen minutes")
        void silenceCallsTheNextLevel() {
            night.alert("Slow", "symptom", "SLOW", "service", "notification-service");

            night.passes(ofMinutes(15).minusMillis(1));
            assertThat(night.told().calledNow()).doesNotContain("L2");

            night.passes(Duration.ofMillis(1));
            assertThat(night.told().calledNow()).contains("L2");
        }

        @Test
        @DisplayName("G21: the backup storage is compromised and production is up")
        void nothingIsRestoredFromAPlaceThatCannotBeTrusted() {
            night.fact("backup", Map.of("plan", "tracktion"), Map.of("state", "FALSE"), "PERSON", "bootstrap");

            var told = night.told();
            assertThat(told.urgency()).isEqualTo("NOW");
            assertThat(told.cites()).isEqualTo("backup-storage-compromised#steps");
            assertThat(told.vetoed()).contains("backup_restore", "pitr");
            assertThat(told.strategy()).isEqualTo("observe");
        }
    }

    @Nested
    class NoPlan {

        @BeforeEach
        void theNightBegins() {
            night = Night.under("freight");
        }

        @Test
        void aServiceThatNoPlanKnowsGetsAnHonestCard() {
            night.alert("Down", "symptom", "UNAVAILABLE", "service", "skunkworks");

            var told = night.told();
            assertThat(told.card().path("plan").asString()).isEqualTo("general");
            assertThat(told.card().path("notices").toString()).contains("Not in any plan");
            assertThat(told.strategy()).isEqualTo("observe");
            assertThat(told.questions()).contains("which_plan");
            assertThat(told.rolesCalledNow()).containsExactly("on_call_engineer");
        }
    }
}
