package whatnow.chat.mattermost;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.chat.door.ChatApplication.card;
import static whatnow.chat.door.ChatApplication.with;
import static whatnow.chat.door.ChatApplication.words;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Line;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Row;
import whatnow.chat.account.ChatService;
import whatnow.chat.account.ChatUser;
import whatnow.chat.door.ChatApplication;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SampleApplication;

class MattermostDoorTest {

    private static final String TOKEN = "xr3j5x3p4pfk7kk6ck7b4e6ghh";
    private static final String COMMAND = "/chat/mattermost/command";
    private static final String ACTION = "/chat/mattermost/action";
    private static final Button ACK = Button.main("Acknowledge", "ack INC-2026-0042");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ChatApplication app;
    private static int triggers;

    @BeforeAll
    static void start() {
        app = ChatApplication.start(
                SampleApplication.class,
                Map.of(
                        "whatnow.mattermost.tokens",
                        "an older token, " + TOKEN,
                        "whatnow.address",
                        "https://whatnow.example.com/"));
        app.links(new ChatUser(ChatService.MATTERMOST, "server", "u1"), "anna", Role.RESPONDER);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void forget() {
        app.forget();
    }

    @Test
    void aCommandIsAnsweredAsInSlack() {
        app.listening().answers(_ -> with(card("INC-2026-0042", "v7", "SEV2 Major outage", ACK), Row.text("why")));

        var answer = command("u1", "now");

        assertThat(answer.path("response_type").asString()).isEqualTo("in_channel");
        assertThat(answer.path("text").asString()).isEqualTo("**SEV2 Major outage**");
        assertThat(answer.path("skip_slack_parsing").asBoolean()).isTrue();
        assertThat(button(answer).path("name").asString()).isEqualTo("Acknowledge");
        assertThat(button(answer).path("id").asString()).matches("[A-Za-z0-9]+");
        assertThat(button(answer).path("integration").path("url").asString())
                .isEqualTo("https://whatnow.example.com/chat/mattermost/action");
        assertThat(answer.path("extra_responses").path(0).path("text").asString())
                .isEqualTo("why");
        assertThat(app.listening().heard())
                .containsExactly(new Line(
                        new Person("anna", Role.RESPONDER), "now", Optional.of("INC-2026-0042"), Optional.empty()));
    }

    @Test
    void theTokenMayStandInTheFormOrInTheHeader() {
        app.listening().answers(_ -> words(Row.head("x")));

        assertThat(send(COMMAND, form("u1", "now", TOKEN), Optional.empty()).statusCode())
                .isEqualTo(200);
        assertThat(send(COMMAND, form("u1", "now", ""), Optional.of("Token " + TOKEN))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(COMMAND, form("u1", "now", "an older token"), Optional.empty())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("without the token nothing is answered (S-4)")
    void withoutTheTokenNothingIsAnswered() {
        for (var token : List.of("", "guessed", TOKEN + "x", TOKEN.substring(1))) {
            assertThat(send(COMMAND, form("u1", "resolve", token), Optional.empty())
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(send(COMMAND, form("u1", "resolve", TOKEN), Optional.of("Token guessed"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(app.listening().heard()).isEmpty();
    }

    @Test
    @DisplayName("a press carries the version that was shown, and the post shows what is so now (S-5)")
    void aPressCarriesTheVersionAndUpdatesThePost() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var shown = command("u1", "now");
        app.listening().answers(_ -> card("INC-2026-0042", "v8", "anna has it", ACK));

        var answer = press("u1", button(shown).path("integration").path("context"));

        assertThat(answer.path("update").path("message").asString()).isEqualTo("**anna has it**");
        assertThat(answer.path("update").path("props").path("attachments")).hasSize(1);
        assertThat(app.listening().heard().getLast().seen()).contains("v7");
    }

    @Test
    void aRefusalIsForWhoeverPressed() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var shown = command("u1", "now");
        app.listening().answers(_ -> Reply.refused("Only a commander says this."));

        var answer = press("u1", button(shown).path("integration").path("context"));

        assertThat(answer.has("update")).isFalse();
        assertThat(answer.path("ephemeral_text").asString()).isEqualTo("**Only a commander says this.**");
    }

    @Test
    @DisplayName("nobody presses a button that we did not make, nor one of last week (S-5)")
    void nobodyPressesAButtonThatWeDidNotMake() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage", ACK));
        var context =
                (ObjectNode) button(command("u1", "now")).path("integration").path("context");
        app.forget();

        for (var name : List.of("press", "until", "signature")) {
            var changed = context.deepCopy();
            changed.put(name, context.path(name).asString().replace('2', '3').replace('a', 'b') + "1");
            assertThat(pressed("u1", changed).statusCode()).as(name).isEqualTo(401);
            assertThat(pressed("u1", context.deepCopy().without(name)).statusCode())
                    .as(name)
                    .isEqualTo(401);
        }
        assertThat(pressed("u1", context.deepCopy().put("private", true)).statusCode())
                .isEqualTo(401);
        assertThat(pressed("u1", JsonNodeFactory.instance.objectNode()).statusCode())
                .isEqualTo(401);

        var clock = app.context().getBean(MovableClock.class);
        clock.passes(Duration.ofDays(7));
        assertThat(pressed("u1", context).statusCode()).isEqualTo(410);
        clock.passes(Duration.ofDays(-7));
        assertThat(app.listening().heard()).isEmpty();
    }

    @Test
    void strangersLearnNothingButHowToBecomeKnown() {
        app.listening().answers(_ -> card("INC-2026-0042", "v7", "SEV2 Major outage"));

        var answer = command("u2", "now");

        assertThat(answer.path("response_type").asString()).isEqualTo("ephemeral");
        assertThat(answer.path("text").asString())
                .startsWith("**Nobody here knows this Mattermost account yet.**")
                .contains("](https://whatnow.example.com/chat/link?code=")
                .doesNotContain("SEV2");
    }

    @Test
    @DisplayName("what is brought twice is done once (S-4)")
    void whatIsBroughtTwiceIsDoneOnce() {
        app.listening().answers(_ -> words(Row.head("x")));
        var form = form("u1", "ack", TOKEN);

        var first = send(COMMAND, form, Optional.empty()).body();
        var second = send(COMMAND, form, Optional.empty()).body();

        assertThat(second).isEqualTo(first);
        assertThat(app.listening().heard()).hasSize(1);
    }

    @Test
    void garbageIsRefusedInWords() {
        assertThat(send(COMMAND, "", Optional.empty()).statusCode()).isEqualTo(400);
        assertThat(send(COMMAND, "token=" + TOKEN, Optional.empty()).statusCode())
                .isEqualTo(400);
        assertThat(send(ACTION, "{", Optional.empty()).statusCode()).isEqualTo(400);
        assertThat(send(ACTION, "[]", Optional.empty()).statusCode()).isEqualTo(401);
        assertThat(send(ACTION, "x".repeat(300_000), Optional.empty()).statusCode())
                .isEqualTo(413);
    }

    private static JsonNode command(String user, String text) {
        return JSON.readTree(
                send(COMMAND, form(user, text, TOKEN), Optional.empty()).body());
    }

    private static JsonNode press(String user, JsonNode context) {
        return JSON.readTree(pressed(user, context).body());
    }

    private static HttpResponse<String> pressed(String user, JsonNode context) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("user_id", user)
                .put("user_name", "anna")
                .put("channel_id", "c1")
                .put("team_domain", "ops")
                .put("post_id", "p1")
                .put("trigger_id", "t" + ++triggers)
                .put("type", "button");
        body.set("context", context);
        return send(ACTION, body.toString(), Optional.empty());
    }

    private static JsonNode button(JsonNode answer) {
        return answer.path("attachments").path(0).path("actions").path(0);
    }

    private static String form(String user, String text, String token) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("channel_id", "c1");
        fields.put("channel_name", "inc-2026-0042-db");
        fields.put("command", "/whatnow");
        fields.put("response_url", "http://mattermost.example/hooks/commands/1");
        fields.put("team_domain", "ops");
        fields.put("team_id", "t1");
        fields.put("text", text);
        fields.put("token", token);
        fields.put("trigger_id", "t" + ++triggers);
        fields.put("user_id", user);
        fields.put("user_name", "anna");
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpResponse<String> send(String path, String body, Optional<String> authorization) {
        var type = path.equals(COMMAND) ? "application/x-www-form-urlencoded" : "application/json";
        var request = HttpRequest.newBuilder(URI.create(app.address() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        authorization.ifPresent(it -> request.header("Authorization", it));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
