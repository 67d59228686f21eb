package whatnow.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The server that is asked: {@code WHATNOW_URL} and {@code WHATNOW_TOKEN}, else this machine and its own token. */
final class Server {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final String address;
    private final Optional<String> token;

    private Server(String address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** @param credential the token file to fall back to, {@code cli} or {@code admin} */
    static Server known(String credential) {
        var address = Optional.ofNullable(System.getenv("WHATNOW_URL")).orElse("http://127.0.0.1:8080");
        var token = Optional.ofNullable(System.getenv("WHATNOW_TOKEN")).filter(it -> !it.isBlank());
        return new Server(address.replaceFirst("/+$", ""), token.or(() -> file(credential)));
    }

    static Server at(String address, String token) {
        return new Server(address, Optional.of(token));
    }

    /** Thrown when nobody answers, so that what can be answered from files is. */
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(String message, Throwable cause) {
            super(message, cause);
        }
    }

    String get(String path, boolean json) {
        return ask(request(path, json).GET().build());
    }

    String post(String path, String body) {
        return ask(request(path, true)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    String address() {
        return address;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, boolean json) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .header("Accept", json ? "application/json" : "text/plain");
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        return request;
    }

    private String ask(HttpRequest request) {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return answer.body();
            }
            throw new IllegalStateException(refusal(answer));
        } catch (IOException away) {
            throw new Away(
                    "No server answers at %s. Start one with: whatnow serve, or set WHATNOW_URL.".formatted(address),
                    away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped.", stopped);
        }
    }

    private String refusal(HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            return token.isEmpty()
                    ? "The server wants a token. Set WHATNOW_TOKEN, or run this where the data directory is (WHATNOW_DATA)."
                    : "The server does not know this token. Make another with: whatnow token --role responder --name you";
        }
        return "The server answered %d: %s".formatted(answer.statusCode(), words(answer.body()));
    }

    /** Of a problem its sentence, of anything else all of it. */
    private static String words(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("detail").asString(body);
        } catch (JacksonException noProblem) {
            return body;
        }
    }

    private static Optional<String> file(String credential) {
        var data = Optional.ofNullable(System.getenv("WHATNOW_DATA")).orElse("data");
        var file = Path.of(data, "credentials", credential + ".token");
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
