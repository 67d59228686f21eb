package whatnow.chat.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Sends JSON to Slack: once more where Slack says so, never elsewhere because Slack says so. */
@Component
class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 3;
    private static final int TOO_MANY = 429;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(Redirect.NEVER)
            .build();

    HttpClient http() {
        return http;
    }

    /** The body of the answer; empty if nobody took it. */
    Optional<String> post(URI address, Optional<String> token, ObjectNode body) {
        for (var tries = 1; ; tries++) {
            var answer = send(address, token, body);
            if (answer.isPresent() && answer.get().statusCode() / 100 == 2) {
                return Optional.of(answer.get().body());
            }
            if (tries == MOST_TRIES || !isWorthAnother(answer)) {
                LOG.warn(
                        "Slack ({}) did not take a message: status {}",
                        address.getHost(),
                        answer.map(HttpResponse::statusCode).orElse(0));
                return Optional.empty();
            }
            pause(answer);
        }
    }

    private Optional<HttpResponse<String>> send(URI address, Optional<String> token, ObjectNode body) {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString()));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException unanswered) {
            LOG.warn("Slack ({}) does not answer: {}", address.getHost(), unanswered.toString());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Where nothing was answered it may have been taken; saying it twice is worse than once too few. */
    private static boolean isWorthAnother(Optional<HttpResponse<String>> answer) {
        return answer.filter(it -> it.statusCode() == TOO_MANY || it.statusCode() >= 500)
                .isPresent();
    }

    private static void pause(Optional<HttpResponse<String>> answer) {
        var told = answer.flatMap(it -> it.headers().firstValue("Retry-After"))
                .filter(it -> it.matches("\\d{1,6}"))
                .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                .orElse(Duration.ofSeconds(1));
        try {
            Thread.sleep(told.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : told);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
