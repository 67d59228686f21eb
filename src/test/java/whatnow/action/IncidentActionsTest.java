package whatnow.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.asking.Answer;
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
import whatnow.testkit.SampleIncidents;
import whatnow.testkit.SamplePlans;

/** What a person may do, and what it leaves behind. */
class IncidentActionsTest {

    static final String MAJOR = SampleCards.DATABASE;
    static final Person RESPONDER = new Person("anna", Role.RESPONDER);
    static final Person COMMANDER = new Person("carl", Role.COMMANDER);

    final Incidents incidents = SampleIncidents.make();
    final IncidentActions actions = new IncidentActions(
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
    void whatIsResolvedIsNeverReopened() {
        actions.resolve(COMMANDER, MAJOR, MAJOR, "writes succeed");

        assertThatThrownBy(() -> actions.status(COMMANDER, MAJOR, "investigating", "by mistake"))
                .hasMessageContaining("409")
                .hasMessageContaining("INC-2026-0042 is resolved; it is never reopened. A new alert opens another.");
        assertThat(status()).isEqualTo(IncidentStatus.RESOLVED);
    }

    @Test
    void aStatusSaidOfAMergedIncidentIsTheSurvivors() {
        var major = incidents.numbered(MAJOR).orElseThrow();
        var younger = incidents.open(major.plan(), SampleCards.NOW, false, java.util.Optional.empty());
        incidents.merge(major.id(), younger.id(), "rules", "linked", SampleCards.NOW);

        actions.status(RESPONDER, younger.number(), "identified", "the disk");

        assertThat(status()).isEqualTo(IncidentStatus.IDENTIFIED);
        assertThat(incidents.find(younger.id()).orElseThrow().status()).isEqualTo(IncidentStatus.MERGED);
    }

    @Test
    void aTickedStepCarriesTheStrategyThatIsHeldFromThenOn() {
        actions.tick(RESPONDER, MAJOR, "database-instance-failure", "steps", 1, "db_failover");

        assertThat(last(FactType.STEP_DONE).text("strategy")).contains("db_failover");
        refused(422, () -> actions.tick(RESPONDER, MAJOR, "a", "steps", 1, "Fail the database over"));
    }

    @Test
    void overrulingNeedsAReason() {
        refused(422, () -> actions.override(COMMANDER, MAJOR, "severity", "SEV3", "", " "));
        refused(422, () -> actions.override(COMMANDER, MAJOR, "severity", "SEV9", "", "a reason"));
    }

    @Test
    void anOverruledSeveritySaysWhatTheRulesAssessed() {
        actions.override(COMMANDER, MAJOR, "severity", "SEV3", "", "only the test system");

        assertThat(last(FactType.OVERRIDE).text("from")).contains("SEV2");
    }

    @ParameterizedTest
    @CsvSource({"is_it_corrupt", "is_somebody_inside", "are_the_backups_compromised"})
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
    void onlyACommanderAcceptsALossAndOnlyOneThatIsAsked() {
        var answer = new Answer("which_loss_is_acceptable", "regional_failover", "", "", "executive_sponsor");

        refused(403, () -> actions.answer(RESPONDER, MAJOR, answer));
        refused(409, () -> actions.answer(COMMANDER, MAJOR, answer));
    }

    @Test
    void aVerifiedBackupIsTheFieldsOfABackup() {
        var answer = new Answer(
                "which_backup_is_verified@service=database",
                "yes",
                "2026-11-20T06:00:00Z",
                "",
                "Full",
                "2026-11-19T02:00:00Z",
                "restored to a sandbox and counted",
                "");

        actions.answer(RESPONDER, MAJOR, answer);

        assertThat(last(FactType.BACKUP).fields())
                .containsEntry("level", "full")
                .containsEntry("takenAt", "2026-11-19T02:00:00Z")
                .containsEntry("coversUntil", "2026-11-19T02:00:00Z")
                .containsEntry("verifiedAt", "2026-11-20T06:00:00Z")
                .containsEntry("how", "restored to a sandbox and counted");
    }

    @ParameterizedTest
    @CsvSource({"the one of Tuesday, 2026-11-19T02:00:00Z", "full, some day"})
    void aBackupOfNoKindOrNoTimeIsRefused(String kind, String taken) {
        var answer = new Answer(
                "which_backup_is_verified@service=database", "yes", "2026-11-20T06:00:00Z", "", kind, taken, "", "");

        refused(422, () -> actions.answer(RESPONDER, MAJOR, answer));
    }

    @Test
    void aLevelThatThePlanDoesNotHaveIsRefusedWithThoseThatItHas() {
        assertThatThrownBy(() -> actions.escalate(RESPONDER, MAJOR, "L9", "help"))
                .hasMessageContaining("has no level (L9)")
                .hasMessageContaining("L1, L2, L3");
    }

    @Test
    void anEscalationGoesToTheNamedLevelAndNeverBack() {
        actions.escalate(RESPONDER, MAJOR, "l3", "we need the sponsor");

        assertThat(last(FactType.OVERRIDE).text("to")).contains("L3");
        refused(409, () -> actions.escalate(RESPONDER, MAJOR, "L2", "or the leads"));

        actions.escalate(COMMANDER, MAJOR, "", "still nobody");
        assertThat(escalations()).contains("L4");
        refused(409, () -> actions.escalate(RESPONDER, MAJOR, "", "still nobody"));
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

    private java.util.List<String> escalations() {
        return incidents.facts(incidents.numbered(MAJOR).orElseThrow().id()).stream()
                .filter(it -> it.type() == FactType.OVERRIDE)
                .flatMap(it -> it.text("to").stream())
                .toList();
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
