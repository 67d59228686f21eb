package whatnow.signal.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.signal.Intake;

class HeartTest {

    private static final String NIGHTLY =
            "/api/v1/heartbeat/nightly-backup?every=24h&service=postgres&region=us-east-1&symptom=BACKUP_FAILED";

    private final Intake intake = new Intake();
    private final Heart heart = new Heart(
            new Heartbeats(JdbcClient.create(intake.jdbc)), intake.signals, intake.transactions, intake.clock);

    @AfterEach
    void close() throws Exception {
        intake.close();
    }

    private MvcTestResult post(String path) {
        return intake.doors(new HeartbeatDoor(heart, intake.factLane, intake.clock))
                .post()
                .uri(path)
                .exchange();
    }

    @Test
    void whoReportsInTimeSaysNothingElse() {
        assertThat(post(NIGHTLY))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.due")
                .isEqualTo("2026-03-03T00:00:00Z");

        intake.clock.passes(Duration.ofHours(35));
        heart.listen();

        assertThat(intake.jdbc.queryForList("select id from signal")).isEmpty();
        assertThat(intake.sources.at(intake.clock.instant()))
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("heartbeat nightly-backup"));
    }

    @Test
    void silenceIsASymptomOnceAndEndsWithTheNextBeat() {
        post(NIGHTLY);

        intake.clock.passes(Duration.ofHours(37));
        heart.listen();
        heart.listen();

        assertThat(intake.jdbc.queryForList("select id from signal")).hasSize(1);
        assertThat(intake.onlySymptom())
                .returns("database", Symptom::service)
                .returns(SymptomKind.BACKUP_FAILED, Symptom::kind)
                .returns(State.TRUE, Symptom::state);

        intake.clock.passes(Duration.ofHours(1));
        post(NIGHTLY);

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
    }

    /** Whoever sweeps for silent senders must not take the silence itself for unknown. */
    @Test
    void aMissedBeatStaysMissedHoweverLongItLasts() {
        post(NIGHTLY);
        intake.clock.passes(Duration.ofHours(37));
        heart.listen();

        intake.clock.passes(Duration.ofDays(20));
        intake.sweep.at(intake.clock.instant());

        assertThat(intake.onlySymptom()).returns(State.TRUE, Symptom::state);
    }

    @Test
    void aSecondSilenceIsAnotherAlert() {
        post(NIGHTLY);
        intake.clock.passes(Duration.ofHours(37));
        heart.listen();
        post(NIGHTLY);

        intake.clock.passes(Duration.ofHours(37));
        heart.listen();

        assertThat(intake.jdbc.queryForList("select id from signal where status = 'FIRING'"))
                .hasSize(2);
    }

    private MvcTestResult list() {
        return intake.doors(new HeartbeatDoor(heart, intake.factLane, intake.clock))
                .get()
                .uri("/api/v1/heartbeats")
                .exchange();
    }

    private MvcTestResult delete(String id) {
        return intake.doors(new HeartbeatDoor(heart, intake.factLane, intake.clock))
                .delete()
                .uri("/api/v1/heartbeat/" + id)
                .exchange();
    }

    @Test
    void whatIsWaitedForIsListedWithHowLateItIs() {
        post(NIGHTLY);
        assertThat(list()).bodyJson().isLenientlyEqualTo("""
                        [{"id": "nightly-backup", "service": "postgres", "everySeconds": 86400,
                          "last": "2026-03-01T12:00:00Z", "due": "2026-03-03T00:00:00Z", "state": "beating"}]""");

        intake.clock.passes(Duration.ofHours(25));
        assertThat(list()).bodyJson().extractingPath("$[0].state").isEqualTo("late");

        intake.clock.passes(Duration.ofHours(12));
        heart.listen();
        assertThat(list()).bodyJson().extractingPath("$[0].state").isEqualTo("missed");
    }

    @Test
    void whatNobodyWaitsForAnyMoreRaisesNothingAndItsAlertEnds() {
        post(NIGHTLY);
        post("/api/v1/heartbeat/certificates?every=1h");
        intake.clock.passes(Duration.ofHours(37));
        post("/api/v1/heartbeat/certificates?every=1h");
        heart.listen();

        assertThat(delete("nightly-backup")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(delete("certificates")).hasStatus(HttpStatus.NO_CONTENT);
        intake.clock.passes(Duration.ofDays(3));
        heart.listen();

        assertThat(intake.onlySymptom()).returns(State.FALSE, Symptom::state);
        assertThat(intake.sources.at(intake.now())).isEmpty();
        assertThat(delete("nightly-backup")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/heartbeat/a?every=soon",
                "/api/v1/heartbeat/a?every=1s",
                "/api/v1/heartbeat/a?every=32d",
                "/api/v1/heartbeat/a?every=999999d",
                "/api/v1/heartbeat/a?symptom=TIRED",
                "/api/v1/heartbeat/-a",
                "/api/v1/heartbeat/a?region=us%20east"
            })
    void whatIsNoHeartbeatIsRefusedInWords(String path) {
        assertThat(post(path)).hasStatus(HttpStatus.BAD_REQUEST).bodyText().contains("expected");
        assertThat(intake.jdbc.queryForList("select id from heartbeat")).isEmpty();
    }
}
