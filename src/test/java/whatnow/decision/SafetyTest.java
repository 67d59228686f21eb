package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Telling;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;
import whatnow.plan.DegradationTier;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.plan.Urgency;

/** What a decision must always and never do, whatever the facts. */
class SafetyTest {

    static Deciding lostRegion() {
        return Deciding.under("freight")
                .knowing(
                        fact(FactType.REGION_STATUS)
                                .region("us-east-1")
                                .isFalse()
                                .by(Kind.PROBE, "outside")
                                .with("vantage", "outside"),
                        fact(FactType.REGION_STATUS)
                                .region("us-east-1")
                                .isFalse()
                                .by(Kind.ALERT, "cloudwatch"));
    }

    @Test
    void withoutAnyRuleThatSpeaksSomebodyMustLookNow() {
        var outcome = Deciding.under("freight").outcome();

        assertThat(outcome.assessment().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(outcome.assessment().urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void onlyAPersonLowersAMajorIncident() {
        var milder =
                Deciding.under("freight").holding(Severity.SEV2).seeing(symptom("tms-api", SymptomKind.UNAVAILABLE));

        assertThat(milder.outcome().assessment().severity()).isEqualTo(Severity.SEV2);

        var said = milder.knowing(fact(FactType.OVERRIDE)
                .with("of", "severity")
                .with("to", "SEV4")
                .with("reason", "only TMS"));
        assertThat(said.outcome().assessment().severity()).isEqualTo(Severity.SEV4);
    }

    @Test
    void rulesAloneMayRaiseTheSeverity() {
        var graver = lostRegion().holding(Severity.SEV3);

        assertThat(graver.outcome().assessment().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void oneForgedAlertOfCorruptionBlocksNothingAndAsks() {
        var outcome = lostRegion()
                .knowing(fact(FactType.CORRUPTION).service("freight-db").by(Kind.ALERT, "one-machine"))
                .outcome();

        assertThat(outcome.choice()
                        .find(StrategyKind.REGIONAL_FAILOVER)
                        .orElseThrow()
                        .vetoes())
                .isEmpty();
        assertThat(outcome.questions()).extracting(it -> it.question()).contains(Question.IS_IT_CORRUPT);
    }

    @Test
    void oneForgedAlertOfStolenBackupsBlocksNoRestoreAndAsks() {
        var corrupt = Deciding.under("freight")
                .seeing(symptom("object-storage", SymptomKind.BACKUPS_COMPROMISED))
                .knowing(fact(FactType.CORRUPTION)
                        .service("freight-db")
                        .with("firstBadWrite", NOON.minusSeconds(600))
                        .by(Kind.PERSON, "anna"));

        assertThat(corrupt.outcome().choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.PITR);
        assertThat(corrupt.outcome().questions())
                .extracting(it -> it.question())
                .contains(Question.ARE_THE_BACKUPS_COMPROMISED);

        var said = corrupt.knowing(fact(FactType.BACKUP).isFalse().by(Kind.PERSON, "anna"));
        assertThat(said.outcome().choice().find(StrategyKind.PITR).orElseThrow().standing())
                .isEqualTo(Standing.VETOED);
    }

    @Test
    void theDiscoveryOfCorruptionDoesNotMakeAReplicaClean() {
        var lagging = fact(FactType.REPLICATION)
                .region("us-west-2")
                .with("lagSeconds", 2400)
                .by(Kind.PROBE, "pg");
        var undated = lostRegion().knowing(fact(FactType.CORRUPTION).service("freight-db"), lagging);
        var dated = lostRegion()
                .knowing(
                        fact(FactType.CORRUPTION).service("freight-db").with("firstBadWrite", NOON.minusSeconds(600)),
                        lagging);

        assertThat(Deciding.rules(undated.outcome(), "strategy"))
                .doesNotContain("A replica lags more than the corruption is old")
                .contains("Data is corrupt, and since nobody knows since when, the replica may hold it");
        assertThat(Deciding.rules(dated.outcome(), "strategy"))
                .contains("A replica lags more than the corruption is old");
    }

    @Test
    void aReplicaThatWasCleanBeforeTheDiscoveryHoldsWhatWasDiscovered() {
        var outcome = lostRegion()
                .knowing(
                        fact(FactType.CORRUPTION).service("freight-db"),
                        fact(FactType.REPLICATION)
                                .region("us-west-2")
                                .with("lagSeconds", 5)
                                .by(Kind.PROBE, "pg"))
                .outcome();

        assertThat(outcome.choice()
                        .find(StrategyKind.REGIONAL_FAILOVER)
                        .orElseThrow()
                        .standing())
                .isEqualTo(Standing.VETOED);
    }

    @Test
    void whereThePromotionIsForbiddenTheRestoreIsNotAdvisedAgainst() {
        var outcome = lostRegion()
                .knowing(
                        fact(FactType.CORRUPTION).service("freight-db").with("firstBadWrite", NOON.minusSeconds(600)),
                        fact(FactType.REPLICATION)
                                .region("us-west-2")
                                .with("lagSeconds", 5)
                                .by(Kind.PROBE, "pg"))
                .outcome();

        assertThat(outcome.choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.PITR);
    }

    /** Replaying WAL would bring the intruder along. */
    @Test
    void ransomwareIsIsolatedAlsoWhereTheRegionIsLostAndWalIsKnown() {
        var outcome = lostRegion()
                .knowing(
                        fact(FactType.INTRUSION).with("kind", "ransomware"),
                        fact(FactType.WAL_ARCHIVE).with("coversUntil", NOON.minusSeconds(60)))
                .outcome();

        assertThat(outcome.choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.ISOLATE_AND_CLEAN_RESTORE);
    }

    @Test
    void oneMachinesWordOfCorruptionOrRansomwareIsAskedAboutBeforeTheStandbyTakesOver() {
        var down = Deciding.under("freight")
                .seeing(
                        symptom("freight-db", SymptomKind.UNAVAILABLE),
                        symptom("freight-db", SymptomKind.CORRUPT),
                        symptom("freight-db", SymptomKind.RANSOMWARE));

        assertThat(down.outcome()
                        .choice()
                        .find(StrategyKind.DB_FAILOVER)
                        .orElseThrow()
                        .gates())
                .flatExtracting(it -> it.question().stream().toList())
                .contains(Question.IS_IT_CORRUPT, Question.IS_SOMEBODY_INSIDE);
    }

    @Test
    void noRestoreIsProposedFromAnUnverifiedBackupWithoutSayingSo() {
        var outcome = Deciding.under("freight")
                .knowing(
                        fact(FactType.CORRUPTION).service("freight-db").with("firstBadWrite", NOON.minusSeconds(600)),
                        fact(FactType.BACKUP)
                                .with("level", "full")
                                .with("verifiedAt", NOON.minusSeconds(9000))
                                .isFalse())
                .outcome();

        assertThat(outcome.choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.PITR);
        assertThat(outcome.questions()).extracting(it -> it.question()).contains(Question.WHICH_BACKUP_IS_VERIFIED);
    }

    @Test
    void twoKindsOfSourceBlock() {
        var outcome = lostRegion()
                .knowing(
                        fact(FactType.CORRUPTION).service("freight-db").by(Kind.ALERT, "checker"),
                        fact(FactType.CORRUPTION).service("freight-db").by(Kind.PROBE, "amcheck"),
                        fact(FactType.REPLICATION)
                                .region("us-west-2")
                                .with("lagSeconds", 0)
                                .by(Kind.PROBE, "pg"))
                .outcome();

        assertThat(outcome.choice().find(StrategyKind.DB_FAILOVER).orElseThrow().standing())
                .isEqualTo(Standing.VETOED);
    }

    @Test
    void onePersonLiftsNoVetoAndTwoDo() {
        var ransom =
                Deciding.under("tracktion").knowing(fact(FactType.INTRUSION).with("kind", "ransomware"));
        var lifting =
                fact(FactType.OVERRIDE).with("of", "veto:regional_failover").with("reason", "clean by forensics");

        var one = ransom.knowing(lifting.by(Kind.PERSON, "anna")).outcome();
        assertThat(one.choice()
                        .find(StrategyKind.REGIONAL_FAILOVER)
                        .orElseThrow()
                        .standing())
                .isEqualTo(Standing.VETOED);

        var two = ransom.knowing(lifting.by(Kind.PERSON, "ben")).outcome();
        assertThat(two.choice()
                        .find(StrategyKind.REGIONAL_FAILOVER)
                        .orElseThrow()
                        .standing())
                .isNotEqualTo(Standing.VETOED);
    }

    @Test
    void anUnconfirmedRegionIsGatedByAQuestion() {
        var outcome = Deciding.under("freight")
                .knowing(fact(FactType.REGION_STATUS)
                        .region("us-east-1")
                        .isFalse()
                        .by(Kind.ALERT, "cloudwatch"))
                .outcome();

        assertThat(outcome.assessment().severity()).isEqualTo(Severity.SEV1);
        assertThat(outcome.questions())
                .extracting(it -> it.question())
                .contains(Question.IS_THE_REGION_LOST_FROM_OUTSIDE);
    }

    /** One alert about the region that stands by neither wakes the CTO nor sends anybody there. */
    @Test
    void aRegionThatStandsByIsNotTheRegion() {
        var outcome = Deciding.under("freight")
                .seeing(symptom("network", SymptomKind.REGION_DOWN).in("us-west-2"))
                .outcome();

        assertThat(outcome.assessment().severity()).isEqualTo(Severity.SEV4);
        assertThat(outcome.choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.OBSERVE);
    }

    @Test
    void aLostStandbyRegionConfirmsNothingAboutTheHomeRegion() {
        var outcome = Deciding.under("homeostasis")
                .knowing(
                        fact(FactType.REGION_STATUS)
                                .region("us-east-1")
                                .isFalse()
                                .by(Kind.ALERT, "cloudwatch"),
                        fact(FactType.REGION_STATUS)
                                .region("us-west-2")
                                .isFalse()
                                .with("vantage", "outside")
                                .by(Kind.PROBE, "outside"),
                        fact(FactType.REGION_STATUS)
                                .region("us-west-2")
                                .isFalse()
                                .by(Kind.ALERT, "cloudwatch"))
                .outcome();

        assertThat(outcome.choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.REGIONAL_FAILOVER);
        assertThat(outcome.choice().chosen().orElseThrow().target()).contains("eu-west-1");
        assertThat(outcome.questions())
                .extracting(it -> it.question())
                .contains(Question.IS_THE_REGION_LOST_FROM_OUTSIDE);
    }

    @Test
    void nobodyIsSentToARegionThatAnAlertCallsLost() {
        var alert = SafetyTest.lostHomeostasis()
                .seeing(symptom("network", SymptomKind.REGION_DOWN).in("us-west-2"));
        var checks = SafetyTest.lostHomeostasis()
                .knowing(fact(FactType.HEALTH_CHECK)
                        .region("us-west-2")
                        .isFalse()
                        .with("failures", 5)
                        .with("checks", 5)
                        .by(Kind.PROBE, "outside"));

        assertThat(SafetyTest.lostHomeostasis()
                        .outcome()
                        .choice()
                        .chosen()
                        .orElseThrow()
                        .target())
                .contains("us-west-2");
        assertThat(alert.outcome().choice().chosen().orElseThrow().target()).contains("eu-west-1");
        assertThat(checks.outcome().choice().chosen().orElseThrow().target()).contains("eu-west-1");
    }

    static Deciding lostHomeostasis() {
        return Deciding.under("homeostasis")
                .knowing(fact(FactType.REGION_STATUS)
                        .region("us-east-1")
                        .isFalse()
                        .by(Kind.PERSON, "anna"));
    }

    @Test
    void whatSomebodyBeganIsHeldAndABetterWayIsNamedBesideIt() {
        var outcome = lostRegion().holding(StrategyKind.DB_FAILOVER).outcome();

        assertThat(outcome.choice().held()).isTrue();
        assertThat(outcome.choice().chosen().orElseThrow().kind()).isEqualTo(StrategyKind.DB_FAILOVER);
        assertThat(outcome.choice().wouldChange()).contains(StrategyKind.REGIONAL_FAILOVER);
    }

    @Test
    void aFactThatMayNoLongerBeBelievedIsUnknownAndNotFine() {
        var outcome = Deciding.under("freight")
                .seeing(symptom("freight-db", SymptomKind.UNAVAILABLE))
                .knowing(fact(FactType.STANDBY)
                        .service("freight-db")
                        .by(Kind.PROBE, "rds")
                        .believedFor(Duration.ofSeconds(30)))
                .outcome();

        assertThat(outcome.questions()).extracting(it -> it.question()).contains(Question.IS_THE_STANDBY_READY);
    }

    @Test
    void silenceLowersNoTier() {
        var outcome = Deciding.under("freight")
                .holding(DegradationTier.SEVERE, NOON.minusSeconds(3600))
                .seeing(symptom("freight-api", SymptomKind.UNAVAILABLE).state(State.UNKNOWN))
                .outcome();

        assertThat(outcome.tier().proposed()).contains(DegradationTier.SEVERE);
    }

    @Test
    void flappingHoldsTheTiersRecovery() {
        var outcome = Deciding.under("freight")
                .holding(DegradationTier.SEVERE, NOON.minusSeconds(3600))
                .seeing(symptom("tms-api", SymptomKind.UNAVAILABLE).isFlapping())
                .outcome();

        assertThat(outcome.tier().proposed()).contains(DegradationTier.SEVERE);
    }

    @Test
    void executivesSleepWhileNobodyCanTellHowBadItIs() {
        var silent = symptom("freight-api", SymptomKind.UNAVAILABLE).state(State.UNKNOWN);

        var unknown = Deciding.under("freight").seeing(silent);

        assertThat(calledNow(unknown.at(NOON.plusSeconds(899)))).containsOnly("L1");
        assertThat(calledNow(unknown.at(NOON.plusSeconds(900)))).containsOnly("L1", "L2");
    }

    private static java.util.List<String> calledNow(Deciding deciding) {
        return deciding.outcome().calls().stream()
                .filter(it -> it.dueNow())
                .map(it -> it.level())
                .toList();
    }

    @Test
    void aLagReadDuringTheOutageIsNotTheLoss() {
        var outcome = lostRegion()
                .knowing(fact(FactType.REPLICATION)
                        .region("us-west-2")
                        .with("lagSeconds", 660)
                        .by(Kind.PROBE, "pg")
                        .at(NOON.plusSeconds(600)))
                .at(NOON.plusSeconds(610))
                .outcome();

        assertThat(outcome.choice().chosen().orElseThrow().loss()).contains(Duration.ofMinutes(1));
    }

    /** G18, what can be decided on given facts: the rehearsal differs in nothing but its name and what leaves the company. */
    @Test
    void aDrillIsDecidedLikeTheRealThing() {
        var real = SameBytesTest.decide(declaredRegion().inputs());
        var drill = SameBytesTest.decide(asDrill(declaredRegion().inputs()));

        assertThat(drill.assessment()).isEqualTo(real.assessment());
        assertThat(drill.choice()).isEqualTo(real.choice());
        assertThat(drill.tier()).isEqualTo(real.tier());
        assertThat(drill.questions()).isEqualTo(real.questions());
        assertThat(real.reasons())
                .containsAll(drill.reasons().stream()
                        .filter(it -> !it.book().equals("escalation"))
                        .toList());
    }

    /** G18: whoever is outside is neither told nor called, and no rule even drafts words for them. */
    @Test
    void inADrillNothingLeavesTheCompany() {
        var real = SameBytesTest.decide(declaredRegion().inputs());
        var drill = SameBytesTest.decide(asDrill(declaredRegion().inputs()));

        assertThat(real.tellings()).anyMatch(Telling::outside);
        assertThat(real.calls()).anyMatch(it -> it.roles().contains("aws_support"));
        assertThat(drill.tellings()).isNotEmpty().noneMatch(Telling::outside);
        assertThat(drill.calls()).anyMatch(it -> it.roles().contains("executive_sponsor"));
        assertThat(drill.toString()).doesNotContain("tell users", "aws_support", "AWS Support", "external support");
    }

    static Deciding declaredRegion() {
        return lostRegion().knowing(fact(FactType.DECLARATION).with("severity", "SEV1"));
    }

    static Inputs asDrill(Inputs real) {
        return new Inputs(
                real.plan(),
                real.planText(),
                real.books(),
                real.engine(),
                real.incident(),
                real.openedAt(),
                true,
                real.symptoms(),
                real.elsewhere(),
                real.facts(),
                real.held(),
                real.now());
    }
}
