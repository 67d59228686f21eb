package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static whatnow.testkit.Facts.NOON;
import static whatnow.testkit.Facts.fact;
import static whatnow.testkit.Facts.symptom;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.decision.Outcome.Call;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Telling;
import whatnow.decision.Outcome.Weighed;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;
import whatnow.plan.DegradationTier;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.plan.Urgency;
import whatnow.testkit.Facts.AFact;
import whatnow.testkit.Facts.ASymptom;
import whatnow.testkit.ShippedPlans;

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

    @ParameterizedTest
    @ValueSource(strings = {"freight-api", "tms-api"})
    void manyServicesDownAtOnceAreAsBadAsThree(String service) {
        var few = down(service, 3).outcome();
        var many = down(service, 1_500).outcome();

        assertThat(many.assessment()).isEqualTo(few.assessment());
        assertThat(many.tier()).isEqualTo(few.tier());
    }

    @Test
    void manyServicesDownInOneZoneAreAsBadAsThree() {
        var few = downInOneZone(3).outcome();
        var many = downInOneZone(1_500).outcome();

        assertThat(many.assessment()).isEqualTo(few.assessment());
        assertThat(many.tier()).isEqualTo(few.tier());
    }

    private static Deciding downInOneZone(int services) {
        return Deciding.under("general")
                .seeing(IntStream.range(0, services)
                        .mapToObj(it -> symptom("service-" + it, SymptomKind.UNAVAILABLE)
                                .in("us-east-1")
                                .zone("us-east-1a"))
                        .toArray(ASymptom[]::new));
    }

    private static Deciding down(String service, int times) {
        var plan = ManyServices.like(ShippedPlans.plan("freight"), service, times);
        return Deciding.under(plan)
                .seeing(plan.services().stream()
                        .map(it -> symptom(it.name(), SymptomKind.UNAVAILABLE))
                        .toArray(ASymptom[]::new));
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

    /** A commander says SEV5 of what is known at one o'clock; at two the region is lost. */
    @Test
    void aSeverityThatWasOverruledRisesWithWhatNobodyKnewThen() {
        var overruled = Deciding.under("freight")
                .seeing(symptom("tms-api", SymptomKind.UNAVAILABLE))
                .knowing(overruling("SEV5").with("from", "SEV4"));
        assertThat(overruled.outcome().assessment().severity()).isEqualTo(Severity.SEV5);

        var lost = lostRegion().knowing(overruling("SEV5").with("from", "SEV4"));
        assertThat(lost.outcome().assessment().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void anOverrulingThatDoesNotSayOfWhatLowersNothingMajor() {
        assertThat(lostRegion()
                        .knowing(overruling("SEV4"))
                        .outcome()
                        .assessment()
                        .severity())
                .isEqualTo(Severity.SEV1);
    }

    @Test
    void whoeverKnowsOfTheLostRegionStillLowersIt() {
        assertThat(lostRegion()
                        .knowing(overruling("SEV3").with("from", "SEV1"))
                        .outcome()
                        .assessment()
                        .severity())
                .isEqualTo(Severity.SEV3);
    }

    @Test
    void whatBecameMajorAfterItWasOverruledIsNotLoweredByThatAgain() {
        var calmer = Deciding.under("freight")
                .holding(Severity.SEV1)
                .seeing(symptom("tms-api", SymptomKind.UNAVAILABLE))
                .knowing(overruling("SEV4").with("from", "SEV3").at(NOON.minusSeconds(3600)));

        assertThat(calmer.outcome().assessment().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void silenceIsNotTheCalmThatAnOverrulingSpokeOf() {
        var silent = Deciding.under("freight")
                .seeing(symptom("freight-api", SymptomKind.UNAVAILABLE).state(State.UNKNOWN))
                .knowing(overruling("SEV4").with("from", "SEV3"));

        assertThat(silent.outcome().assessment().severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void anOverrulingThatWasTakenBackCountsNoMore() {
        var back = Deciding.under("freight")
                .seeing(symptom("tms-api", SymptomKind.UNAVAILABLE))
                .knowing(overruling("SEV1"), overruling("SEV1").isFalse().at(NOON.plusSeconds(20)));

        assertThat(back.outcome().assessment().severity()).isEqualTo(Severity.SEV4);
    }

    private static AFact overruling(String to) {
        return fact(FactType.OVERRIDE).with("of", "severity").with("to", to).with("reason", "seen on the floor");
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
        assertThat(standing(ransom().knowing(lifting("anna").with("byRole", "incident_commander"))))
                .isEqualTo(Standing.VETOED);
        assertThat(standing(ransom().knowing(lifting("anna").with("byRole", "incident_commander"), lifting("ben"))))
                .isNotEqualTo(Standing.VETOED);
    }

    @Test
    void twoWithoutAuthorityOverTheStrategyLiftNoVeto() {
        assertThat(standing(ransom().knowing(lifting("anna"), lifting("ben").with("byRole", "cto"))))
                .isEqualTo(Standing.VETOED);
    }

    @Test
    void whoeverTakesTheLiftingBackNoLongerLifts() {
        var back = ransom().knowing(
                        lifting("anna").with("byRole", "incident_commander"),
                        lifting("ben"),
                        lifting("ben").isFalse().at(NOON.plusSeconds(20)));

        assertThat(standing(back)).isEqualTo(Standing.VETOED);
    }

    @Test
    void aLiftedVetoIsStillShownWithWhoLiftedIt() {
        var lifted = ransom().knowing(lifting("anna").with("byRole", "incident_commander"), lifting("ben"));

        assertThat(weighed(lifted).lifted())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it)
                        .endsWith(
                                ", lifted by anna as incident commander: clean by forensics; ben: clean by forensics"));
    }

    private static Deciding ransom() {
        return Deciding.under("tracktion").knowing(fact(FactType.INTRUSION).with("kind", "ransomware"));
    }

    private static AFact lifting(String person) {
        return fact(FactType.OVERRIDE)
                .with("of", "veto:regional_failover")
                .with("reason", "clean by forensics")
                .by(Kind.PERSON, person);
    }

    private static Weighed weighed(Deciding deciding) {
        return deciding.outcome().choice().find(StrategyKind.REGIONAL_FAILOVER).orElseThrow();
    }

    private static Standing standing(Deciding deciding) {
        return weighed(deciding).standing();
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
    void aFlappingCheckHoldsTheTiersRecovery() {
        assertThat(recovered()
                        .knowing(fact(FactType.HEALTH_CHECK)
                                .service("freight-api")
                                .with("checks", 10)
                                .with("failures", 4)
                                .with("changes", 4)
                                .by(Kind.PROBE, "prober"))
                        .outcome()
                        .tier()
                        .proposed())
                .contains(DegradationTier.SEVERE);
    }

    @Test
    void aStepDownWaitsUntilTheOneBeforeItIsVerified() {
        var said = fact(FactType.TIER_IN_FORCE).with("tier", "severe");

        assertThat(recovered().outcome().tier().proposed()).contains(DegradationTier.MODERATE);
        assertThat(recovered().knowing(said).outcome().tier().proposed()).contains(DegradationTier.SEVERE);
        assertThat(recovered()
                        .knowing(said.with("verified", true))
                        .outcome()
                        .tier()
                        .proposed())
                .contains(DegradationTier.MODERATE);
    }

    private static Deciding recovered() {
        return Deciding.under("freight").holding(DegradationTier.SEVERE, NOON.minusSeconds(3600));
    }

    @Test
    void silenceStopsNoClockThatADeclarationStarted() {
        var silent = symptom("freight-api", SymptomKind.UNAVAILABLE).state(State.UNKNOWN);
        var declared = Deciding.under("freight")
                .holding(Severity.SEV1)
                .seeing(silent)
                .knowing(fact(FactType.DECLARATION).with("severity", "SEV1"))
                .at(NOON.plusSeconds(3600));

        assertThat(declared.outcome().assessment().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(calledNow(declared)).contains("L2", "L3");
        assertThat(declared.outcome().tellings()).extracting(Telling::audience).contains("executives");
    }

    @Test
    void executivesAreCalledOnceTheRtoIsOver() {
        var down = Deciding.under("freight").seeing(symptom("freight-api", SymptomKind.UNAVAILABLE));
        var rto = down.outcome().promise().rto().orElseThrow();
        assertThat(Decider.nextDeadline(
                        down.at(NOON.plus(rto).minusSeconds(1)).outcome(),
                        NOON.plus(rto).minusSeconds(1)))
                .contains(NOON.plus(rto));

        assertThat(executives(down.at(NOON.plus(rto).minusSeconds(1)))).isEmpty();
        assertThat(executives(down.at(NOON.plus(rto))))
                .singleElement()
                .satisfies(it -> assertThat(it.dueNow()).isTrue());
    }

    private static List<Call> executives(Deciding deciding) {
        return deciding.outcome().calls().stream()
                .filter(it -> it.title().endsWith("the RTO will be missed"))
                .toList();
    }

    /** S3's times are deadlines to answer: the call is due at once, the answer within the hour. */
    @Test
    void whoIsCalledHasUntilThenToAnswer() {
        var calls = Deciding.under("tracktion")
                .seeing(symptom("database", SymptomKind.CORRUPT))
                .outcome()
                .calls();

        assertThat(calls)
                .filteredOn(it -> it.title().equals("CTO and CEO"))
                .extracting(Call::due, Call::respondBy)
                .containsExactly(tuple(Optional.of(NOON), Optional.of(NOON.plusSeconds(3600))));
    }

    /** Whatever the decision is made at, it was due when it began. */
    @Test
    void aCallOfBusinessCriticalHarmIsDueSinceTheOpening() {
        var down = Deciding.under("tracktion").seeing(symptom("analysis-service", SymptomKind.UNAVAILABLE));

        assertThat(down.at(NOON.plusSeconds(900)).outcome().calls())
                .filteredOn(it -> it.title().equals("CTO and CEO"))
                .extracting(Call::due)
                .containsExactly(Optional.of(NOON));
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
