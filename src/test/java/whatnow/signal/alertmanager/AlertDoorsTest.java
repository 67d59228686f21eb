package whatnow.signal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import whatnow.incident.Symptom;
import whatnow.signal.Intake;
import whatnow.signal.Lane;
import whatnow.signal.Source;
import whatnow.signal.sender.DoorTraffic;

class AlertDoorsTest {

    private static final String WEBHOOK = "/api/v1/ingest/alertmanager";
    private static final String DIRECT = "/api/v2/alerts";

    private final Intake intake = new Intake();

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    private final MockMvcTester doors = doors(intake.alertLane);

    private MockMvcTester doors(Lane lane) {
        return intake.doors(new AlertDoors(intake.signals, lane, new DoorTraffic(), intake.clock));
    }

    private static final String LABELS = """
            {"alertname": "DatabaseDown", "service": "postgres", "symptom": "UNAVAILABLE", "region": "us-east-1"}""";

    private static String alert(String fingerprint) {
        return """
                {"status": "firing", "labels": %s, "annotations": {"summary": "down"}, "unknown": [1],
                 "startsAt": "2026-03-01T11:58:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z",
                 "generatorURL": "http://prometheus:9090/graph", "fingerprint": "%s"}""".formatted(LABELS, fingerprint);
    }

    private static String webhook(String... alerts) {
        return """
                {"version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "firing", "receiver": "whatnow",
                 "externalURL": "http://am-1:9093", "routeLabels": {}, "alerts": [%s]}""".formatted(String.join(",", alerts));
    }

    private MvcTestResult post(String path, String body) {
        return post(doors, path, body.getBytes(StandardCharsets.UTF_8));
    }

