package whatnow.signal.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import whatnow.decision.Question;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.InMemoryRestrictions;
import whatnow.incident.Incident;
import whatnow.incident.IncidentStatus;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.incident.TimelineEntry;
import whatnow.plan.PlanId;
import whatnow.signal.Intake;
import whatnow.signal.Lane;
import whatnow.signal.Source;

class FactsDoorTest {

    private final Intake intake = new Intake();

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    private final MockMvcTester doors = doors(intake.factLane);

    private MockMvcTester doors(Lane lane) {
        var facts = new FactIntake(
                JdbcClient.create(intake.jdbc), intake.incidents, intake.signals, intake.topology, intake.transactions);
        return intake.doors(
                new FactsDoor(facts, intake.incidents, new InMemoryRestrictions(intake.incidents), lane, intake.clock));
    }

    private static final String LAG = """
            {"type": "replication", "subject": {"service": "postgres", "region": "us-east-1"},
             "value": {"state": "TRUE", "lagSeconds": 2400},
             "source": {"kind": "PROBE", "name": "probe-1"},
             "observedAt": "2026-03-01T11:59:30Z", "ttlSeconds": 120}""";

    private static final String SLOW = """
            {"type": "symptom", "subject": {"service": "database", "region": "us-east-1"},
             "value": {"state": "TRUE", "kind": "SLOW", "value": 2.5},
             "source": {"kind": "PROBE", "name": "probe-1"}, "ttlSeconds": 60}""";

    private static final String CLEAN = """
            {"type": "corruption", "subject": {"service": "postgres"}, "value": {"state": "FALSE"},
             "source": {"kind": "PROBE", "name": "amcheck"}, "ttlSeconds": 600}""";

    private static String said(Incident incident, String type, String value) {
        return """
            {"type": "%s", "incident": "%s", "value": %s, "source": {"kind": "PERSON", "name": "any"}}""".formatted(type, incident.number(), value);
    }

    private Incident opened() {
        return intake.incidents.open(new PlanId("freight"), intake.now(), false, Optional.empty());
    }

    private MvcTestResult says(String body) {
        return doors.post().uri("/api/v1/facts").content(body).exchange();
    }

    private MvcTestResult ada(String body) {
        Principal ada = () -> "ada";
        return doors.post().uri("/api/v1/facts").principal(ada).content(body).exchange();
    }

    private static RequestPostProcessor role(String name) {
        return request -> {
            request.addUserRole(name);
            return request;
        };
    }

    private MvcTestResult machine(String body) {
        return doors.post()
                .uri("/api/v1/facts")
                .with(role("INTAKE"))
                .content(body)
                .exchange();
    }

    private MvcTestResult commander(String body) {
        return doors.post()
                .uri("/api/v1/facts")
                .principal(() -> "carl")
                .with(role("COMMANDER"))
                .content(body)
                .exchange();
    }

    private MvcTestResult keyed(String key, String body) {
        return doors.post()
                .uri("/api/v1/facts")
                .header("Idempotency-Key", key)
                .content(body)
                .exchange();
    }

    @Test
    void aFactIsLearntUnderThePlansNameOfItsService() {
        says(SLOW);

        assertThat(says(LAG)).hasStatus(HttpStatus.ACCEPTED).bodyJson().hasPath("$.ids[0]");

        assertThat(intake.incidents.facts(intake.onlyIncident().id()))
                .filteredOn(it -> it.type() == FactType.REPLICATION)
                .singleElement()
                .returns(Optional.of("database"), it -> it.subject().service())
                .returns(Optional.of(2400.0), it -> it.number("lagSeconds"))
                .returns(State.TRUE, Fact::state)
                .returns(Optional.of(Duration.ofSeconds(120)), Fact::ttl)
                .returns(new FactSource(FactSource.Kind.PROBE, "probe-1"), Fact::source);
    }

    @Test
    void theSameWordsAboutTheSameMomentAreTheSameFact() {
        says(LAG);

        assertThat(says(LAG)).hasStatusOk();
        assertThat(intake.rows("fact")).isEqualTo(1);
    }

