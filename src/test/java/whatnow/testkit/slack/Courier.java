package whatnow.testkit.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings what people do to the application: signed, again when nobody answers, or through an open socket. */
final class Courier {

    private static final int MOST_RETRIES = 3;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Workspace workspace;
    private final ResponseUrls responseUrls;
    private final SocketServer sockets;
    private @Nullable URI application;
    private String secret = FakeSlack.SIGNING_SECRET;
    private Duration patience = Duration.ofSeconds(3);
    private int count;
    private @Nullable Letter last;

    /** What is brought; the same again for a replay. */
    private record Letter(
            Channel channel, Optional<String> shownTo, String path, String body, String timestamp, String signature) {}

    private record Heard(int status, String type, String body) {}

    Courier(Workspace workspace, ResponseUrls responseUrls, SocketServer sockets) {
        this.workspace = workspace;
        this.responseUrls = responseUrls;
        this.sockets = sockets;
    }

    synchronized void sendsTo(URI application) {
        this.application = application;
    }

    synchronized void signsWith(String secret) {
        this.secret = secret;
    }

    synchronized void waitsFor(Duration patience) {
        this.patience = patience;
    }

    synchronized Delivery command(Channel channel, String user, String text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
        fields.put("team_id", Workspace.TEAM);
        fields.put("team_domain", Workspace.DOMAIN);
        fields.put("channel_id", channel.id());
        fields.put("channel_name", channel.name());
        fields.put("user_id", user);
        fields.put("user_name", name(user));
        fields.put("command", "/whatnow");
        fields.put("text", Markup.escaped(text));
        fields.put("api_app_id", "A1");
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", responseUrls.make(channel, user, Optional.empty()));
        fields.put("trigger_id", trigger());
        if (sockets.isOpen()) {
            var payload = Wire.object();
            fields.forEach(payload::put);
            return bySocket("slash_commands", payload, channel, Optional.of(user));
        }
        return bring(letter(channel, Optional.of(user), "/chat/slack/command", Wire.form(fields)));
    }