    private static MvcTestResult post(MockMvcTester doors, String path, byte[] body) {
        return doors.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void anAlertIsAcceptedOnceAndKnownThen() {
        var first = post(WEBHOOK, webhook(alert("f1")));
        var again = post(WEBHOOK, webhook(alert("f1")));

        assertThat(first)
                .hasStatus(HttpStatus.ACCEPTED)
                .bodyJson()
                .extractingPath("$.accepted")
                .isEqualTo(1);
        assertThat(again).hasStatusOk().bodyJson().extractingPath("$.repeated").isEqualTo(1);
        assertThat(again).bodyJson().doesNotHavePath("$.isRepeat");
        assertThat(intake.onlySymptom()).returns("database", Symptom::service);
        assertThat(intake.jdbc.queryForObject("select source from signal", String.class))
                .isEqualTo("alertmanager am-1:9093");
    }

    @Test
    void prometheusItselfAndAlertmanagerTellOfOneAlert() {
        var withoutFingerprint = webhook(alert(""));
        var direct = """
                [{"labels": %s, "startsAt": "2026-03-01T11:58:00.123Z", "endsAt": "2026-03-01T12:04:00Z",
                  "generatorURL": "http://prometheus:9090/graph?g0=up"}]""".formatted(LABELS);

        post(WEBHOOK, withoutFingerprint);
        assertThat(post(DIRECT, direct)).hasStatus(HttpStatus.ACCEPTED);

        assertThat(intake.onlySymptom().count()).isEqualTo(1);
        assertThat(intake.onlySymptom().sources())
                .containsExactly("alertmanager am-1:9093", "prometheus prometheus:9090");
    }

    @Test
    void anEndInThePastIsResolvedAtThePrometheusDoor() {
        var firing = "[{\"labels\": %s, \"startsAt\": \"2026-03-01T11:58:00Z\", \"endsAt\": \"2026-03-01T12:04:00Z\"}]";
        post(DIRECT, firing.formatted(LABELS));

        post(DIRECT, firing.replace("12:04:00", "11:59:00").formatted(LABELS));

        assertThat(intake.onlySymptom().isOpen()).isFalse();
    }

    @Test
    void oneBadAlertCostsTheOthersNothing() {
        var bad = "{\"labels\": {\"alertname\": 7}, \"startsAt\": \"yesterday\"}";

        var answer = post(WEBHOOK, webhook(alert("f1"), bad, alert("f2"), "[]"));

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
        assertThat(answer).bodyJson().extractingPath("$.accepted").isEqualTo(2);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.unreadable[*].position")
                .asArray()
                .containsExactly(1, 3);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.unreadable[0].why")
                .asString()
                .contains("labels.alertname", "7", "a text");
        assertThat(intake.rows("unreadable_signal")).isEqualTo(2);
        assertThat(intake.sources.at(intake.now()))
                .singleElement()
                .returns(2L, Source::unreadable)
                .returns(Source.State.FRESH, Source::state)
                .satisfies(it -> assertThat(it.lastUnreadable()).hasSize(2));
    }

    @Test
    void theSameBadAlertAgainIsKeptOnce() {
        var body = webhook(alert("f1"), "{}");
        post(WEBHOOK, body);

        assertThat(post(WEBHOOK, body)).hasStatusOk();
        assertThat(intake.rows("unreadable_signal")).isEqualTo(1);
    }

    @Test
    void whatAlertmanagerLeftOutIsSaid() {
        var answer = post(WEBHOOK, webhook(alert("f1")).replace("\"truncatedAlerts\": 0", "\"truncatedAlerts\": 12"));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.unreadable[0].why")
                .asString()
                .contains("12", "max_alerts");
    }

    @Test
    void aSourceThatStoppedSpeakingIsSilent() {
        post(WEBHOOK, webhook(alert("f1")));
        intake.passes(Duration.ofMinutes(4));

        assertThat(intake.sources.at(intake.now())).singleElement().returns(Source.State.SILENT, Source::state);
    }

    @Test
    void aSenderIsCalledAsItAsksToBe() {
        post(WEBHOOK + "?source=prod-am", webhook(alert("f1")));

        assertThat(intake.sources.at(intake.now())).extracting(Source::name).containsExactly("prod-am");
    }

    @Test
    @DisplayName("(N-1) 4,000 alerts are taken and 4,001 are not")
    void tooManyAlertsAreRefused() {
        var many = IntStream.range(0, 4_000)
                .mapToObj(it -> "{\"labels\":{\"alertname\":\"a%d\",\"service\":\"api\"}}".formatted(it))
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(post(DIRECT, many)).hasStatus(HttpStatus.ACCEPTED);
        assertThat(post(DIRECT, many.replace("[{", "[{\"labels\":{\"alertname\":\"b\"}},{")))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    @DisplayName("(N-1) a body above 4 MiB is refused before anybody reads it")
    void largeBodiesAreRefused() {
        var body = "[\"" + "x".repeat(4 * 1024 * 1024) + "\"]";

        assertThat(post(DIRECT, body))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    @DisplayName("(N-1) an alert with 257 labels or a text without end is kept as unreadable")
    void tooMuchInOneAlertIsUnreadable() {
        var labels = IntStream.range(0, 257)
                .mapToObj(it -> "\"l%d\":\"v\"".formatted(it))
                .collect(Collectors.joining(",", "{\"labels\":{", "}}"));
        var text = "{\"labels\":{\"alertname\":\"" + "x".repeat(20_000) + "\"}}";

        var answer = post(WEBHOOK, webhook(labels, alert("f1"), text));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.unreadable[*].position")
                .asArray()
                .containsExactly(0, 2);
        assertThat(answer).bodyJson().extractingPath("$.accepted").isEqualTo(1);
    }

    @Test
    @DisplayName("(N-2, N-3) broken JSON is answered with the place and nothing is kept")
    void brokenJsonIsRefused() {
        var answer = post(WEBHOOK, "{\"alerts\": [nope]}");

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().hasPath("$.position");
        assertThat(intake.rows("unreadable_signal")).isZero();
    }

    @Test
    @DisplayName("(N-4) NUL and halves of characters are kept as U+FFFD, with a mark")
    void brokenCharactersDoNotBreakTheDatabase() {
        var body = webhook(alert("f1").replace("down", "a\\u0000b\\ud800c"));

        assertThat(post(WEBHOOK, body)).hasStatus(HttpStatus.ACCEPTED);
        assertThat(intake.jdbc.queryForObject(
                        "select annotations ->> 'summary' from signal where repaired", String.class))
                .isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    @DisplayName("(N-5) marks of direction are data")
    void marksOfDirectionAreKept() {
        post(WEBHOOK, webhook(alert("f1").replace("down", "a\u202Eb")));

        assertThat(intake.jdbc.queryForObject("select annotations ->> 'summary' from signal", String.class))
                .isEqualTo("a\u202Eb");
    }

    @Test
    @DisplayName("(N-7) a small body that inflates without end is refused")
    void bombsAreRefused() throws IOException {
        var answer = doors.post()
                .uri(DIRECT)
                .header("Content-Encoding", "gzip")
                .content(gzipped("[" + " ".repeat(20_000_000) + "]"))
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    @DisplayName("(N-7) an honest compressed body is taken")
    void compressedBodiesAreTaken() throws IOException {
        var answer = doors.post()
                .uri(WEBHOOK)
                .header("Content-Encoding", "gzip")
                .content(gzipped(webhook(alert("f1"))))
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
    }

    @Test
    @DisplayName("(L-2) who finds the door full is told to come back, and nothing is kept")
    void overloadIsSaidInTheWordAlertmanagerUnderstands() {
        var full = doors(new Lane(0, 0, Duration.ofMillis(1), HttpStatus.SERVICE_UNAVAILABLE));

        var answer = post(full, WEBHOOK, webhook(alert("f1")).getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "5");
        assertThat(intake.rows("signal")).isZero();
    }

    @Test
    @DisplayName("(C-2) what could not be committed is never answered 202")
    void aDatabaseThatIsAwayIsSaid() {
        intake.jdbc.execute("drop table decision_due");

        assertThat(post(WEBHOOK, webhook(alert("f1"))))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader("Retry-After", "5");
        assertThat(intake.rows("signal")).isZero();
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
