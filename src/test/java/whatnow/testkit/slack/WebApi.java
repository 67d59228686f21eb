package whatnow.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods of the Web API that an app of ours calls, with Slack's shapes and errors. */
final class WebApi implements HttpHandler {

    private static final int MOST_TEXT = 40_000;
    private static final int MOST_UPDATED_TEXT = 4_000;
    private static final int MOST_HISTORY = 100;

    private final Workspace workspace;
    private final Throttle throttle;
    private final SocketServer sockets;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> refused = new HashMap<>();
    private int answersToLose;

    WebApi(Workspace workspace, Throttle throttle, SocketServer sockets) {
        this.workspace = workspace;
        this.throttle = throttle;
        this.sockets = sockets;
    }

    /** Answers a method with an error from now on; with {@code ok} as ever. */
    synchronized void refuse(String method, String error) {
        refused.put(method, error);
    }

    /** Does what is asked and never says so. */
    synchronized void loseAnswers(int calls) {
        answersToLose = calls;
    }

    private synchronized boolean losesAnswer() {
        return answersToLose > 0 && answersToLose-- > 0;
    }

    private synchronized Optional<String> refusalOf(String method) {
        return Optional.ofNullable(refused.get(method)).filter(it -> !it.equals("ok"));
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().replaceFirst("^/api/", "");
        var arguments = arguments(exchange);
        var refusal = throttle.refuses(method, arguments.path("channel").asString(""));
        if (refusal.isPresent()) {
            var it = refusal.get();
            remember(method, arguments, it.error());
            if (it.status() == 429) {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(it.retryAfter()));
            }
            Wire.answer(exchange, it.status(), Wire.error(it.error()).toString());
            return;
        }
        var answer = answer(method, token(exchange), arguments);
        remember(method, arguments, answer.path("error").asString("ok"));
        if (losesAnswer()) {
            exchange.close();
            return;
        }
        Wire.answer(exchange, 200, answer.toString());
    }

    private static JsonNode arguments(HttpExchange exchange) throws IOException {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (exchange.getRequestMethod().equals("GET")) {
            return Wire.read(
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        }
        var body = Wire.body(exchange);
        return type.startsWith("application/json") ? Wire.jsonIfAny(body).orElseGet(Wire::object) : Wire.read(body);
    }

    private static String token(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("")
                .replaceFirst("^Bearer ", "");
    }

    private ObjectNode answer(String method, String token, JsonNode arguments) {
        if (token.isEmpty()) {
            return Wire.error("not_authed");
        }
        if (method.equals("apps.connections.open")) {
            return token.equals(FakeSlack.APP_TOKEN) ? ok().put("url", sockets.ticket()) : wrong(token);
        }
        if (!token.equals(FakeSlack.BOT_TOKEN)) {
            return wrong(token);
        }
        var refusal = refusalOf(method);
        if (refusal.isPresent()) {
            return Wire.error(refusal.get());
        }
        return switch (method) {
            case "auth.test" -> whoWeAre();
            case "chat.postMessage" -> post(arguments);
            case "chat.postEphemeral" -> postEphemeral(arguments);
            case "chat.update" -> update(arguments);
            case "conversations.history" -> history(arguments);
            case "conversations.replies" -> replies(arguments);
            case "conversations.create" -> create(arguments);
            default -> Wire.error("unknown_method");
        };
    }

    private static ObjectNode wrong(String token) {
        var known = token.equals(FakeSlack.BOT_TOKEN) || token.equals(FakeSlack.APP_TOKEN);
        return Wire.error(known ? "not_allowed_token_type" : "invalid_auth");
    }

    private static ObjectNode ok() {
        return Wire.object().put("ok", true);
    }

    private static ObjectNode whoWeAre() {
        return ok().put("url", "https://%s.slack.com/".formatted(Workspace.DOMAIN))
                .put("team", "Acme")
                .put("user", "whatnow")
                .put("team_id", Workspace.TEAM)
                .put("user_id", "UBOT")
                .put("bot_id", "B1")
                .put("is_enterprise_install", false);
    }

    private ObjectNode post(JsonNode arguments) {
        var wrong = refusal(arguments, MOST_TEXT);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var channel = channel(arguments).orElseThrow();
        var thread = arguments.path("thread_ts").asString("");
        if (!thread.isEmpty() && channel.message(thread).isEmpty()) {
            return Wire.error("thread_not_found");
        }
        var message = workspace.write(channel, arguments, Optional.empty());
        var answer = ok().put("channel", channel.id()).put("ts", message.ts());
        answer.set("message", message.json());
        return answer;
    }

    private ObjectNode postEphemeral(JsonNode arguments) {
        var wrong = refusal(arguments, MOST_TEXT);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var user = arguments.path("user").asString("");
        if (user.isEmpty()) {
            return Wire.error("user_not_in_channel");
        }
        var message = workspace.write(channel(arguments).orElseThrow(), arguments, Optional.of(user));
        return ok().put("message_ts", message.ts());
    }

    private ObjectNode update(JsonNode arguments) {
        var wrong = refusal(arguments, MOST_UPDATED_TEXT);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var channel = channel(arguments).orElseThrow();
        var ts = arguments.path("ts").asString("");
        return channel.message(ts)
                .filter(it -> !it.isEphemeral())
                .flatMap(_ -> channel.change(
                        ts, it -> it.changed(arguments.path("text").asString(""), workspace.blocks(arguments))))
                .map(it -> {
                    var answer = ok().put("channel", channel.id()).put("ts", ts).put("text", it.text());
                    answer.set("message", it.json());
                    return answer;
                })
                .orElseGet(() -> Wire.error("message_not_found"));
    }

    private Optional<ObjectNode> refusal(JsonNode arguments, int mostText) {
        var channel = channel(arguments);
        var text = arguments.path("text").asString("");
        var broken = BlockRules.broken(arguments.path("blocks"));
        if (channel.isEmpty()) {
            return Optional.of(Wire.error("channel_not_found"));
        }
        if (!channel.get().hasBot()) {
            return Optional.of(Wire.error("not_in_channel"));
        }
        if (text.isEmpty() && arguments.path("blocks").isEmpty()) {
            return Optional.of(Wire.error("no_text"));
        }
        if (text.length() > mostText) {
            return Optional.of(Wire.error("msg_too_long"));
        }
        return broken.isEmpty() ? Optional.empty() : Optional.of(invalid(broken));
    }

    private static ObjectNode invalid(List<String> broken) {
        var answer = Wire.error("invalid_blocks");
        var errors = answer.putArray("errors");
        var messages = answer.putObject("response_metadata").putArray("messages");
        broken.forEach(it -> {
            errors.add(it);
            messages.add("[ERROR] " + it);
        });
        return answer;
    }

    /** Newest first, without replies. */
    private ObjectNode history(JsonNode arguments) {
        var channel = channel(arguments);
        if (channel.isEmpty()) {
            return Wire.error("channel_not_found");
        }
        var limit = Integer.parseInt(arguments.path("limit").asString(Integer.toString(MOST_HISTORY)));
        var oldest = arguments.path("oldest").asString("");
        var answer = ok();
        var messages = answer.putArray("messages");
        channel.get().messages().reversed().stream()
                .filter(it -> it.ts().compareTo(oldest) > 0)
                .limit(limit)
                .forEach(it -> messages.add(withMetadata(it, arguments)));
        return answer.put("has_more", channel.get().messages().size() > messages.size());
    }

    private ObjectNode replies(JsonNode arguments) {
        var parent =
                channel(arguments).flatMap(it -> it.message(arguments.path("ts").asString("")));
        if (parent.isEmpty()) {
            return Wire.error("thread_not_found");
        }
        var answer = ok();
        var messages = answer.putArray("messages").add(parent.get().json());
        channel(arguments).orElseThrow().thread(parent.get()).forEach(it -> messages.add(withMetadata(it, arguments)));
        return answer.put("has_more", false);
    }

    /** What applications wrote on messages for themselves is shown only if asked for. */
    private static ObjectNode withMetadata(Message message, JsonNode arguments) {
        var json = message.json();
        if (!arguments.path("include_all_metadata").asString("").equals("true")) {
            json.remove("metadata");
        }
        return json;
    }

    private ObjectNode create(JsonNode arguments) {
        var name = arguments.path("name").asString("");
        if (name.isEmpty()) {
            return Wire.error("invalid_name_required");
        }
        if (name.length() > 80) {
            return Wire.error("invalid_name_maxlength");
        }
        if (!name.matches("[a-z0-9_-]+")) {
            return Wire.error("invalid_name_specials");
        }
        if (workspace.has(name)) {
            return Wire.error("name_taken");
        }
        var channel = workspace.open(workspace.nextId(), name);
        var answer = ok();
        answer.putObject("channel").put("id", channel.id()).put("name", name).put("is_channel", true);
        return answer;
    }

    private Optional<Channel> channel(JsonNode arguments) {
        return workspace.channel(arguments.path("channel").asString(""));
    }

    private synchronized void remember(String method, JsonNode arguments, String outcome) {
        calls.add(new Call(method, arguments, outcome, workspace.now().instant()));
    }
}
