package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.Whatnow;
import whatnow.chat.Commands;
import whatnow.chat.Reply.Row;
import whatnow.chat.door.ChatApplication;
import whatnow.decision.DecisionDesk;
import whatnow.message.Sending;
import whatnow.security.Role;
import whatnow.testkit.Caller;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;
import whatnow.testkit.slack.Call;
import whatnow.testkit.slack.FakeSlack;
import whatnow.testkit.slack.Message;

/** What people do in Slack, with the whole product and a real database behind it. */
@ExtendWith(OutputCaptureExtension.class)
class InSlackTest {

    private static final Pattern CODE = Pattern.compile("/chat/link\\?code=([A-Za-z0-9_-]+)");
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Where incidents are told without asking. */
    private static final String OPS = "C9";

    private static ChatApplication app;
    private static FakeSlack slack;

    @BeforeAll
    static void start() {
        slack = FakeSlack.start(new MovableClock());
        slack.channel(OPS, "ops");
        var login = TestPostgres.login();
        app = ChatApplication.start(
                Whatnow.class,
                Map.ofEntries(
                        Map.entry("spring.datasource.url", login.url()),
                        Map.entry("spring.datasource.username", login.user()),
                        Map.entry("spring.datasource.password", login.password()),
                        Map.entry("whatnow.decisions.worker", "false"),
                        Map.entry("whatnow.messages.worker", "false"),
                        Map.entry("whatnow.slack.channels.default", OPS),
                        Map.entry("whatnow.slack.signing-secret", FakeSlack.SIGNING_SECRET),
                        Map.entry("whatnow.slack.bot-token", FakeSlack.BOT_TOKEN),
                        Map.entry("whatnow.slack.api", slack.api()),
                        Map.entry("whatnow.slack.hooks", slack.hooks()),
                        Map.entry("logging.level.org.springframework.web", "DEBUG"),
                        Map.entry("logging.level.org.springframework.security", "DEBUG"),
                        Map.entry("logging.level.whatnow", "DEBUG")));
        slack.sendsTo(app.address());
    }

    @BeforeEach
    void answersWithWhoAsks() {
        app.listening()
                .answers(line -> ChatApplication.words(Row.head("%s, %s"
                        .formatted(line.person().name(), line.person().role().key()))));
    }

    @AfterAll
    static void stop() {
        app.close();
        slack.close();
    }

    @Test
    void aStrangerBecomesKnownOnce() {
        var anna = app.comes("anna", Role.RESPONDER);
        var asked = slack.slash("U1", "now").message();
        assertThat(asked.shown()).startsWith("Nobody here knows this Slack account yet.");

        var page = anna.get("/chat/link?code=" + code(asked), "text/html");
        assertThat(page.body())
                .contains(
                        "Is this Slack account yours?",
                        "u1 in acme",
                        "user U1, T1",
                        "<bdi>anna</bdi></strong>, responder");
        assertThat(slack.slash("U1", "now").message().shown()).startsWith("Nobody");

        var newest = slack.slash("U1", "now").message();
        assertThat(confirm(anna, code(asked)).statusCode()).isEqualTo(410);
        assertThat(confirm(anna, code(newest)).body()).contains("u1 in acme in Slack acts as anna, responder");

        assertThat(slack.slash("U1", "now").message().shown()).isEqualTo("anna, responder");
        assertThat(slack.slash("U2", "now").message().shown()).startsWith("Nobody");
        assertThat(confirm(anna, code(newest)).statusCode()).isEqualTo(410);
    }

    @Test
    void nobodyTakesTheAccountOfAnother() {
        confirm(app.comes("bea", Role.VIEWER), code(slack.slash("U3", "now").message()));
        var mallory = app.comes("mallory", Role.RESPONDER);
        var code = code(slack.slash("U3", "link").message());

        assertThat(mallory.get("/chat/link?code=" + code, "text/html").body())
                .contains("This account acts as <bdi>bea</bdi> already.")
                .doesNotContain("is me</button>");
        assertThat(confirm(mallory, code).statusCode()).isEqualTo(409);
        assertThat(slack.slash("U3", "now").message().shown()).isEqualTo("bea, viewer");
    }