    @Test
    void aKeyIsAnsweredWithTheSameFactAndNeverWithAnother() {
        assertThat(keyed("k1", LAG)).hasStatus(HttpStatus.ACCEPTED);
        assertThat(keyed("k1", LAG)).hasStatusOk();

        assertThat(keyed("k1", LAG.replace("2400", "5")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("Idempotency-Key");
        assertThat(intake.rows("fact")).isEqualTo(1);
    }

    @Test
    void aSymptomSaidInSoManyWordsOpensAnIncidentAndEndsWhenItIsSaidToHaveEnded() {
        says(SLOW);
        assertThat(intake.onlySymptom())
                .returns(SymptomKind.SLOW, Symptom::kind)
                .returns(Optional.of(2.5), Symptom::value)
                .returns(1, Symptom::count);

        intake.passes(Duration.ofSeconds(10));
        says(SLOW.replace("TRUE", "FALSE"));

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
    }

    @Test
    void aSymptomIsUnknownOnceItsTimeToLiveIsOver() {
        says(SLOW);
        intake.passes(Duration.ofSeconds(50));
        says(SLOW);
        intake.passes(Duration.ofSeconds(50));
        intake.sweep.at(intake.now());
        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state).returns(1, Symptom::count);

        intake.passes(Duration.ofSeconds(11));
        intake.sweep.at(intake.now());

        assertThat(intake.onlySymptom()).returns(State.UNKNOWN, Symptom::state);
    }

    @Test
    void whoSaysThatItDoesNotKnowOpensNothing() {
        says(SLOW.replace("TRUE", "UNKNOWN"));

        assertThat(intake.open()).isEmpty();
    }

    @Test
    void aPersonsWordIsSaidInThePersonsNameWhateverTheBodyClaims() {
        var incident = opened();
        var note = """
                {"type": "note", "incident": "%s", "value": {"text": "rebooted"},
                 "source": {"kind": "PERSON", "name": "the director"}}""".formatted(incident.number());

        assertThat(ada(note)).hasStatus(HttpStatus.ACCEPTED);

        assertThat(intake.incidents.facts(incident.id()))
                .singleElement()
                .returns(new FactSource(FactSource.Kind.PERSON, "ada"), Fact::source);
    }

    @Test
    @DisplayName("(S-10) a token for intake says nothing that only a person settles")
    void machinesDoNotSpeakForPeople() {
        var override = """
                {"type": "override", "subject": {"service": "database"}, "value": {"of": "severity", "reason": "x"}}""";
        var machine = doors.post()
                .uri("/api/v1/facts")
                .principal(() -> "intake")
                .with(role("INTAKE"))
                .content(override)
                .exchange();

        assertThat(machine).hasStatus(HttpStatus.FORBIDDEN).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(says(override)).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(says(LAG.replace("PROBE", "PERSON"))).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(intake.rows("fact")).isZero();
    }

    @Test
    void aStatusMovesTheIncident() {
        var incident = opened();

        commander("""
            {"type": "status", "incident": "%s", "value": {"status": "resolved", "reason": "writes work"}}""".formatted(incident.id()));

        assertThat(intake.incidents.find(incident.id()).orElseThrow().status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(intake.incidents.timeline(incident.id()))
                .extracting(TimelineEntry::by)
                .containsOnly("carl");
    }

    @Test
    void noStatusReopensWhatHasEnded() {
        var incident = opened();
        intake.incidents.move(incident.id(), IncidentStatus.RESOLVED, "carl", "it works", intake.now());

        assertThat(commander("""
                {"type": "status", "incident": "%s", "value": {"status": "monitoring"}}""".formatted(incident.number())))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("is resolved; it is never reopened");
        assertThat(intake.rows("fact")).isZero();
        assertThat(intake.open()).isEmpty();
    }

    @Test
    void whatHurtsAMergedIncidentIsShownByTheOneThatTookItOver() {
        var older = opened();
        var younger = opened();
        intake.incidents.merge(older.id(), younger.id(), "rules", "linked", intake.now());

        says(SLOW.replace("\"ttlSeconds\"", "\"incident\": \"" + younger.number() + "\", \"ttlSeconds\""));

        assertThat(intake.onlyIncident()).returns(older.id(), Incident::id);
        assertThat(intake.onlySymptom()).returns(SymptomKind.SLOW, Symptom::kind);
        assertThat(intake.incidents.symptoms(younger.id())).isEmpty();
    }

    @Test
    void anAliasOfTwoPlansIsTheServiceOfThePlanThatIsNamed() {
        intake.topology
                .knows("homeostasis", "rds")
                .alias("freight", "db", "database")
                .alias("homeostasis", "db", "rds");
        var incident = opened();

        says(LAG.replace("\"service\": \"postgres\"", "\"plan\": \"freight\", \"service\": \"db\"")
                .replace("\"ttlSeconds\"", "\"incident\": \"" + incident.number() + "\", \"ttlSeconds\""));

        assertThat(intake.incidents.facts(incident.id()))
                .singleElement()
                .returns(Optional.of("database"), it -> it.subject().service());
    }

    @ParameterizedTest
    @DisplayName("(safety.md 1) what only a commander settles is no responder's word here either")
    @CsvSource(
            delimiter = '|',
            value = {
                "approval | {\"of\": \"regional_failover\", \"byRole\": \"cto\"}",
                "approval | {\"of\": \"loss:regional_failover\", \"byRole\": \"cto\"}",
                "override | {\"of\": \"severity\", \"to\": \"SEV4\", \"reason\": \"quiet\"}",
                "override | {\"of\": \"veto:pitr\", \"reason\": \"quiet\"}",
                "status | {\"status\": \"resolved\"}",
                "status | {\"status\": \"closed\"}",
                "status | {\"status\": \"cancelled\"}",
                "corruption | {\"state\": \"FALSE\"}",
                "intrusion | {\"state\": \"FALSE\"}",
                "data_loss | {\"state\": \"FALSE\"}",
                "answer | {\"state\": \"FALSE\", \"question\": \"is_it_corrupt\"}",
                "answer | {\"state\": \"FALSE\", \"question\": \"IS_SOMEBODY_INSIDE\"}"
            })
    void whatACommanderSettlesNoResponderSays(String type, String value) {
        var incident = opened();
        var body = said(incident, type, value);

        assertThat(ada(body))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Only a commander says this (" + type + ")");
        assertThat(intake.rows("fact")).isZero();
        assertThat(intake.open()).containsExactly(incident);

        assertThat(commander(body)).hasStatus(HttpStatus.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "override | {\"of\": \"escalation\", \"to\": \"L3\", \"reason\": \"help\"}",
                "status | {\"status\": \"investigating\"}",
                "corruption | {\"state\": \"TRUE\"}",
                "intrusion | {\"state\": \"UNKNOWN\"}",
                "answer | {\"state\": \"TRUE\", \"question\": \"is_it_corrupt\"}",
                "answer | {\"state\": \"FALSE\", \"question\": \"is_the_standby_ready\"}"
            })
    void whatRaisesTheAlarmEveryResponderSays(String type, String value) {
        assertThat(ada(said(opened(), type, value))).hasStatus(HttpStatus.ACCEPTED);
    }

    @Test
    void aResponderCallsNothingCleanInTheNameOfAProbe() {
        assertThat(ada(CLEAN)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aMachineReportsThatItsCheckFoundNothing() {
        assertThat(machine(CLEAN)).hasStatus(HttpStatus.ACCEPTED);
    }

    @Test
    void theGraveQuestionsAreThoseOfTheDecisions() {
        assertThat(ForCommanders.GRAVE_QUESTIONS)
                .containsAll(Arrays.stream(Question.values())
                        .filter(Question::isNoForCommanders)
                        .map(Question::key)
                        .toList());
    }

    @Test
    void aHeartbeatTellsHowOftenItsSenderSpeaks() {
        says("""
                {"type": "heartbeat", "subject": {"service": "backup"}, "value": {"state": "TRUE", "intervalSeconds": 600},
                 "source": {"kind": "SYSTEM", "name": "nightly"}}""");

        assertThat(intake.sources.at(intake.now()))
                .singleElement()
                .returns(Duration.ofMinutes(10), Source::interval)
                .returns(Source.State.FRESH, Source::state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replication | rumour | type",
                "\"TRUE\" | \"PERHAPS\" | value.state",
                "2400 | \"long\" | value.lagSeconds",
                "lagSeconds | lagMinutes | value.lagMinutes",
                "\"service\": | \"server\": | subject.server",
                "\"PROBE\" | \"ORACLE\" | source.kind",
                "2026-03-01T11:59:30Z | just now | observedAt",
                "2026-03-01T11:59:30Z | 2026-03-01T13:00:00Z | observedAt",
                ": 120 | : -1 | ttlSeconds",
                "\"ttlSeconds\" | \"ttl\" | ttl",
                "\"ttlSeconds\": 120 | \"incident\": \"INC-1999-0001\" | incident"
            })
    void anErrorNamesTheFieldWhatWasThereAndWhatWasExpected(String right, String wrong, String field) {
        var answer = says(LAG.replace(right, wrong));

        assertThat(answer).hasStatus4xxClientError().hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(field);
        assertThat(answer).bodyJson().hasPath("$.was").hasPath("$.expected");
        assertThat(intake.rows("fact")).isZero();
    }

    @Test
    @DisplayName("(N-1) a body above 256 KiB is refused")
    void largeBodiesAreRefused() {
        assertThat(says(LAG + " ".repeat(256 * 1024))).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    @DisplayName("(N-3) a name that stands twice is refused with its place")
    void doubledNamesAreRefused() {
        assertThat(says("{\"type\": \"note\", \"type\": \"override\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .hasPath("$.position");
    }

    @Test
    @DisplayName("(L-2) who finds the door full is told to come back")
    void overloadIs429() {
        var full = doors(new Lane(0, 0, Duration.ofMillis(1), HttpStatus.TOO_MANY_REQUESTS));

        assertThat(full.post().uri("/api/v1/facts").content(LAG))
                .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
                .hasHeader("Retry-After", "5");
    }

    @Test
    void theTableOfTypesNamesEveryField() {
        assertThat(doors.get().uri("/api/v1/facts/types"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.type == 'replication')].fields[0].name")
                .asArray()
                .containsExactly("lagSeconds");
    }

    @ParameterizedTest
    @EnumSource(FactType.class)
    void everyTypeHasASchemaWithItsFields(FactType type) {
        var description = new OpenAPI();
        new FactSchemas().customise(description);

        assertThat(properties(description.getComponents().getSchemas().get("Fact." + type.key())))
                .containsKeys("type", "subject", "value", "observedAt", "ttlSeconds", "incident")
                .extractingByKey("value")
                .satisfies(it ->
                        assertThat(properties(it)).containsKeys(type.fields().toArray(String[]::new)));
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, Schema> properties(@Nullable Schema<?> schema) {
        return Objects.requireNonNull(Objects.requireNonNull(schema).getProperties());
    }
}
