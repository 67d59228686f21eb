package whatnow.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import whatnow.chat.door.ChatApplication;
import whatnow.security.Role;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SampleApplication;

/** What the door says to whatever is no command of Slack. */
class SlackRefusalsTest {

    private static final String SECRET = "canary-signing-secret";
    private static final String COMMAND = "/chat/slack/command";
    private static final String ACTION = "/chat/slack/action";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static ChatApplication app;
    private static MockMvcTester mvc;
    private static MovableClock clock;

    @BeforeAll
    static void start() {
        app = ChatApplication.start(SampleApplication.class, Map.of("whatnow.slack.signing-secret", SECRET));
        clock = app.context().getBean(MovableClock.class);
        mvc = MockMvcTester.from(
                (WebApplicationContext) app.context(),
                it -> it.addFilters(app.context().getBean(whatnow.chat.door.RawBody.class))
                        .build());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void whoIsSignedInIsNobodyHere() {
        var answer = app.comes("admin", Role.ADMIN).post(COMMAND, FORM, "team_id=T1&user_id=U1&channel_id=C1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("X-Slack-Request-Timestamp");
    }

    @Test
    @DisplayName("more than 256 KiB are refused before anything is computed (N-1)")
    void tooMuchIsRefused() {
        var body = "text=" + "x".repeat(256 * 1024);

        assertThat(signed(COMMAND, FORM, body.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(413)
                .bodyText()
                .contains("larger than 262144 bytes");
    }

    @Test
    void anotherTypeAndPackedBodiesAreRefused() {
        var body = "team_id=T1".getBytes(StandardCharsets.UTF_8);

        assertThat(signed(COMMAND, "application/json", body)).hasStatus(415);
        assertThat(signed(COMMAND, "multipart/form-data; boundary=x", body)).hasStatus(415);
        assertThat(mvc.post().uri(COMMAND).header("Content-Encoding", "gzip").content(body))
                .hasStatus(415);
        assertThat(mvc.get().uri(COMMAND)).hasStatus(405);
    }

    @Test
    void whatIsIncompleteIsRefusedInWords() {
        for (var body :
                List.of("", "&&&", "text=now", "team_id=T1&user_id=U1", "team_id=T1&user_id=U1&user_id=U2", "%")) {
            assertThat(signed(COMMAND, FORM, bytes(body))).as(body).hasStatus(400);
        }
        assertThat(signed(COMMAND, FORM, bytes("team_id=T1&channel_id=C1&user_id=" + "U".repeat(200))))
                .hasStatus(400);
    }

    @Test
    void aPayloadThatIsNoPressIsRefusedInWords() {
        for (var payload : List.of(
                "",
                "{",
                "[]",
                "null",
                "{\"type\":\"view_submission\"}",
                "{\"type\":\"block_actions\"}",
                "{\"type\":\"block_actions\",\"actions\":[{\"value\":\"ack\"}]}",
                "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"actions\":[{\"value\":\"{}\"}]}",
                "{\"type\":\"block_actions\",\"type\":\"block_actions\"}",
                "[".repeat(5000))) {
            assertThat(signed(ACTION, FORM, bytes("payload=" + encoded(payload))))
                    .as(payload)
                    .hasStatus(400);
        }
    }

    @Test
    @DisplayName("whatever is sent, signed or not, is never a failure of ours (N-12)")
    void whateverIsSentIsNeverAFailureOfOurs() {
        var random = new Random(5);
        for (var i = 0; i < 3000; i++) {
            var body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            var path = random.nextBoolean() ? COMMAND : ACTION;
            var answer = random.nextBoolean()
                    ? signed(path, FORM, body)
                    : mvc.post().uri(path).contentType(FORM).content(body).exchange();

            assertThat(answer.getResponse().getStatus()).isBetween(400, 499);
        }
    }

    @Test
    @DisplayName("a signature is good for 300 s both ways, at the door too (S-4)")
    void aSignatureIsGoodFor300Seconds() {
        var body = bytes("team_id=T1&user_id=U1&channel_id=C1&text=now&trigger_id=window");

        assertThat(signed(COMMAND, FORM, body, 301)).hasStatus(401);
        assertThat(signed(COMMAND, FORM, body, -301)).hasStatus(401);
        assertThat(signed(COMMAND, FORM, body, 300)).hasStatus(200);
        assertThat(signed(COMMAND, FORM, body, -300)).hasStatus(200);
    }

    @Test
    @DisplayName(
            "a replay is refused, a retry is answered, and after ten minutes the signature is too old anyway (S-4)")
    void aReplayIsRefused() {
        var body = bytes("team_id=T1&user_id=U9&channel_id=C1&text=now&trigger_id=replay");
        assertThat(signed(COMMAND, FORM, body)).hasStatus(200);

        assertThat(signed(COMMAND, FORM, body)).hasStatus(403).bodyText().contains("heard before");
        clock.passes(Duration.ofMinutes(4));
        assertThat(signed(COMMAND, FORM, body, 240)).hasStatus(403);
        clock.passes(Duration.ofMinutes(7));
        assertThat(signed(COMMAND, FORM, body, 660)).hasStatus(401);
    }

    @Test
    void slacksCheckOfTheCertificateIsAnswered() {
        assertThat(signed(COMMAND, FORM, bytes("token=x&ssl_check=1")))
                .hasStatus(200)
                .bodyText()
                .isEmpty();
    }

    private static MvcTestResult signed(String path, String type, byte[] body) {
        return signed(path, type, body, 0);
    }

    private static MvcTestResult signed(String path, String type, byte[] body, long ago) {
        var time = Long.toString(clock.instant().getEpochSecond() - ago);
        return mvc.post()
                .uri(path)
                .contentType(type)
                .header(SlackSignature.TIMESTAMP, time)
                .header(SlackSignature.SIGNATURE, SlackSignature.of(SECRET, time, body))
                .content(body)
                .exchange();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("settings name no secret (S-17)")
    void settingsNameNoSecret() {
        var settings = new SlackSettings("canary1", "canary2", "canary3", "canary4", "https://a", "https://b");

        assertThat(settings.toString()).doesNotContain("canary");
    }
}
