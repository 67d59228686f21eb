package whatnow.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlanId;
import whatnow.signal.Intake;
import whatnow.signal.Source;

/** From what is seen to what the rest of the product hears of it, with time that passes second by second. */
class ProberTest {

    private static final String API = "https://api.example/health";
    private static final String WEB = "https://www.example/health";
    private static final String MAIL = "https://mail.example/health";
    private static final String DATABASE = "db.example:5432";

    private final Intake intake = new Intake();
    private final JdbcClient jdbc = JdbcClient.create(intake.jdbc);
    private final ActivePlans plans = new ActivePlans();
    private final ToldLooker looker = new ToldLooker();
    private final ProbeRows rows = new ProbeRows(jdbc);
    private Prober prober = node(new SameThread());

    @AfterEach
    void close() throws Exception {
        prober.close();
        intake.close();
    }

    private Prober node(ExecutorService threads) {
        return node(looker, threads);
    }

    private Prober node(Looker eyes, ExecutorService threads) {
        var turn = new Turn(jdbc);
        var ledger = new Ledger(rows, turn, intake.signals, intake.incidents, intake.transactions);
        return new Prober(plans, eyes, threads, rows, turn, ledger, new ProbeSettings(64), intake.clock);
    }

    private void passes(Duration span) {
        passes(span, prober);
    }

    private void passes(Duration span, Prober... nodes) {
        for (var second = 0; second < span.toSeconds(); second++) {
            intake.passes(Duration.ofSeconds(1));
            Stream.of(nodes).forEach(Prober::tick);
        }
    }

    private static Duration minutes(int number) {
        return Duration.ofMinutes(number);
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }

    private Probed probed(String address) {
        return rows.all().stream()
                .filter(it -> it.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Fact health(String service) {
        return intake.incidents.factsAround(new PlanId("freight"), List.of(aSymptomOf(service))).stream()
                .filter(it -> it.type() == FactType.HEALTH_CHECK)
                .filter(it -> it.subject().service().filter(service::equals).isPresent())
                .max(Comparator.comparing(Fact::observedAt))
                .orElseThrow();
    }

    private Symptom aSymptomOf(String service) {
        return new Symptom(
                service,
                SymptomKind.OTHER,
                Optional.empty(),
                Optional.empty(),
                State.TRUE,
                intake.now(),
                intake.now(),
                Optional.empty(),
                1,
                false,
                List.of("probe"),
                List.of("alert"));
    }

    @Test
    @DisplayName("a host that never answered opens no incident, however long it is probed (design.md 10)")
    void whoNeverAnsweredOpensNoIncident() {
        plans.watching("api http " + API, "database tcp " + DATABASE);

        passes(minutes(20));

        assertThat(intake.open()).isEmpty();
        assertThat(intake.rows("fact")).isZero();
        assertThat(rows.all()).hasSize(2).allMatch(it -> it.condition() == Condition.NEVER_OBSERVED);
        assertThat(probed(API).why()).isEqualTo("no answer within 10 s");
    }

    @Test
    void whatAnswersIsUpAndItsFactSaysSo() {
        plans.watching("api http " + API);
        looker.works(API);

        passes(minutes(10));

        assertThat(intake.open()).isEmpty();
        assertThat(health("api"))
                .returns(State.TRUE, Fact::state)
                .returns(Optional.of(0.0), it -> it.number("failures"))
                .returns(Optional.of(23.0), it -> it.number("responseMillis"));
        assertThat(health("api").believed(intake.now())).isEqualTo(State.TRUE);
    }

    /** A fact is a row that is never deleted. */
    @Test
    void whatDoesNotChangeIsToldSeldom() {
        plans.watching("api http " + API);
        looker.works(API);

        passes(minutes(60));

        assertThat(looker.looked).hasSizeBetween(58, 61);
        assertThat(intake.rows("fact")).isLessThanOrEqualTo(22);
        assertThat(intake.rows("signal")).isZero();
    }

    @Test
    @DisplayName("four tries that fail in a row are a symptom, with evidence (S2-18)")
    void fourTriesThatFailAreASymptom() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));

        looker.refuses(API);
        passes(minutes(2));