    @Test
    void anAdminUnlinksAndARevokedTokenDoesToo() {
        var token = app.keyring().issue("carla", Role.COMMANDER, "test");
        var carla = Caller.local(app.port(), token.secret());
        var admin = app.comes("admin", Role.ADMIN);
        confirm(carla, code(slack.slash("U4", "now").message()));
        assertThat(slack.slash("U4", "now").message().shown()).isEqualTo("carla, commander");
        assertThat(admin.get("/access", "text/html").body()).contains("Chat accounts", "u4 in acme", "carla");

        var id = app.context()
                .getBean(JdbcClient.class)
                .sql("select id::text from chat_account where user_id = 'U4'")
                .query(String.class)
                .single();
        assertThat(carla.post("/access/accounts/" + id + "/unlink", FORM, "").statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/access/accounts/" + id + "/unlink", FORM, "").statusCode())
                .isEqualTo(302);
        assertThat(slack.slash("U4", "now").message().shown()).startsWith("Nobody");

        confirm(carla, code(slack.slash("U4", "now").message()));
        assertThat(slack.slash("U4", "now").message().shown()).isEqualTo("carla, commander");
        app.keyring().revoke(token.token().id(), "admin");
        assertThat(slack.slash("U4", "now").message().shown()).startsWith("Nobody");
        assertThat(admin.get("/access", "text/html").body()).doesNotContain("u4 in acme");
    }

    @Test
    @DisplayName("who did not sign in, and who is a machine, links nobody (S-10)")
    void whoIsNoPersonLinksNobody() {
        var code = code(slack.slash("U5", "now").message());

        assertThat(confirm(app.comes("am-1", Role.INTAKE), code).statusCode()).isEqualTo(403);
        assertThat(confirm(Caller.local(app.port(), "wn_nobody"), code).statusCode())
                .isEqualTo(401);
        assertThat(slack.slash("U5", "now").message().shown()).startsWith("Nobody");
    }

    @Test
    @DisplayName("what Slack brings twice is done once, as the database remembers (S-4)")
    void whatSlackBringsTwiceIsDoneOnce() {
        confirm(app.comes("dora", Role.RESPONDER), code(slack.slash("U6", "now").message()));
        app.forget();

        var first = slack.slash("U6", "ack");

        assertThat(slack.redelivers("http_error").body()).isEqualTo(first.body());
        assertThat(slack.replays().status()).isEqualTo(403);
        assertThat(app.listening().heard()).hasSize(1);
    }

    @Test
    @DisplayName("neither secrets nor what people write reach the log, not even in detail (S-17)")
    void neitherSecretsNorWordsReachTheLog(CapturedOutput output) {
        confirm(app.comes("ella", Role.RESPONDER), code(slack.slash("U7", "now").message()));
        var signed = slack.slash("U7", "canary words of a person");
        slack.signsWith("wrong-canary-secret").slash("U7", "canary words of a stranger");
        slack.signsWith(FakeSlack.SIGNING_SECRET);

        assertThat(signed.message().shown()).isEqualTo("ella, responder");
        assertThat(output.getAll())
                .contains("POST \"/chat/slack/command\"")
                .doesNotContain("canary", FakeSlack.SIGNING_SECRET, FakeSlack.BOT_TOKEN, "v0=");
    }

    @Test
    @DisplayName("a card in Slack is acted on, and an old button shows what is so now instead (S-5)")
    void aCardInSlackIsActedOn() {
        app.listening().answers(app.context().getBean(Commands.class)::answer);
        confirm(app.comes("fay", Role.RESPONDER), code(slack.slash("U8", "now").message()));
        somethingIsDown();

        slack.slash("U8", "now");
        var card = slack.messages().getLast();
        assertThat(card.shown()).contains("freight-db", "[Acknowledge]");
        assertThat(card.mentions()).isEmpty();
        assertThat(slack.channel().thread(card)).isNotEmpty();

        slack.press("U8", card, "Acknowledge");
        decide();
        var after = slack.channel().again(card);

        assertThat(after.shown()).contains("fay has it");

        slack.press("U8", card, "Escalate");
        assertThat(slack.channel().again(card).shown()).contains("This has changed since the button was shown.");
        assertThat(slack.posts()).allMatch(Call::isOk);
        assertThat(slack.calls()).allMatch(Call::isOk);
    }

    @Test
    @DisplayName("what the channel is told is acted on and stays; its old button shows what is so now (S-5)")
    void whatTheChannelIsToldIsActedOnAndStaysWhatItIs() {
        app.listening().answers(app.context().getBean(Commands.class)::answer);
        confirm(app.comes("gus", Role.RESPONDER), code(slack.slash("U9", "now").message()));
        somethingIsDown("f2", "third-party", "eu-west-1");
        send();
        var bulletin = slack.channel(OPS).messages().getLast();
        assertThat(bulletin.buttons()).containsExactly("Acknowledge", "Now");
        assertThat(bulletin.mentions()).isEmpty();

        slack.press("U9", bulletin, "Acknowledge");
        decide();
        send();

        var after = slack.channel(OPS).again(bulletin);
        assertThat(after.shown().lines()).contains("gus has it");
        assertThat(after.buttons()).containsExactly("Acknowledge", "Now");
        slack.press("U9", after, "Now");
        assertThat(slack.channel(OPS).again(bulletin)).isEqualTo(after);

        slack.press("U9", bulletin, "Acknowledge");
        assertThat(slack.channel(OPS).onlyFor("U9"))
                .anyMatch(it -> it.shown().contains("This has changed since the button was shown."));
        assertThat(slack.channel(OPS).again(bulletin)).isEqualTo(after);

        resolve(bulletin.text().substring(0, "INC-2026-0001".length()));
        assertThat(slack.channel(OPS).again(bulletin).shown()).startsWith("RESOLVED: third-party");
    }

    private static void resolve(String number) {
        var said = "{\"typed\": \"%s\", \"reason\": \"it answers again\"}".formatted(number);
        var admin = app.comes("admin", Role.ADMIN);
        assertThat(admin.post("/api/v1/incidents/" + number + "/resolve", "application/json", said)
                        .statusCode())
                .isEqualTo(200);
        decide();
        send();
    }

    private static void send() {
        do {
            app.context().getBean(MovableClock.class).passes(Duration.ofSeconds(1));
        } while (Sending.all(app.context()));
    }

    private static void somethingIsDown() {
        somethingIsDown("f1", "freight-db", "us-east-1");
    }

    private static void somethingIsDown(String fingerprint, String service, String region) {
        var admin = app.comes("admin", Role.ADMIN);
        admin.post("/api/v1/plans/freight/activation", "application/json", "{\"active\": true}");
        var accepted = admin.post(
                "/api/v1/ingest/alertmanager", "application/json", """
                {"version": "4", "status": "firing", "receiver": "whatnow", "alerts": [{"status": "firing",
                 "labels": {"alertname": "RdsPrimaryDown", "symptom": "UNAVAILABLE", "service": "%s",
                            "region": "%s", "note": "<!channel>"},
                 "annotations": {}, "startsAt": "2026-03-01T12:00:00Z", "endsAt": "0001-01-01T00:00:00Z",
                 "fingerprint": "%s"}]}""".formatted(service, region, fingerprint));
        assertThat(accepted.statusCode()).isEqualTo(202);
        decide();
    }

    private static void decide() {
        app.context().getBean(DecisionDesk.class).workOff(() -> true);
    }

    private static HttpResponse<String> confirm(Caller person, String code) {
        return person.post("/chat/link", FORM, "code=" + code);
    }

    private static String code(Message message) {
        var matcher = CODE.matcher(message.blocks().toString());
        assertThat(matcher.find()).as(message.shown()).isTrue();
        return matcher.group(1);
    }
}
