package whatnow.decision.otherwise;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.decision.otherwise.WhyNot.Answer;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.SymptomKind;
import whatnow.plan.DegradationTier;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;

class WhyNotTest {

    static List<String> words(Answer answer) {
        return answer.changes().stream().map(Change::words).toList();
    }

    static ANight oneZoneIsDown() {
        return ANight.under("freight")
                .seeing(
                        symptom("freight-api", SymptomKind.UNAVAILABLE)
                                .in("us-east-1")
                                .zone("us-east-1a"),
                        symptom("analysis", SymptomKind.UNAVAILABLE)
                                .in("us-east-1")
                                .zone("us-east-1a"));
    }

    static ANight theDatabaseIsDownAndItsStandbyIsReady() {
        return ANight.under("freight")
                .seeing(symptom("freight-db", SymptomKind.UNAVAILABLE).in("us-east-1"))
                .knowing(fact(FactType.STANDBY).service("freight-db").by(Kind.PROBE, "rds"));
    }

    static ANight anInstanceIsDown() {
        return ANight.under("freight")
                .seeing(symptom("freight-api", SymptomKind.INSTANCE_DOWN).in("us-east-1"));
    }

    @Test
    @DisplayName("G3: one zone is down; the loss of its region would make it SEV1, and is what is asked first")
    void aLostRegionWouldBeWorseThanALostZone() {
        var answer = oneZoneIsDown().whyNot(Severity.SEV1);

        assertThat(words(answer)).first().isEqualTo("if us-east-1 were lost as seen from outside");
        assertThat(answer.changes().getFirst().sentence()).contains("nobody has said anything of us-east-1");
        assertThat(answer.against())
                .contains("It is SEV2: \"Several components are down and all of them stand in one zone\".");
    }

    @Test
    @DisplayName("G2: the database is down; what is believed of its standby is said beside what would have to be so")
    void aStandbyThatIsNotReadyMakesItACompleteFailure() {
        var answer = theDatabaseIsDownAndItsStandbyIsReady().whyNot(Severity.SEV1);

        assertThat(answer.changes().stream().map(Change::sentence))
                .contains("if the standby of freight-db were not ready"
                        + " (now: the standby of freight-db is ready, said by rds 40 s ago)");
    }