    synchronized Delivery press(Channel channel, String user, Message message, String label) {
        var button = Reading.buttons(message.blocks()).stream()
                .filter(it ->
                        Markup.decoded(it.path("text").path("text").asString()).equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The message has no button (%s) but %s.".formatted(label, message.buttons())));
        var payload = pressed(channel, user, message, button);
        if (sockets.isOpen()) {
            return bySocket("interactive", payload, channel, Optional.empty());
        }
        var body = Wire.form(Map.of("payload", payload.toString()));
        return bring(letter(channel, Optional.empty(), "/chat/slack/action", body));
    }

    private ObjectNode pressed(Channel channel, String user, Message message, JsonNode button) {
        var payload = Wire.object().put("type", "block_actions").put("token", "gIkuvaNzQIHg97ATvDxqgjtO");
        payload.putObject("user")
                .put("id", user)
                .put("username", name(user))
                .put("name", name(user))
                .put("team_id", Workspace.TEAM);
        payload.put("api_app_id", "A1");
        var container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", message.isEphemeral());
        message.thread().ifPresent(it -> container.put("thread_ts", it));
        payload.put("trigger_id", trigger());
        payload.putObject("team").put("id", Workspace.TEAM).put("domain", Workspace.DOMAIN);
        payload.putNull("enterprise");
        payload.put("is_enterprise_install", false);
        payload.putObject("channel").put("id", channel.id()).put("name", channel.name());
        if (!message.isEphemeral()) {
            payload.set("message", message.json());
        }
        payload.putObject("state").putObject("values");
        payload.put("response_url", responseUrls.make(channel, user, Optional.of(message.ts())));
        var action = payload.putArray("actions").addObject();
        action.put("type", "button")
                .put("action_id", button.path("action_id").asString(""))
                .put("block_id", "b0")
                .put("value", button.path("value").asString(""))
                .put("action_ts", workspace.nextTs());
        action.set("text", button.path("text"));
        return payload;
    }

    synchronized Delivery replays() {
        return deliver(lastLetter(), List.of());
    }

    synchronized Delivery redelivers(String reason) {
        var again = lastLetter();
        return deliver(
                letter(again.channel(), again.shownTo(), again.path(), again.body()),
                List.of("X-Slack-Retry-Num", "1", "X-Slack-Retry-Reason", reason));
    }

    private Letter lastLetter() {
        if (last == null) {
            throw new IllegalStateException("Nothing was sent yet.");
        }
        return last;
    }

    private Letter letter(Channel channel, Optional<String> shownTo, String path, String body) {
        var timestamp = Long.toString(workspace.now().instant().getEpochSecond());
        return new Letter(channel, shownTo, path, body, timestamp, Wire.signature(secret, timestamp, body));
    }

    /** Again, signed anew, until somebody takes it; three times at most. */
    private Delivery bring(Letter first) {
        last = first;
        var attempts = new ArrayList<Integer>();
        var headers = List.<String>of();
        var letter = first;
        while (true) {
            var heard = send(letter, headers);
            attempts.add(heard.status());
            if (heard.status() != 0 && heard.status() < 500 || attempts.size() > MOST_RETRIES) {
                return new Delivery(attempts, heard.body(), shown(letter, heard));
            }
            var reason = heard.status() == 0 ? "http_timeout" : "http_error";
            headers = List.of("X-Slack-Retry-Num", Integer.toString(attempts.size()), "X-Slack-Retry-Reason", reason);
            letter = letter(first.channel(), first.shownTo(), first.path(), first.body());
        }
    }

    private Delivery deliver(Letter letter, List<String> headers) {
        var heard = send(letter, headers);
        return new Delivery(List.of(heard.status()), heard.body(), shown(letter, heard));
    }

    private Heard send(Letter letter, List<String> headers) {
        if (application == null) {
            throw new IllegalStateException("Say first where the application is: sendsTo.");
        }
        var request = HttpRequest.newBuilder(application.resolve(letter.path()))
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", letter.timestamp())
                .header("X-Slack-Signature", letter.signature())
                .POST(BodyPublishers.ofString(letter.body()));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return heard(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (HttpTimeoutException late) {
            return new Heard(0, "", "");
        } catch (IOException unanswered) {
            return new Heard(0, "", unanswered.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Heard heard(HttpResponse<String> answer) {
        return new Heard(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    private Optional<Message> shown(Letter letter, Heard heard) {
        if (letter.shownTo().isEmpty() || heard.status() != 200 || heard.body().isBlank()) {
            return Optional.empty();
        }
        var said = heard.type().startsWith("application/json")
                ? Wire.json(heard.body())
                : Wire.object().put("text", heard.body());
        return shown(letter.channel(), letter.shownTo().get(), said);
    }

    private Optional<Message> shown(Channel channel, String user, JsonNode said) {
        var broken = BlockRules.broken(said.path("blocks"));
        if (!broken.isEmpty()) {
            throw new IllegalStateException("Slack would not show this answer: " + broken);
        }
        if (said.path("text").asString("").isEmpty() && said.path("blocks").isEmpty()) {
            return Optional.empty();
        }
        var everybody = said.path("response_type").asString("").equals("in_channel");
        return Optional.of(workspace.write(channel, said, everybody ? Optional.empty() : Optional.of(user)));
    }

    private Delivery bySocket(String type, ObjectNode payload, Channel channel, Optional<String> shownTo) {
        var answer = sockets.bring(type, payload, patience);
        var shown = shownTo.flatMap(user -> answer.flatMap(it -> shown(channel, user, it.path("payload"))));
        return new Delivery(
                List.of(answer.isPresent() ? 200 : 0),
                answer.map(JsonNode::toString).orElse(""),
                shown);
    }

    private String trigger() {
        count++;
        return "13345224609.738474920.8088930838d88f00%d".formatted(count);
    }

    private static String name(String user) {
        return user.toLowerCase(java.util.Locale.ROOT);
    }
}
