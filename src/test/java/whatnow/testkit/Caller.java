package whatnow.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Somebody with a token who speaks HTTP to a running product.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 */
public record Caller(String address, String token) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /** The product on this machine. */
    public static Caller local(int port, String token) {
        return new Caller("http://127.0.0.1:" + port, token);
    }

    public HttpResponse<String> get(String path, String wanted) {
        return send(request(path).header("Accept", wanted).GET());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Whatever the method; what is sent is JSON, and a GET sends nothing. */
    public HttpResponse<String> asks(String method, String path, String body, String wanted) {
        var content = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(request(path)
                .header("Accept", wanted)
                .header("Content-Type", "application/json")
                .method(method, content));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
