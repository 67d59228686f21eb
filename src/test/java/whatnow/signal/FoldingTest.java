package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static whatnow.signal.Intake.AnAlert.of;
import static whatnow.signal.Intake.AnAlert.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.incident.DrawnTopology;
import whatnow.incident.FactsLearnt;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.TimelineEntry;
import whatnow.plan.PlanId;
import whatnow.testkit.MovableClock;

class FoldingTest {

    private final Intake intake = new Intake();

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    @Test
    void anAlertOpensAnIncidentThatShowsItsSymptom() {
        intake.hears(of("database", "UNAVAILABLE"));

        assertThat(intake.onlyIncident())
                .returns(new PlanId("freight"), Incident::plan)
                .returns(IncidentStatus.TRIAGE, Incident::status);
        assertThat(intake.onlySymptom())
                .returns("database", Symptom::service)
                .returns(State.TRUE, Symptom::state)
                .returns(1, Symptom::count)
                .returns(MovableClock.NOON, Symptom::since)
                .returns(List.of("alertmanager"), Symptom::sources)
                .returns(List.of("databaseUNAVAILABLE"), Symptom::alerts);
        assertThat(intake.rows("decision_due")).isEqualTo(1);
        assertThat(intake.events)
                .contains(new FactsLearnt(Set.of(intake.onlyIncident().id())));
    }

    @Test
    void manyAlertsOfOneKindFoldIntoOneSymptom() {
        intake.hears(
                of("database", "SLOW").id("a"),
                of("database", "SLOW").id("b"),
                of("postgres", "SLOW").id("c"));

        assertThat(intake.onlySymptom()).returns(3, Symptom::count).returns("database", Symptom::service);
    }

    @Test
    @DisplayName("(C-9) a repeat is answered with the same ids, refreshes the time and makes nobody decide again")
    void aRepeatChangesNothingButTheTime() {
        var first = intake.hears(of("database", "SLOW"));
        intake.jdbc.execute("delete from decision_due");
        intake.passes(Duration.ofSeconds(30));

        var again = intake.hears(of("database", "SLOW"));

        assertThat(again.ids()).isEqualTo(first.ids());
        assertThat(again)
                .returns(0, Receipt::accepted)
                .returns(1, Receipt::repeated)
                .returns(true, Receipt::isRepeat);
        assertThat(intake.onlySymptom()).returns(1, Symptom::count).returns(intake.now(), Symptom::lastSeen);
        assertThat(intake.rows("signal")).isEqualTo(1);
        assertThat(intake.rows("decision_due")).isZero();
    }

    @Test
    void theSameAlertTwiceInOneBatchIsOneNewAndOneRepeated() {
        var receipt = intake.hears(of("database", "SLOW"), of("database", "SLOW"));

        assertThat(receipt).returns(1, Receipt::accepted).returns(1, Receipt::repeated);
        assertThat(receipt.ids()).hasSize(2).containsOnly(receipt.ids().getFirst());
        assertThat(intake.onlySymptom().count()).isEqualTo(1);
    }

    @Test
    void theSameAlertThroughTwoDoorsIsCountedOnce() {
        intake.hears(of("database", "SLOW"));
        intake.delivers("prometheus", true, of("database", "SLOW"));

        assertThat(intake.onlySymptom())
                .returns(1, Symptom::count)
                .returns(List.of("alertmanager", "prometheus"), Symptom::sources);
    }

    @Test
    void anotherSenderOfTheSameAlertIsEvidenceAndItsRepeatsAreNot() {
        intake.hears(of("database", "SLOW"));
        intake.jdbc.execute("delete from decision_due");

        intake.delivers("prometheus", true, of("database", "SLOW"));
        assertThat(intake.rows("decision_due")).as("the first word of another").isEqualTo(1);

        intake.jdbc.execute("delete from decision_due");
        intake.passes(Duration.ofSeconds(30));
        intake.delivers("prometheus", true, of("database", "SLOW"));
        assertThat(intake.rows("decision_due")).as("its repeat").isZero();
    }

