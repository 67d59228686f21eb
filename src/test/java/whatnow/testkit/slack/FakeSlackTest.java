package whatnow.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import whatnow.testkit.MovableClock;

/** The stand-in refuses what Slack refuses; otherwise tests against it would prove nothing. */
class FakeSlackTest {

    private static final String BUTTON = """
            [{"type":"actions","elements":[{"type":"button","action_id":"a","value":"v",
              "text":{"type":"plain_text","text":"Acknowledge"}}]}]""";

    private final MovableClock clock = new MovableClock();
    private final FakeSlack slack = FakeSlack.start(clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void aPostedMessageIsReadBackAndUpdated() throws Exception {
        var posted = call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"down\"}");
        var updated = call(
                "chat.update",
                "{\"channel\":\"C1\",\"ts\":\"%s\",\"text\":\"up\"}"
                        .formatted(posted.path("ts").asString()));

        assertThat(posted.path("ok").asBoolean()).isTrue();
        assertThat(updated.path("ok").asBoolean()).isTrue();
        assertThat(slack.messages())
                .singleElement()
                .returns("up", Message::text)
                .returns(1, Message::edits);
        assertThat(call("conversations.history", "{\"channel\":\"C1\"}")
                        .path("messages")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("up");
    }

    @Test
    void aReplyStandsInItsThreadAndNotInTheChannel() throws Exception {
        call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"down\"}");
        var parent = slack.messages().getFirst();

        call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"why\",\"thread_ts\":\"%s\"}".formatted(parent.ts()));