        assertThat(intake.onlySymptom())
                .returns("api", Symptom::service)
                .returns(SymptomKind.UNAVAILABLE, Symptom::kind)
                .returns(State.TRUE, Symptom::state)
                .returns(1, Symptom::count);
        assertThat(health("api"))
                .returns(State.FALSE, Fact::state)
                .returns(Optional.of("connection refused"), it -> it.text("why"))
                .matches(it -> it.number("failures").orElseThrow() >= 4)
                .matches(it -> it.number("failures").equals(it.number("checks")));
        assertThat(jdbc.sql("select annotations ->> 'summary' from signal")
                        .query(String.class)
                        .list())
                .containsExactly(API + ": connection refused");
    }

    @Test
    void aRetryThatPassesMakesTheFailureGood() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));

        looker.refuses(API);
        looker.looked.clear();
        while (looker.looked.size() < 3) {
            passes(seconds(1));
        }
        looker.works(API);
        passes(minutes(5));

        assertThat(intake.open()).isEmpty();
        assertThat(health("api").number("failures")).contains(0.0);
    }

    @Test
    void theSymptomLastsAsLongAsItsCauseAndEndsOnceItAnswersAgain() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));
        looker.refuses(API);

        passes(minutes(30));
        intake.sweep.at(intake.now());

        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);

        looker.works(API);
        passes(minutes(2));

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
        assertThat(health("api")).returns(State.TRUE, Fact::state);
        assertThat(intake.open()).hasSize(1);
    }

    @Test
    void wrongAnswersAreErrorsAndLateOnesAreSlow() {
        plans.watching("api http " + API, "web http " + WEB + " slow-after: 1s");
        looker.works(API, WEB);
        passes(minutes(3));

        looker.errs(API);
        looker.takes(3000, WEB);
        passes(minutes(6));

        var symptoms = intake.open().stream()
                .flatMap(it -> intake.incidents.symptoms(it.id()).stream())
                .toList();
        assertThat(symptoms)
                .extracting(Symptom::service, Symptom::kind)
                .containsExactlyInAnyOrder(tuple("api", SymptomKind.ERRORS), tuple("web", SymptomKind.SLOW));
        assertThat(health("api").number("errorRate")).contains(1.0);
        assertThat(health("web"))
                .returns(State.TRUE, Fact::state)
                .returns(Optional.of(3000.0), it -> it.number("responseMillis"));
    }

    @Test
    void aSymptomThatTurnsIntoAnotherEndsTheFirst() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));
        looker.errs(API);
        passes(minutes(3));

        looker.refuses(API);
        passes(minutes(6));

        assertThat(intake.incidents.symptoms(intake.onlyIncident().id()))
                .extracting(Symptom::kind, Symptom::state)
                .containsExactlyInAnyOrder(
                        tuple(SymptomKind.ERRORS, State.FALSE), tuple(SymptomKind.UNAVAILABLE, State.TRUE));
    }

    @Test
    @DisplayName("when every host falls silent at once, nobody is called down: it is unknown (safety.md 3)")
    void theObserverThatIsCutOffCallsNobodyDown() {
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        looker.works(API, WEB, MAIL);
        passes(minutes(5));

        looker.forgetsAll();
        passes(minutes(6));

        assertThat(rows.cutOffSince()).isPresent();
        assertThat(rows.all()).allMatch(it -> it.condition() == Condition.UNKNOWN);
        assertThat(intake.onlySymptom()).returns("api", Symptom::service).returns(State.UNKNOWN, Symptom::state);
        assertThat(List.of(health("api"), health("web"), health("mail"))).allMatch(it -> it.state() == State.UNKNOWN);
        assertThat(health("web").text("why"))
                .hasValueSatisfying(it -> assertThat(it).contains("the observer may be cut off"));
        assertThat(intake.sources.at(intake.now()))
                .singleElement()
                .returns("probe", Source::name)
                .returns(Source.State.SILENT, Source::state);
    }

    @Test
    void whatNobodySeesIsSaidOnce() {
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        looker.works(API, WEB, MAIL);
        passes(minutes(5));
        looker.forgetsAll();
        passes(minutes(3));
        var facts = intake.rows("fact");

        passes(minutes(30));

        assertThat(intake.rows("fact")).isEqualTo(facts);
        assertThat(intake.rows("signal")).isEqualTo(1);
        assertThat(intake.onlySymptom()).returns(State.UNKNOWN, Symptom::state);
    }

    @Test
    void whenItSeesAgainTheSymptomEndsAndNobodyWasCalledDown() {
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        looker.works(API, WEB, MAIL);
        passes(minutes(5));
        looker.forgetsAll();
        passes(minutes(6));

        looker.works(API, WEB, MAIL);
        passes(minutes(2));

        assertThat(rows.cutOffSince()).isEmpty();
        assertThat(rows.all()).allMatch(it -> it.condition() == Condition.UP);
        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
        assertThat(jdbc.sql("select distinct labels ->> 'alertname' from signal")
                        .query(String.class)
                        .list())
                .containsExactly("ObserverMayBeCutOff");
    }

    @Test
    void whatIsStillDownAfterAwaysIsCalledDownThen() {
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        looker.works(API, WEB, MAIL);
        passes(minutes(5));
        looker.forgetsAll();
        passes(minutes(6));

        looker.works(API, WEB);
        passes(minutes(2));

        assertThat(probed(MAIL).condition()).isEqualTo(Condition.DOWN);
        assertThat(probed(API).condition()).isEqualTo(Condition.UP);
    }

    @Test
    void twoOfThreeHostsThatFailAreRealWhileTheThirdAnswers() {
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        looker.works(API, WEB, MAIL);
        passes(minutes(5));

        looker.refuses(API, WEB);
        passes(minutes(3));

        assertThat(rows.cutOffSince()).isEmpty();
        assertThat(probed(API).condition()).isEqualTo(Condition.DOWN);
        assertThat(probed(WEB).condition()).isEqualTo(Condition.DOWN);
        assertThat(intake.onlyIncident()).isNotNull();
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));
        looker.refuses(API);
        passes(minutes(3));
        var before = probed(API);

        prober.close();
        prober = node(new SameThread());
        passes(minutes(3));

        assertThat(probed(API)).returns(Condition.DOWN, Probed::condition).returns(before.since(), Probed::since);
        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);
        assertThat(intake.rows("signal")).isEqualTo(1);
    }

    @Test
    void afterALongRestNothingIsBelievedUntilItIsSeenAgain() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));
        prober.close();

        intake.passes(Duration.ofHours(3));
        prober = node(new SameThread());
        prober.tick();

        assertThat(probed(API).condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(health("api").state()).isEqualTo(State.UNKNOWN);

        passes(minutes(1));

        assertThat(probed(API).condition()).isEqualTo(Condition.UP);
    }

    @Test
    void ofTwoNodesOneProbesAndTheOtherComesInWhenItDies() {
        plans.watching("api http " + API);
        var first = new ToldLooker();
        var second = new ToldLooker();
        first.works(API);
        second.works(API);
        var one = node(first, new SameThread());
        var other = node(second, new SameThread());

        passes(minutes(5), one, other);

        assertThat(first.looked).hasSizeBetween(4, 6);
        assertThat(second.looked).isEmpty();

        passes(minutes(5), other);

        assertThat(second.looked).hasSizeBetween(4, 6);
        assertThat(intake.open()).isEmpty();
        one.close();
        other.close();
    }

    @Test
    void aNodeThatIsCutOffLetsOneThatSeesGoOn() {
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        var first = new ToldLooker();
        var second = new ToldLooker();
        first.works(API, WEB, MAIL);
        second.works(API, WEB, MAIL);
        var one = node(first, new SameThread());
        var other = node(second, new SameThread());
        passes(minutes(5), one, other);

        first.forgetsAll();
        passes(minutes(6), one, other);

        assertThat(second.looked).isNotEmpty();
        assertThat(rows.cutOffSince()).isEmpty();
        assertThat(rows.all()).allMatch(it -> it.condition() == Condition.UP);
        one.close();
        other.close();
    }

    @Test
    @DisplayName("what is not probed any more is unknown, never fine (safety.md 3)")
    void aPlanThatIsSwitchedOffLeavesUnknownBehind() {
        plans.watching("api http " + API);
        looker.works(API);
        passes(minutes(3));
        looker.refuses(API);
        passes(minutes(3));

        plans.deactivate();
        passes(seconds(5));
        looker.looked.clear();
        passes(minutes(5));

        assertThat(looker.looked).isEmpty();
        assertThat(rows.all()).isEmpty();
        assertThat(intake.onlySymptom()).returns(State.UNKNOWN, Symptom::state);
        assertThat(health("api")).returns(State.UNKNOWN, Fact::state);
    }

    /** With real threads: one of the two never comes back. */
    @Test
    void aHostThatHangsHoldsUpNobodyAndIsGivenUpAtTheEnd() throws Exception {
        plans.watching("api http " + API, "web http " + WEB);
        var hangs = new CountDownLatch(1);
        var givenUp = new CountDownLatch(1);
        var others = new AtomicInteger();
        Looker eyes = probe -> {
            if (probe.address().equals(WEB)) {
                others.incrementAndGet();
                return new Answer.Right(5, Optional.empty());
            }
            try {
                hangs.countDown();
                Thread.sleep(Duration.ofDays(1));
            } catch (InterruptedException _) {
                givenUp.countDown();
            }
            return new Answer.None("interrupted");
        };
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var node = node(eyes, threads);

        for (var second = 0; second < 1200 && others.get() < 3; second++) {
            intake.passes(seconds(1));
            node.tick();
            Thread.sleep(1);
        }
        hangs.await();
        node.close();

        assertThat(others.get()).isGreaterThanOrEqualTo(3);
        assertThat(givenUp.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.isShutdown()).isTrue();
    }

    @Test
    void noMoreAreLookedAtAtOnceThanIsSet() {
        var fleet = new Fleet(Optional.empty());
        plans.watching("api http " + API, "web http " + WEB, "mail http " + MAIL);
        fleet.isAbout(ProbeList.of(plans.active()), Map.of(), intake.now());
        var later = intake.now().plus(minutes(1));

        assertThat(fleet.take(later, 2)).hasSize(2);
        assertThat(fleet.take(later, 2)).isEmpty();
        assertThat(fleet.take(later, 3)).hasSize(1);
    }

    @Test
    void whatThePlanDoesNotNameIsNeverLookedAt() {
        plans.watching("api http " + API);
        looker.works(API, WEB);
        passes(minutes(3));

        plans.watching("web http " + WEB);
        passes(seconds(20));
        looker.looked.clear();
        passes(minutes(3));

        assertThat(looker.looked).containsOnly(WEB);
    }
}
