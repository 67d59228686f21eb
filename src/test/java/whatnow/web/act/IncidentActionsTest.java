package whatnow.web.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.server.ResponseStatusException;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SampleCards;
import whatnow.testkit.SampleDecisions;
import whatnow.testkit.SamplePlans;
import whatnow.testkit.SampleIncidents;

/** What a person may do, and what it leaves behind. */
class IncidentActionsTest {

    static final String MAJOR = SampleCards.DATABASE;
    static final Person RESPONDER = new Person("anna", Role.RESPONDER);
    static final Person COMMANDER = new Person("carl", Role.COMMANDER);

    final Incidents incidents = SampleIncidents.make();
    final IncidentActions actions =
            new IncidentActions(
                    incidents,
                    new SampleCards(),
                    new SampleDecisions(incidents.numbered(MAJOR).orElseThrow().id()),
                    new SamplePlans(),
                    new MovableClock(SampleCards.NOW));

    @Test
    void acknowledgingWritesDownWhoAndWhen() {
        actions.acknowledge(RESPONDER, MAJOR, "looking");

        assertThat(last(FactType.ACKNOWLEDGEMENT).source().name()).isEqualTo("anna");
        assertThat(last(FactType.ACKNOWLEDGEMENT).observedAt()).isEqualTo(SampleCards.NOW);
        assertThat(last(FactType.ACKNOWLEDGEMENT).text("note")).contains("looking");
    }

    @Test
    void onlyACommanderResolvesAMajorIncident() {
        refused(403, () -> actions.resolve(RESPONDER, MAJOR, MAJOR, "writes succeed"));
        assertThat(status()).isNotEqualTo(IncidentStatus.RESOLVED);

        actions.resolve(COMMANDER, MAJOR, MAJOR, "writes succeed");
        assertThat(status()).isEqualTo(IncidentStatus.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource({"''", "INC-2026-0043", "yes"})
    void resolvingNeedsTheNumberTypedByHand(String typed) {
        refused(422, () -> actions.resolve(COMMANDER, MAJOR, typed, "writes succeed"));
        assertThat(status()).isNotEqualTo(IncidentStatus.RESOLVED);
    }

    @Test
    void theTypedNumberMayBeInSmallLetters() {
        actions.resolve(COMMANDER, MAJOR, " inc-2026-0042 ", "writes succeed");

        assertThat(status()).isEqualTo(IncidentStatus.RESOLVED);
    }

    @Test
    void whatIsResolvedIsNotResolvedAgain() {
        actions.resolve(COMMANDER, MAJOR, MAJOR, "writes succeed");

        refused(409, () -> actions.resolve(COMMANDER, MAJOR, MAJOR, "writes succeed"));
    }

    @Test
    void aTickedStepCarriesTheStrategyThatIsHeldFromThenOn() {
        actions.tick(RESPONDER, MAJOR, "database-instance-failure", "steps", 1, "db_failover");

        assertThat(last(FactType.STEP_DONE).text("strategy")).contains("db_failover");
        refused(422, () -> actions.tick(RESPONDER, MAJOR, "a", "steps", 1, "Fail the database over"));
    }

    @Test
    void overrulingNeedsAReason() {
        refused(422, () -> actions.override(COMMANDER, MAJOR, "severity", "SEV3", " "));
        refused(422, () -> actions.override(COMMANDER, MAJOR, "severity", "SEV9", "a reason"));
    }

    @ParameterizedTest
    @CsvSource({"is_it_corrupt", "is_somebody_inside", "is_data_lost"})
    void onlyACommanderSaysNoToWhatIsGrave(String question) {
        refused(403, () -> actions.answer(RESPONDER, MAJOR, Answer.of(question, "no")));
        assertThatCode(() -> actions.answer(RESPONDER, MAJOR, Answer.of(question, "yes")))
                .doesNotThrowAnyException();
        assertThatCode(() -> actions.answer(COMMANDER, MAJOR, Answer.of(question, "no")))
                .doesNotThrowAnyException();
    }

    @Test
    void aYesToALostRegionSaysThatItDoesNotWork() {
        actions.answer(RESPONDER, MAJOR, Answer.of("is_the_region_lost_from_outside@region=us-east-1", "yes"));

        assertThat(last(FactType.REGION_STATUS).state()).isEqualTo(State.FALSE);
        assertThat(last(FactType.REGION_STATUS).subject().region()).contains("us-east-1");
        assertThat(last(FactType.REGION_STATUS).ttl()).isPresent();
    }

    @Test
    void theReachOfTheWalIsATime() {
        var answer = new Answer("how_far_does_the_wal_reach@service=database", "yes", "2026-11-20T14:02:10Z", "", "");

        actions.answer(RESPONDER, MAJOR, answer);

        assertThat(last(FactType.WAL_ARCHIVE).text("coversUntil")).contains("2026-11-20T14:02:10Z");
    }

    @Test
    void aClockTimeAheadOfNowWasYesterday() {
        var answer = new Answer("what_is_the_last_commit_replayed", "yes", "23:00:00", "", "");

        actions.answer(RESPONDER, MAJOR, answer);

        assertThat(last(FactType.LAST_COMMIT_REPLAYED).text("at")).contains("2026-11-19T23:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"nothing_like_it", "step_done@service=a", "''"})
    void aQuestionThatNobodyAskedIsRefused(String key) {
        refused(422, () -> actions.answer(RESPONDER, MAJOR, Answer.of(key, "yes")));
    }

    @Test
    void onlyACommanderAcceptsALoss() {
        var answer = new Answer("which_loss_is_acceptable", "yes", "", "", "writes after 14:02, accepted by the CTO");

        refused(403, () -> actions.answer(RESPONDER, MAJOR, answer));
        actions.answer(COMMANDER, MAJOR, answer);

        assertThat(last(FactType.ANSWER).text("answer")).contains("writes after 14:02, accepted by the CTO");
    }

    @Test
    void anIncidentThatDoesNotExistIsNotActedUpon() {
        refused(404, () -> actions.acknowledge(RESPONDER, "INC-2026-9999", ""));
    }

    private static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        it -> assertThat(it.getStatusCode().value()).isEqualTo(status));
    }

    private Fact last(FactType type) {
        return incidents.facts(incidents.numbered(MAJOR).orElseThrow().id()).stream()
                .filter(it -> it.type() == type)
                .max(java.util.Comparator.comparing(Fact::observedAt))
                .orElseThrow();
    }

    private IncidentStatus status() {
        return incidents.numbered(MAJOR).orElseThrow().status();
    }
}
