package whatnow.message;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Somebody at the other end of HTTP who speaks JSON. Nobody waits for them for longer than {@link #LONGEST}. */
public final class Peer {

    public static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);

    /** A page of a channel's history with all its blocks fits in. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final String token;
    private final Duration patience;

    /**
     * @param base address without the path
     * @param token sent as bearer
     */
    public Peer(String base, String token) {
        this(base, token, LONGEST);
    }

    Peer(String base, String token, Duration patience) {
        this.base = base.strip().replaceAll("/+$", "");
        this.token = token.strip();
        this.patience = patience;
    }

    /** Made when somebody is first asked: most never ask anybody. */
    private static final class Http {

        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What came back, or that nothing did. */
    public sealed interface Said {

        /** @param json a missing node where the body was no JSON */
        record Something(int status, JsonNode json, Optional<Duration> pause) implements Said {}

        /** @param perhaps the request may have arrived */
        record Nothing(String why, boolean perhaps) implements Said {}
    }

    public Said get(String path) {
        return ask(path, HttpRequest.Builder::GET);
    }

    public Said post(String path, JsonNode body) {
        return ask(path, it -> withJson(it).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public Said put(String path, JsonNode body) {
        return ask(path, it -> withJson(it).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static HttpRequest.Builder withJson(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json; charset=utf-8");
    }

    private Said ask(String path, UnaryOperator<HttpRequest.Builder> with) {
        try {
            return ask(with.apply(request(path)).build());
        } catch (IllegalArgumentException _) {
            return new Said.Nothing("its address or token is malformed", false);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(patience)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    /** The time limit of a request ends with its headers; a peer that trickles its body would hold us for ever. */
    private Said ask(HttpRequest request) {
        var asked = Http.CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            return said(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failure) {
            return nothing(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException _) {
            asked.cancel(true);
            return new Said.Nothing("no answer within %d s".formatted(patience.toSeconds()), true);
        } catch (InterruptedException _) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Said.Nothing("interrupted", true);
        }
    }

    private static Said said(HttpResponse<String> response) {
        return new Said.Something(response.statusCode(), json(response.body()), pause(response));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static Optional<Duration> pause(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .or(() -> response.headers().firstValue("X-RateLimit-Reset"))
                .filter(it -> it.matches("[0-9]{1,6}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)));
    }

    private static Said nothing(Throwable failure) {
        var notEvenConnected = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnresolvedAddressException;
        return new Said.Nothing(notEvenConnected ? "cannot be reached" : "the connection broke off", !notEvenConnected);
    }
}