    @Test
    @DisplayName("G2: the database fails over in its region; a backup is restored only after two things more")
    void twoThingsTogetherAreFoundWhereNoneDoesAlone() {
        var answer = theDatabaseIsDownAndItsStandbyIsReady().whyNot(StrategyKind.BACKUP_RESTORE);

        assertThat(answer.changes())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.facts()).hasSize(2));
        assertThat(words(answer))
                .anyMatch(it -> it.startsWith("if the standby of freight-db were not ready and the WAL archive of"
                        + " freight-db had a gap from "));
    }

    @Test
    void whatSpeaksAgainstAStrategyIsSaidBesideWhatWouldGiveIt() {
        var answer = theDatabaseIsDownAndItsStandbyIsReady().whyNot(StrategyKind.REGIONAL_FAILOVER);

        assertThat(answer.against())
                .containsExactly("A rule speaks against it: \"One database is down and its region answers\".");
        assertThat(words(answer)).containsExactly("if us-east-1 were lost as seen from outside");
    }

    @Test
    @DisplayName("G1: one instance is down; services of which the same would do are named together")
    void whatDiffersOnlyInTheServiceIsSaidOnce() {
        var answer = anInstanceIsDown().whyNot(Severity.SEV2);

        assertThat(words(answer)).first().isEqualTo("if most checks of freight-api were failing");
        assertThat(answer.changes().stream().map(Change::sentence))
                .anyMatch(it -> it.startsWith("if authentication were unavailable")
                        && it.contains("; the same of freight-db, load-balancer, object-storage and "));
        assertThat(answer.changes().stream().map(Change::alike)).contains(List.of("us-east-1b", "us-east-1c"));
    }

    @Test
    void whatIsSoAlreadyNeedsNoChange() {
        var answer = oneZoneIsDown().whyNot(Severity.SEV2);

        assertThat(answer.already()).isTrue();
        assertThat(answer.changes()).isEmpty();
        assertThat(answer.sentences()).containsExactly("SEV2: it is so already.");
    }

    @Test
    @DisplayName("G19: a change went out twelve minutes ago; without it another region would be taken")
    void aChangeThatNeverWentOutIsKnownAndNotSupposed() {
        var answer = ANight.under("homeostasis")
                .knowing(
                        fact(FactType.HEALTH_CHECK)
                                .region("us-east-1")
                                .isFalse()
                                .with("failures", 0)
                                .with("checks", 3)
                                .with("errorRate", 0.51)
                                .by(Kind.PROBE, "probe"),
                        fact(FactType.DEPLOYMENT)
                                .service("api")
                                .with("at", NOON.minus(Duration.ofMinutes(12)))
                                .with("what", "release 7")
                                .by(Kind.SYSTEM, "pipeline"))
                .whyNot(StrategyKind.REGIONAL_FAILOVER);

        assertThat(words(answer)).first().isEqualTo("if it were known that release 7 on api never went out");
    }

    @Test
    @DisplayName("G9: the archived WAL has a gap; without it data would be restored to a point in time")
    void anArchiveWithoutAGapWouldDo() {
        var answer = ANight.under("tracktion")
                .knowing(
                        fact(FactType.CORRUPTION).service("database"),
                        fact(FactType.WAL_ARCHIVE)
                                .service("database")
                                .with("gapFrom", NOON.minus(Duration.ofHours(5)))
                                .by(Kind.SYSTEM, "backup"))
                .whyNot(StrategyKind.PITR);

        assertThat(words(answer))
                .containsExactly("if it were known that the WAL archive of database is complete until 12:00:00 UTC");
    }

    @Test
    @DisplayName("G6: a replica that has replayed the corruption is vetoed, and the veto is said")
    void aVetoIsSaidWithWhoLiftsIt() {
        var answer = ANight.under("freight")
                .knowing(
                        fact(FactType.CORRUPTION)
                                .service("freight-db")
                                .with("firstBadWrite", NOON.minus(Duration.ofMinutes(10))),
                        fact(FactType.REPLICATION)
                                .region("us-west-2")
                                .with("lagSeconds", 5)
                                .by(Kind.PROBE, "pg"))
                .whyNot(StrategyKind.REGIONAL_FAILOVER);

        assertThat(answer.against().getFirst())
                .startsWith("It is vetoed: \"The replica has replayed the corruption\"")
                .endsWith("two named persons may.");
    }

    @Test
    @DisplayName("no fact lowers a major incident that is held (safety.md 1)")
    void onlyAPersonLowersAMajorIncident() {
        var answer = anInstanceIsDown().holding(Severity.SEV2).whyNot(Severity.SEV4);

        assertThat(answer.personSettles())
                .contains("SEV2 is held since 12:00:00 UTC, and only a named person lowers it.");
        assertThat(answer.rulesAgree()).isTrue();
        assertThat(answer.changes()).isEmpty();
    }

    @Test
    void afterWhatElseTheRulesWouldAgreeToALowerSeverityIsSaid() {
        var night = theDatabaseIsDownAndItsStandbyIsReady().holding(Severity.SEV2);

        var answer = night.whyNot(Severity.SEV3);

        assertThat(answer.changes())
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(night.after(it).assessment().byRules()).isEqualTo(Severity.SEV3));
        assertThat(answer.sentences()).anyMatch(it -> it.startsWith("The rules would say so, if it were known that"));
    }

    @Test
    void aStrategyThatAPlanLacksIsSaidToBeMissing() {
        var plan = ANight.under("general");

        var answer = plan.whyNot(StrategyKind.REGIONAL_FAILOVER);

        assertThat(answer.changes()).isEmpty();
        assertThat(answer.against()).containsExactly("The plan (general) has no strategy (regional_failover).");
    }

    @Test
    void aTierThatMayStepDownIsGivenItsTime() {
        var answer = anInstanceIsDown().whyNot(new Goal.ProposesTier(DegradationTier.SEVERE));

        assertThat(answer.against()).first().isEqualTo("The tier is NORMAL.");
        assertThat(words(answer)).contains("if most checks of freight-api were failing");
    }

    @Test
    @DisplayName("G12: people who have not answered are followed by others in time, without any fact")
    void timeAloneCallsTheNextLevel() {
        var answer = ANight.under("tracktion")
                .seeing(symptom("notification-service", SymptomKind.SLOW))
                .whyNot(new Goal.Calls("L2"));

        assertThat(answer.inTime()).contains("If nothing is learnt until then, it is so at 12:15:00 UTC, in 14 min.");
    }

    @Test
    @DisplayName("what one machine alone says blocks nothing; a person's word would (safety.md 4)")
    void whatMachinesAloneSayWouldHaveToBeConfirmedByAPerson() {
        var answer = theDatabaseIsDownAndItsStandbyIsReady()
                .knowing(fact(FactType.CORRUPTION).service("freight-db").by(Kind.PROBE, "checksum"))
                .whyNot(StrategyKind.PITR);

        assertThat(words(answer)).contains("if a person confirmed that data of freight-db is corrupt");
    }

    @Test
    @DisplayName("a held strategy is left only where it turns out that no step of it is done (safety.md 6)")
    void whatHoldsAStrategyIsSaid() {
        var answer = theDatabaseIsDownAndItsStandbyIsReady()
                .knowing(fact(FactType.STEP_DONE)
                        .with("article", "application-recovery")
                        .with("section", "steps")
                        .with("step", "1")
                        .with("strategy", "restart"))
                .havingBegun(StrategyKind.RESTART)
                .whyNot(StrategyKind.DB_FAILOVER);

        assertThat(answer.against()).contains("(Restart) is held, because a step of it is ticked.");
        assertThat(words(answer)).containsExactly("if it were known that no step of (Restart) is done");
    }

    @Test
    void aServiceThatWorksAgainHasAllItsSignsEnd() {
        var answer = ANight.under("freight")
                .seeing(symptom("freight-api", SymptomKind.UNAVAILABLE), symptom("tms-api", SymptomKind.UNAVAILABLE))
                .knowing(fact(FactType.HEALTH_CHECK)
                        .service("freight-api")
                        .isFalse()
                        .by(Kind.PROBE, "pingdom"))
                .whyNot(Severity.SEV4);

        assertThat(words(answer)).first().isEqualTo("if it were known that freight-api works again");
        assertThat(answer.changes().getFirst().believed())
                .containsExactly(
                        "freight-api is unavailable, shown by alertmanager 40 s ago",
                        "most checks of freight-api are failing, said by pingdom 40 s ago");
    }

    @Test
    void aBudgetThatIsSpentIsSaid() {
        var night = oneZoneIsDown();

        var answer = WhyNot.of(
                ANight.BOOKS, night.plan(), night.inputs(), new Goal.HasSeverity(Severity.SEV1), new WhyNot.Budget(20));

        assertThat(answer.complete()).isFalse();
        assertThat(answer.decisions()).isLessThanOrEqualTo(20);
    }
}