    @Test
    void anIntervalThatIsConfiguredCountsAsLongAsItIsConfigured() {
        var database = intake.jdbc.getDataSource();
        var settings = new SourceSettings(Map.of("alertmanager", Duration.ofHours(1), "nightly", Duration.ofHours(1)));
        var configured = new Intake(intake.topology, settings, java.util.Objects.requireNonNull(database));

        configured.hears(of("database", "SLOW"));
        configured.signals.spoke("nightly", configured.now(), Optional.empty());

        assertThat(configured.sources.at(intake.now()))
                .extracting(Source::interval)
                .containsOnly(Duration.ofHours(1));
        assertThat(intake.sources.at(intake.now())).extracting(Source::interval).containsOnly(Duration.ofMinutes(1));
    }

    @Test
    void resolvedEndsASymptomWhileItsSenderIsFresh() {
        intake.hears(of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(100));

        intake.hears(of("database", "SLOW").resolved());

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state).returns(0, Symptom::count);
        assertThat(intake.onlyIncident().isOpen()).as("nobody closed it").isTrue();
    }

    /** Prometheus has died; its alerts ran out and Alertmanager says that all is well. */
    @Test
    void resolvedFromASenderThatWasSilentIsUnknown() {
        intake.hears(of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(181));

        intake.hears(of("database", "SLOW").resolved());

        assertThat(intake.onlySymptom()).returns(State.UNKNOWN, Symptom::state);
    }

    @Test
    void oneResolvedDoesNotMakeTheNextOneBelievable() {
        intake.hears(of("database", "SLOW"), of("database", "SLOW").id("b"));
        intake.passes(Duration.ofSeconds(181));

        intake.hears(of("database", "SLOW").resolved());
        intake.hears(of("database", "SLOW").id("b").resolved());

        assertThat(intake.onlySymptom()).returns(State.UNKNOWN, Symptom::state);
    }

    @Test
    void whoMeasuresItselfIsBelievedWhenItSpeaksAgain() {
        intake.delivers("prometheus", true, of("database", "SLOW"));
        intake.passes(Duration.ofMinutes(10));

        intake.delivers("prometheus", true, of("database", "SLOW").resolved());

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
    }

    @Test
    void aWatchdogKeepsItsSenderFreshAndOpensNothing() {
        intake.hears(watchdog());
        assertThat(intake.open()).isEmpty();

        intake.hears(of("database", "SLOW"));
        for (int minute = 0; minute < 5; minute++) {
            intake.passes(Duration.ofMinutes(1));
            intake.hears(watchdog());
        }
        intake.hears(of("database", "SLOW").resolved());

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
    }

    @Test
    void aWatchdogThatEndsTakesTheWordOfItsSenderAway() {
        intake.hears(watchdog(), of("database", "SLOW"));

        intake.hears(watchdog().resolved(), of("database", "SLOW").resolved());

        assertThat(intake.onlySymptom()).returns(State.UNKNOWN, Symptom::state);
    }

    @Test
    void whatWasNeverObservedOpensNothing() {
        intake.hears(of("database", "SLOW").resolved());

        assertThat(intake.incidents.recent(10)).isEmpty();
        assertThat(intake.rows("signal")).as("it is kept all the same").isEqualTo(1);
    }

    @Test
    @DisplayName("(C-9) told in the wrong order it ends the same")
    void anEndThatArrivesBeforeItsBeginning() {
        intake.hears(of("database", "SLOW").resolved());

        intake.hears(of("database", "SLOW"));

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state).returns(0, Symptom::count);
    }

    @Test
    @DisplayName("(C-9) a late copy of an alert that has ended does not begin it again")
    void aLateCopyDoesNotBeginItAgain() {
        intake.hears(of("database", "SLOW"));
        intake.hears(of("database", "SLOW").resolved());

        intake.hears(of("database", "SLOW"));

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
    }

    @Test
    void anAlertThatNamesNoStartGoesOnWithTheOneThatIsRunning() {
        intake.hears(of("database", "SLOW").since(null));
        intake.passes(Duration.ofSeconds(60));

        var again = intake.hears(of("database", "SLOW").since(null));

        assertThat(again.isRepeat()).isTrue();
        assertThat(intake.onlySymptom()).returns(1, Symptom::count).returns(MovableClock.NOON, Symptom::since);
    }

    @Test
    void silenceMakesUnknownWithTheLastValueAndSpeakingAgainEndsIt() {
        intake.hears(of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(179));
        intake.sweep.at(intake.now());
        assertThat(intake.onlySymptom().state()).isEqualTo(State.TRUE);

        intake.passes(Duration.ofSeconds(2));
        intake.jdbc.execute("delete from decision_due");
        intake.sweep.at(intake.now());
        assertThat(intake.onlySymptom())
                .returns(State.UNKNOWN, Symptom::state)
                .returns(MovableClock.NOON, Symptom::lastSeen);
        assertThat(intake.rows("decision_due")).isEqualTo(1);

        intake.hears(of("database", "SLOW"));
        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);
    }

    @Test
    void anAlertStaysKnownWhileOneOfItsSendersSpeaks() {
        intake.hears(of("database", "SLOW"));
        intake.delivers("prometheus", true, of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(170));
        intake.delivers("prometheus", true, of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(20));

        intake.sweep.at(intake.now());

        assertThat(intake.onlySymptom().state()).isEqualTo(State.TRUE);
    }

    @Test
    void fourChangesInTenChecksAreFlapping() {
        for (int turn = 0; turn < 2; turn++) {
            var alert = of("database", "SLOW").since(intake.now());
            intake.hears(alert);
            intake.passes(Duration.ofSeconds(5));
            intake.hears(alert.resolved());
            intake.passes(Duration.ofSeconds(5));
        }
        assertThat(intake.onlySymptom().flapping()).isFalse();

        intake.hears(of("database", "SLOW").since(intake.now()));

        assertThat(intake.onlySymptom()).returns(true, Symptom::flapping).returns(State.TRUE, Symptom::state);
    }

    @Test
    void linkedServicesAreOneIncident() {
        intake.hears(of("database", "UNAVAILABLE"));
        intake.hears(of("api", "ERRORS"));

        assertThat(intake.incidents.symptoms(intake.onlyIncident().id()))
                .extracting(Symptom::service)
                .containsExactly("api", "database");
    }

    @Test
    void aServiceThatNobodyNeedsIsAnIncidentOfItsOwn() {
        intake.hears(of("database", "UNAVAILABLE"), of("mail", "ERRORS"));

        assertThat(intake.open()).hasSize(2);
    }

    @Test
    void whenTwoWithTheSameSymptomAreMergedTheEndOfOnesAlertsLeavesTheOthersFiring() {
        intake.hears(of("database", "SLOW").id("a"));
        var older = intake.onlyIncident();
        intake.passes(Duration.ofSeconds(1));
        var younger = intake.incidents.open(new PlanId("freight"), intake.now(), false, Optional.empty());
        says(younger);

        intake.hears(of("api", "SLOW"));
        assertThat(intake.onlyIncident()).returns(older.id(), Incident::id);
        assertThat(slowDatabase()).returns(2, Symptom::count).returns(State.TRUE, Symptom::state);

        intake.hears(of("database", "SLOW").id("a").resolved());
        assertThat(slowDatabase()).returns(1, Symptom::count).returns(State.TRUE, Symptom::state);
        assertThat(slowDatabase().sources()).containsExactly("ada", "alertmanager");
    }

    /** It was merged after the sender looked it up. */
    @Test
    void whatNamesAMergedIncidentIsShownByTheOneThatTookItOver() {
        var older = intake.incidents.open(new PlanId("freight"), intake.now(), false, Optional.empty());
        intake.passes(Duration.ofSeconds(1));
        var younger = intake.incidents.open(new PlanId("freight"), intake.now(), false, Optional.empty());
        intake.incidents.merge(older.id(), younger.id(), "rules", "linked", intake.now());

        says(younger);

        assertThat(intake.onlyIncident()).returns(older.id(), Incident::id);
        assertThat(slowDatabase()).returns(1, Symptom::count);
        assertThat(intake.incidents.symptoms(younger.id())).isEmpty();
    }

    private void says(Incident about) {
        var said = of("database", "SLOW").id("b").signal("ada", intake.now());
        var placed = new Delivery.Placed(Intake.read(said).getFirst(), Optional.of(about.id()));
        intake.signals.take(new Delivery(
                "ada",
                true,
                intake.now(),
                List.of(new Delivery.Said(said, "b", true, List.of(placed), false, Optional.empty())),
                List.of()));
    }

    private Symptom slowDatabase() {
        return intake.incidents.symptoms(intake.onlyIncident().id()).stream()
                .filter(it -> it.service().equals("database"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSymptomThatLinksTwoIncidentsMergesThem() {
        intake.hears(of("database", "UNAVAILABLE"));
        intake.passes(Duration.ofSeconds(10));
        intake.hears(of("web", "ERRORS"));
        var older = intake.open().getFirst();
        var younger = intake.open().getLast();
        intake.passes(Duration.ofSeconds(10));

        intake.hears(of("api", "ERRORS"));

        assertThat(intake.onlyIncident().id()).isEqualTo(older.id());
        assertThat(intake.incidents.symptoms(older.id()))
                .extracting(Symptom::service, Symptom::state)
                .containsExactly(tuple("api", State.TRUE), tuple("database", State.TRUE), tuple("web", State.TRUE));
        assertThat(intake.incidents.find(younger.id()).flatMap(Incident::mergedInto))
                .contains(older.id());
        assertThat(intake.incidents.timeline(younger.id()))
                .extracting(TimelineEntry::kind)
                .contains("symptom", "merge");
    }

    @Test
    void whatTheYoungerShowedGoesOnInTheSurvivor() {
        aSymptomThatLinksTwoIncidentsMergesThem();

        intake.hears(of("web", "ERRORS").resolved());

        assertThat(intake.incidents.symptoms(intake.onlyIncident().id()))
                .filteredOn(it -> it.service().equals("web"))
                .extracting(Symptom::state)
                .containsExactly(State.FALSE);
    }

    @Test
    void aNewAlertAfterResolvedOpensAnIncidentThatNamesTheOldOne() {
        intake.hears(of("database", "UNAVAILABLE"));
        var old = intake.onlyIncident();
        intake.incidents.move(old.id(), IncidentStatus.RESOLVED, "ada", "writes work", intake.now());
        intake.passes(Duration.ofMinutes(5));

        intake.hears(of("database", "UNAVAILABLE").since(intake.now()));

        assertThat(intake.onlyIncident().previous()).contains(old.id());
    }

    @Test
    void aRepeatOfWhatAPersonResolvedOpensNothing() {
        intake.hears(of("database", "UNAVAILABLE"));
        intake.incidents.move(intake.onlyIncident().id(), IncidentStatus.RESOLVED, "ada", "noise", intake.now());

        intake.hears(of("database", "UNAVAILABLE"));

        assertThat(intake.open()).isEmpty();
    }

    @Test
    void withoutAStartItBeginsAnewAfterAPersonResolvedIt() {
        intake.hears(of("database", "UNAVAILABLE").since(null));
        var old = intake.onlyIncident();
        intake.incidents.move(old.id(), IncidentStatus.RESOLVED, "ada", "writes work", intake.now());
        intake.passes(Duration.ofMinutes(1));

        var again = intake.hears(of("database", "UNAVAILABLE").since(null));

        assertThat(again.isRepeat()).isFalse();
        assertThat(intake.onlyIncident().previous()).contains(old.id());
        assertThat(intake.onlySymptom()).returns(1, Symptom::count).returns(intake.now(), Symptom::since);
    }

    @Test
    void withoutAStartItsEndStillComesAfterAPersonResolvedIt() {
        intake.hears(watchdog(), of("database", "UNAVAILABLE").since(null));
        var old = intake.onlyIncident();
        intake.incidents.move(old.id(), IncidentStatus.RESOLVED, "ada", "writes work", intake.now());
        intake.passes(Duration.ofMinutes(1));

        intake.hears(of("database", "UNAVAILABLE").since(null).resolved());

        assertThat(intake.open()).isEmpty();
        assertThat(intake.incidents.symptoms(old.id()))
                .extracting(Symptom::state)
                .containsExactly(State.FALSE);
    }

    /** The end of the first was never told; Alertmanager has one alert of a fingerprint at a time. */
    @Test
    void whoTellsTheEndOfALaterStartHasEndedTheEarlierOne() {
        intake.hears(watchdog(), of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(60));
        var later = of("database", "SLOW").since(intake.now());
        intake.hears(watchdog(), later);
        assertThat(intake.onlySymptom().count()).isEqualTo(2);

        intake.hears(later.resolved());

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state).returns(0, Symptom::count);
    }

    @Test
    void theEndOfALaterStartThatWasNeverHeardEndsTheEarlierOneToo() {
        intake.hears(watchdog(), of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(60));

        intake.hears(of("database", "SLOW").since(intake.now()).resolved());

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
    }

    @Test
    void theEndOfAnEarlierStartLeavesTheLaterOne() {
        intake.hears(watchdog(), of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(60));
        intake.hears(watchdog(), of("database", "SLOW").since(intake.now()));

        intake.hears(of("database", "SLOW").resolved());

        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);
    }

    /** Two Prometheus servers may see the same alert begin at different moments. */
    @Test
    void whatAnotherSenderStillTellsOfGoesOn() {
        intake.delivers("prometheus-a", true, of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(5));
        var later = of("database", "SLOW").since(intake.now());
        intake.delivers("prometheus-b", true, later);

        intake.delivers("prometheus-b", true, later.resolved());

        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);
    }

    @Test
    void anEarlierStartEndsWhenTheLastWhoToldOfItTellsTheEndOfALaterOne() {
        intake.delivers("prometheus-a", true, of("database", "SLOW"));
        intake.delivers("prometheus-b", true, of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(5));
        var ended = of("database", "SLOW").since(intake.now()).resolved();

        intake.delivers("prometheus-b", true, ended);
        assertThat(intake.onlySymptom().state()).isEqualTo(State.TRUE);

        intake.delivers("prometheus-a", true, ended);
        assertThat(intake.onlySymptom().state()).isEqualTo(State.FALSE);
    }

    /** Prometheus has died: its alerts run out, and none of their ends is believed. */
    @Test
    void anEndThatIsNotBelievedEndsNoEarlierStartEither() {
        intake.hears(watchdog(), of("database", "SLOW"));
        intake.passes(Duration.ofSeconds(60));
        var later = of("database", "SLOW").since(intake.now());
        intake.hears(watchdog(), later);

        intake.hears(watchdog().resolved(), later.resolved());

        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);
    }

    @Test
    void aPlanSaysHowLongItsLinksHold() throws Exception {
        try (var brief = new Intake(new DrawnTopology()
                .knows("freight", "database", "api")
                .needs("api", "database")
                .linksFor(Duration.ofMinutes(2)))) {
            brief.hears(of("database", "UNAVAILABLE"));
            brief.passes(Duration.ofMinutes(3));

            brief.hears(of("api", "ERRORS"));

            assertThat(brief.open()).hasSize(2);
        }
    }

    @Test
    void aServiceThatTwoPlansClaimIsFiledUnderNeitherAndBothAreNamed() {
        var torn = new Intake(new DrawnTopology().knows("freight", "queue").knows("tracktion", "queue"));

        torn.hears(of("queue", "SATURATED"));

        assertThat(torn.onlyIncident().plan()).isEqualTo(PlanId.GENERAL);
        assertThat(torn.incidents.timeline(torn.onlyIncident().id()))
                .filteredOn(it -> it.kind().equals("plan"))
                .extracting(TimelineEntry::text)
                .singleElement()
                .asString()
                .contains("freight and tracktion", "queue");
    }

    @Test
    void aRehearsalTakesNoRealSignalIn() {
        var drill = intake.incidents.open(new PlanId("freight"), intake.now(), true, Optional.empty());

        intake.hears(of("database", "UNAVAILABLE"));

        assertThat(intake.incidents.symptoms(drill.id())).isEmpty();
        assertThat(intake.open()).hasSize(2);
    }

    @Test
    @DisplayName("(L-3) a storm of 10,000 alerts of 50 causes folds into 50 symptoms")
    void aStormFoldsIntoAHandfulOfSymptoms() {
        for (int batch = 0; batch < 5; batch++) {
            var first = batch * 2_000;
            intake.hears(IntStream.range(first, first + 2_000)
                    .mapToObj(it -> of("service-" + it % 50, "ERRORS").id("alert-" + it))
                    .toArray(Intake.AnAlert[]::new));
        }

        assertThat(intake.rows("signal")).isEqualTo(10_000);
        assertThat(intake.rows("symptom")).isEqualTo(50);
        assertThat(intake.open()).hasSizeLessThanOrEqualTo(50);
        assertThat(intake.jdbc.queryForList("select distinct count from symptom", Integer.class))
                .containsExactly(200);
    }

    @Test
    @DisplayName("(C-9) told by many at once it opens one incident and counts every alert once")
    void manyAtOnceOpenOneIncident() {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 100)
                    .forEach(it -> senders.submit(() -> intake.hears(
                            of(it % 2 == 0 ? "database" : "api", "ERRORS").id("alert-" + it % 20),
                            of("web", "SLOW").id("web-" + it % 5))));
        }

        assertThat(intake.incidents.symptoms(intake.onlyIncident().id()))
                .extracting(Symptom::service, Symptom::count)
                .containsExactly(tuple("api", 10), tuple("database", 10), tuple("web", 5));
    }
}
