package whatnow.knowledge.embedding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.knowledge.Embeddings;

/**
 * By the form that OpenAI began and most others speak: {@code {"model", "input": [...]}} is answered with {@code
 * {"data": [{"index", "embedding": [...]}]}}. Messages name neither key nor address: both may be secret.
 */
final class HttpEmbeddings implements Embeddings {

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);

    /** The longest vector that is read, written as JSON with a number in a line, has fewer. */
    private static final long MOST_BYTES_EACH = 200_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EmbeddingEndpoint endpoint;
    private final AtomicInteger length = new AtomicInteger();

    HttpEmbeddings(EmbeddingEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Made when somebody is first asked: most never ask anybody. */
    private static final class Http {

        private static final HttpClient CLIENT = HttpClient.newBuilder()
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public float[] ofQuestion(String words) throws IOException {
        return ask(List.of(words), endpoint.forQuestion()).getFirst();
    }

    @Override
    public List<float[]> ofSections(List<String> texts) throws IOException {
        return texts.isEmpty() ? List.of() : ask(texts, endpoint.forSections());
    }

    private List<float[]> ask(List<String> texts, Duration patience) throws IOException {
        var answer = send(request(texts, patience), texts.size() * MOST_BYTES_EACH, patience);
        if (answer.statusCode() != 200) {
            throw new IOException("The endpoint of embeddings was expected to answer 200; it was %d. %s"
                    .formatted(answer.statusCode(), hint(answer.statusCode())));
        }
        var vectors = AnsweredVectors.read(answer.body(), texts.size());
        var here = vectors.getFirst().length;
        length.compareAndSet(0, here);
        if (here != length.get()) {
            throw new IOException(
                    "Embeddings were expected to have %d numbers as before; there were %d. Was the model changed? Restart Whatnow then."
                            .formatted(length.get(), here));
        }
        return vectors;
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "Try another whatnow.embeddings.key.";
            case 404, 405 -> "Try another whatnow.embeddings.url; it usually ends in /v1/embeddings.";
            case 429 -> "It is asked too often.";
            default -> status / 100 == 3 ? "Redirects are not followed." : "Its own log should say more.";
        };
    }

    private HttpRequest request(List<String> texts, Duration patience) throws IOException {
        var body = JsonNodeFactory.instance.objectNode();
        if (!endpoint.model().isEmpty()) {
            body.put("model", endpoint.model());
        }
        var input = body.putArray("input");
        texts.forEach(input::add);
        try {
            var request = HttpRequest.newBuilder(URI.create(endpoint.url()))
                    .timeout(patience)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("Accept", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return endpoint.key().isEmpty()
                    ? request.build()
                    : request.header("Authorization", "Bearer " + endpoint.key())
                            .build();
        } catch (IllegalArgumentException _) {
            // Its message would show the key.
            throw new IOException("whatnow.embeddings is malformed. Expected: an address such as"
                    + " http://127.0.0.1:8081/v1/embeddings, a key of printable letters, and times above zero.");
        }
    }

    /** The time limit of a request ends with its headers; an endpoint that trickles its body would hold us for ever. */
    private static HttpResponse<byte[]> send(HttpRequest request, long mostBytes, Duration patience)
            throws IOException {
        var asked = Http.CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw late(patience, late);
        } catch (ExecutionException failure) {
            var cause = failure.getCause() == null ? failure : failure.getCause();
            throw cause instanceof HttpTimeoutException
                    ? late(patience, cause)
                    : new IOException(
                            "The endpoint of embeddings was expected to answer with at most %d kB; the connection failed or broke off (%s)."
                                    .formatted(
                                            mostBytes / 1_000, cause.getClass().getSimpleName()),
                            cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for embeddings.", stopped);
        } finally {
            asked.cancel(true);
        }
    }

    private static IOException late(Duration patience, Throwable cause) {
        return new IOException(
                "The endpoint of embeddings was expected to answer within %d ms; it did not. Try a longer whatnow.embeddings.timeout (questions) or .indexing-timeout (sections)."
                        .formatted(patience.toMillis()),
                cause);
    }
}
