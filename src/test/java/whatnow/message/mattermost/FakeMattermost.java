package whatnow.message.mattermost;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The few calls of Mattermost's REST API that we use, with one channel. */
public final class FakeMattermost implements AutoCloseable {

    public static final String TOKEN = "mm-bot-token";
    public static final String CHANNEL = "q1w2e3r4t5y6u7i8o9p0a1s2d3";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer http;
    private final Map<String, ObjectNode> posts = new LinkedHashMap<>();
    private int toRefuse;
    private int toLose;

    private FakeMattermost(HttpServer http) {
        this.http = http;
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/api/v4/", this::handle);
        http.start();
    }

    public static FakeMattermost start() {
        try {
            return new FakeMattermost(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public synchronized List<JsonNode> posts() {
        return List.copyOf(posts.values());
    }

    /** The next calls are answered with 429. */
    public synchronized void throttle(int calls) {
        toRefuse = calls;
    }

    /** The next calls are obeyed, and the connection breaks off before the answer. */
    public synchronized void losesAnswers(int calls) {
        toLose = calls;
    }

    public synchronized void deletes(String id) {
        posts.remove(id);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (toRefuse > 0) {
            toRefuse--;
            exchange.getResponseHeaders().set("X-RateLimit-Reset", "7");
            answer(exchange, 429, "limit exceeded");
            return;
        }
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(exchange, 401, "api.context.session_expired.app_error");
            return;
        }
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod()) {
            case "POST" -> create(exchange, (ObjectNode) JSON.readTree(body));
            case "PUT" -> patch(exchange, path.split("/")[4], JSON.readTree(body));
            default -> list(exchange, path.split("/")[4]);
        }
    }

    private void create(HttpExchange exchange, ObjectNode post) throws IOException {
        if (!post.path("channel_id").asString("").equals(CHANNEL)) {
            error(exchange, 403, "api.context.permissions.app_error");
            return;
        }
        var pending = post.path("pending_post_id").asString("");
        var known = posts.values().stream()
                .filter(it -> it.path("pending_post_id").asString("").equals(pending))
                .findFirst();
        var kept = known.orElseGet(() -> add(post));
        done(exchange, 201, kept);
    }

    private ObjectNode add(ObjectNode post) {
        var id = "post%022d".formatted(posts.size() + 1);
        post.put("id", id);
        posts.put(id, post);
        return post;
    }

    private void patch(HttpExchange exchange, String id, JsonNode patch) throws IOException {
        var post = Optional.ofNullable(posts.get(id));
        if (post.isEmpty()) {
            error(exchange, 404, "app.post.get.app_error");
            return;
        }
        patch.properties().forEach(it -> post.get().set(it.getKey(), it.getValue()));
        done(exchange, 200, post.get());
    }

    private void list(HttpExchange exchange, String channel) throws IOException {
        if (!channel.equals(CHANNEL)) {
            error(exchange, 404, "app.channel.get.existing.app_error");
            return;
        }
        var answer = JSON.createObjectNode();
        var order = answer.putArray("order");
        var all = answer.putObject("posts");
        posts.forEach((id, post) -> {
            order.add(id);
            all.set(id, post);
        });
        done(exchange, 200, answer);
    }

    private void done(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        if (toLose > 0) {
            toLose--;
            exchange.close();
            return;
        }
        answer(exchange, status, answer.toString());
    }

    private static void error(HttpExchange exchange, int status, String id) throws IOException {
        var error = JSON.createObjectNode().put("id", id).put("status_code", status);
        answer(exchange, status, error.toString());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
