package whatnow.knowledge.embedding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.knowledge.Embeddings;
import whatnow.knowledge.Thesaurus;

/** An endpoint of embeddings on this machine. It knows the ideas of {@link Thesaurus} until it is told to fail. */
public final class EmbeddingServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reply reply = EmbeddingServer::rightly;

    /** What came in. */
    public record Asked(Optional<String> authorization, JsonNode body) {

        public List<String> texts() {
            return body.path("input").valueStream().map(JsonNode::asString).toList();
        }
    }

    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange, Asked asked) throws IOException;
    }

    /** What an endpoint can do wrong. */
    public enum Fault {
        NEVER_ANSWERS,
        TRICKLES,
        ANSWERS_500,
        REDIRECTS,
        SAYS_GARBAGE,
        SAYS_HALF,
        SAYS_TOO_MUCH,
        SAYS_TOO_FEW,
        SAYS_TWO_FOR_ONE,
        SAYS_NO_NUMBERS,
        SAYS_INFINITY,
        CHANGES_DIMENSION
    }

    public EmbeddingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/v1/embeddings", exchange -> {
            var asked = new Asked(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    JSON.readTree(exchange.getRequestBody().readAllBytes()));
            requests.add(asked);
            try (exchange) {
                reply.to(exchange, asked);
            }
        });
        server.createContext("/elsewhere", exchange -> {
            throw new AssertionError("A redirect was followed.");
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:%d/v1/embeddings".formatted(server.getAddress().getPort());
    }

    /** Somebody who asks here, in a hurry where somebody waits. */
    public Embeddings embeddings() {
        return endpoint("secret-key").open();
    }

    EmbeddingEndpoint endpoint(String key) {
        return new EmbeddingEndpoint(url(), "thesaurus", key, SHORT, LONG);
    }

    public List<Asked> requests() {
        return List.copyOf(requests);
    }

    /** All texts so far. */
    public List<String> texts() {
        return requests.stream().flatMap(it -> it.texts().stream()).toList();
    }

    public void heals() {
        reply = EmbeddingServer::rightly;
    }

    /** Refuses a whole request for one such text, as endpoints do. */
    public void refuses(String word) {
        reply = (exchange, asked) -> {
            if (asked.texts().stream().anyMatch(it -> it.contains(word))) {
                say(exchange, 400, "too long");
            } else {
                rightly(exchange, asked);
            }
        };
    }

    void says(String body) {
        reply = (exchange, _) -> say(exchange, 200, body);
    }

    public void fails(Fault fault) {
        reply = switch (fault) {
            case NEVER_ANSWERS -> (_, _) -> untilTheEnd();
            case TRICKLES ->
                (exchange, _) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    untilTheEnd();
                };
            case ANSWERS_500 -> (exchange, _) -> say(exchange, 500, "out of memory");
            case REDIRECTS ->
                (exchange, _) -> {
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    say(exchange, 307, "");
                };
            case SAYS_GARBAGE -> (exchange, _) -> say(exchange, 200, "<html>Welcome</html>");
            case SAYS_HALF ->
                (exchange, _) -> {
                    exchange.sendResponseHeaders(200, 10_000);
                    exchange.getResponseBody().write("{\"data\": [".getBytes(StandardCharsets.UTF_8));
                };
            case SAYS_TOO_MUCH ->
                (exchange, asked) ->
                        say(exchange, 200, " ".repeat(200_001 * asked.texts().size()) + answer(asked));
            case SAYS_TOO_FEW -> (exchange, _) -> say(exchange, 200, "{\"data\": []}");
            case SAYS_TWO_FOR_ONE ->
                (exchange, asked) -> say(
                        exchange,
                        200,
                        "{\"data\": [%s]}"
                                .formatted("{\"index\": 0, \"embedding\": [1, 0, 0, 0]}, "
                                                .repeat(asked.texts().size())
                                        + "{\"index\": 0, \"embedding\": [1, 0, 0, 0]}"));
            case SAYS_NO_NUMBERS -> (exchange, asked) -> each(exchange, asked, "[\"NaN\", 0, 0, 0]");
            case SAYS_INFINITY -> (exchange, asked) -> each(exchange, asked, "[1e39, 0, 0, 0]");
            case CHANGES_DIMENSION -> (exchange, asked) -> each(exchange, asked, "[1, 0, 0, 0, 0]");
        };
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }

    private void untilTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rightly(HttpExchange exchange, Asked asked) throws IOException {
        say(exchange, 200, answer(asked));
    }

    private static void each(HttpExchange exchange, Asked asked, String embedding) throws IOException {
        var data = asked.texts().stream()
                .map(_ -> "{\"embedding\": %s}".formatted(embedding))
                .toList();
        say(exchange, 200, "{\"data\": [%s]}".formatted(String.join(", ", data)));
    }

    /** Last one first: only the index says which is whose. */
    private static String answer(Asked asked) {
        var answer = JsonNodeFactory.instance.objectNode().put("object", "list").put("model", "thesaurus");
        var data = answer.putArray("data");
        for (var index = asked.texts().size() - 1; index >= 0; index--) {
            var item = data.addObject().put("object", "embedding").put("index", index);
            var embedding = item.putArray("embedding");
            for (var number : Thesaurus.vector(asked.texts().get(index))) {
                embedding.add(number);
            }
        }
        return answer.toString();
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