        assertThat(slack.messages()).containsExactly(parent);
        assertThat(slack.channel().thread(parent)).extracting(Message::text).containsExactly("why");
    }

    @Test
    void errorsAreThoseOfSlack() throws Exception {
        slack.channel("C2", "closed").withoutBot();

        assertThat(error("chat.postMessage", "{\"channel\":\"C9\",\"text\":\"x\"}"))
                .isEqualTo("channel_not_found");
        assertThat(error("chat.postMessage", "{\"channel\":\"C2\",\"text\":\"x\"}"))
                .isEqualTo("not_in_channel");
        assertThat(error("chat.postMessage", "{\"channel\":\"C1\"}")).isEqualTo("no_text");
        assertThat(error("chat.update", "{\"channel\":\"C1\",\"text\":\"x\",\"ts\":\"1.2\"}"))
                .isEqualTo("message_not_found");
        assertThat(error("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"x\",\"blocks\":[{\"type\":\"header\"}]}"))
                .isEqualTo("invalid_blocks");
        assertThat(post("chat.postMessage", "xoxb-wrong", "{}").body()).contains("invalid_auth");
        assertThat(post("apps.connections.open", FakeSlack.BOT_TOKEN, "{}").body())
                .contains("not_allowed_token_type");
    }

    @Test
    void tooManyCallsAreSentAwayWithATimeToComeBack() throws Exception {
        slack.throttle("chat.postMessage", "C1", Duration.ofSeconds(30));

        var early = post("chat.postMessage", FakeSlack.BOT_TOKEN, "{\"channel\":\"C1\",\"text\":\"x\"}");
        clock.passes(Duration.ofSeconds(30));
        var late = post("chat.postMessage", FakeSlack.BOT_TOKEN, "{\"channel\":\"C1\",\"text\":\"x\"}");

        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.headers().firstValue("Retry-After")).contains("30");
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(slack.calls()).extracting(Call::outcome).containsExactly("ratelimited", "ok");
    }

    @Test
    void aCommandIsBroughtAgainUntilItIsTaken() throws Exception {
        var heads = new CopyOnWriteArrayList<Optional<String>>();
        try (var app = new App(exchange -> {
            heads.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Slack-Retry-Num")));
            Wire.answer(exchange, heads.size() < 3 ? 500 : 200, heads.size() < 3 ? "" : "{\"text\":\"here\"}");
        })) {
            var delivery = slack.sendsTo(app.address()).slash("U1", "now");

            assertThat(delivery.attempts()).containsExactly(500, 500, 200);
            assertThat(heads).containsExactly(Optional.empty(), Optional.of("1"), Optional.of("2"));
            assertThat(delivery.message().onlyFor()).contains("U1");
        }
    }

    @Test
    void aSlowAnswerIsNotHeard() throws Exception {
        try (var app = new App(exchange -> {
            pause(300);
            Wire.answer(exchange, 200, "{\"text\":\"late\"}");
        })) {
            var delivery =
                    slack.sendsTo(app.address()).waitsFor(Duration.ofMillis(50)).slash("U1", "now");

            assertThat(delivery.attempts()).containsExactly(0, 0, 0, 0);
            assertThat(delivery.isTaken()).isFalse();
        }
    }

    @Test
    void aPressReplacesTheMessageThroughItsResponseUrlFiveTimesInThirtyMinutes() throws Exception {
        call("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"down\",\"blocks\":%s}".formatted(BUTTON));
        var url = new CompletableFuture<String>();
        try (var app = new App(exchange -> {
            var payload = Wire.read(Wire.body(exchange)).path("payload").asString();
            url.complete(Wire.json(payload).path("response_url").asString());
            Wire.answer(exchange, 200, "");
        })) {
            slack.sendsTo(app.address()).press("U1", slack.messages().getFirst(), "Acknowledge");
        }
        var replace = "{\"replace_original\":true,\"text\":\"U1 has it\"}";

        assertThat(late(url.get(), replace)).isEqualTo(200);
        assertThat(slack.messages()).extracting(Message::text).containsExactly("U1 has it");
        for (var i = 0; i < 4; i++) {
            assertThat(late(url.get(), replace)).isEqualTo(200);
        }
        assertThat(late(url.get(), replace)).isEqualTo(404);
        assertThat(slack.posts().getLast().outcome()).isEqualTo("used_url");

        clock.passes(Duration.ofMinutes(30));
        assertThat(late(url.get(), replace)).isEqualTo(404);
        assertThat(slack.posts().getLast().outcome()).isEqualTo("expired_url");
    }

    @Test
    void mentionsAreFoundWhereverSlackReadsMarkup() throws Exception {
        call("chat.postMessage", """
                {"channel":"C1","text":"<!channel> &lt;@U2&gt;","blocks":[
                  {"type":"section","text":{"type":"mrkdwn","text":"<@U1> and <https://x|ok>"}},
                  {"type":"section","text":{"type":"plain_text","text":"<!here>"}},
                  {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
                    {"type":"text","text":"<!here>"},{"type":"broadcast","range":"here"}]}]}]}""");

        assertThat(slack.messages().getFirst().mentions()).hasSize(4).contains("<!channel>", "<@U1>", "<https://x|ok>");
    }

    @Test
    void aSocketIsOpenedByATicketOnceAndTakesCommands() throws Exception {
        var url = Wire.json(
                        post("apps.connections.open", FakeSlack.APP_TOKEN, "").body())
                .path("url")
                .asString();
        var heard = new Acknowledging();
        client.newWebSocketBuilder().buildAsync(URI.create(url), heard).get(5, TimeUnit.SECONDS);
        heard.hello.get(5, TimeUnit.SECONDS);

        assertThat(slack.sockets().ping()).isTrue();
        assertThat(slack.slash("U1", "now").message().text()).isEqualTo("by socket");
        assertThat(client.newWebSocketBuilder().buildAsync(URI.create(url), new Acknowledging()))
                .failsWithin(Duration.ofSeconds(5));

        slack.sockets().disconnect("warning");
        assertThat(heard.disconnected.get(5, TimeUnit.SECONDS)).contains("warning");
    }

    private static final class Acknowledging implements WebSocket.Listener {

        final CompletableFuture<String> hello = new CompletableFuture<>();
        final CompletableFuture<String> disconnected = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            var said = Wire.json(text.toString());
            switch (said.path("type").asString()) {
                case "hello" -> hello.complete(text.toString());
                case "disconnect" -> disconnected.complete(text.toString());
                default ->
                    socket.sendText(
                            "{\"envelope_id\":\"%s\",\"payload\":{\"text\":\"by socket\"}}"
                                    .formatted(said.path("envelope_id").asString()),
                            true);
            }
            socket.request(1);
            return null;
        }
    }

    private record App(HttpServer server) implements AutoCloseable {

        App(com.sun.net.httpserver.HttpHandler answers) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.createContext("/", answers);
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private JsonNode call(String method, String body) throws Exception {
        return Wire.json(post(method, FakeSlack.BOT_TOKEN, body).body());
    }

    private String error(String method, String body) throws Exception {
        return call(method, body).path("error").asString();
    }

    private HttpResponse<String> post(String method, String token, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(slack.api() + "/" + method))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private int late(String url, String body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
