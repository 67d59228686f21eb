package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every route of the table, asked with a parameter that is given twice. */
class RepeatedParametersTest {

    private static final Night NIGHT = Night.under("freight");

    private static final String SENTENCE = "is given more than once; expected: each once. Nothing was done.";
    private static final String FORM = "application/x-www-form-urlencoded";

    @AfterAll
    static void theNightEnds() {
        NIGHT.close();
    }

    record Route(String method, String path) {}

    @ParameterizedTest
    @MethodSource("routes")
    @DisplayName("no route takes a parameter that its address gives twice (S-22)")
    void noRouteTakesAParameterTwice(Route route) {
        var repeated = asks(route, "?q=a&q=b", "application/json", "{}");
        var spelled = asks(route, "?q=a&%71=b", "application/json", "{}");

        assertThat(List.of(repeated, spelled)).allSatisfy(it -> {
            assertThat(it.statusCode()).as(it.body()).isEqualTo(400);
            assertThat(it.body()).contains("The parameter (q) " + SENTENCE);
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("no page takes a parameter that its form gives twice, or its form and its address (S-22)")
    void noPageTakesAFieldTwice(Route route) {
        var repeated = asks(route, "", FORM, "q=a&q=b");
        var both = asks(route, "?q=a", FORM, "q=b");

        assertThat(List.of(repeated, both)).allSatisfy(it -> {
            assertThat(it.statusCode()).as(it.body()).isEqualTo(400);
            assertThat(it.body()).contains("The parameter (q) " + SENTENCE);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=a&Q=b", "/kb?type=runbook&tag=a", "/metrics?includedNames=a&includedNames=b"})
    void parametersOfDifferentNamesAndListsPass(String path) {
        assertThat(asks(new Route("GET", path), "", "text/plain", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAScriptSaidIsStillReadWholeWhenItCallsItselfAForm() {
        var answer = asks(
                new Route("POST", "/api/v1/ingest/generic"),
                "?source=backup",
                FORM,
                "{\"summary\": \"the backup failed\", \"service\": \"freight-db\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    static Stream<Route> routes() {
        return table().filter(it -> !it.path().equals("/metrics"));
    }

    static Stream<Route> forms() {
        return table().filter(it -> it.method().equals("POST"))
                .filter(it -> Stream.of("/api/", "/v2/", "/chat/slack/", "/chat/mattermost/")
                        .noneMatch(it.path()::startsWith));
    }

    /** Files, health and the page of failures answer nothing that a parameter could change. */
    private static Stream<Route> table() {
        return lines().stream()
                .map(it -> it.split("\\s+"))
                .flatMap(it -> Arrays.stream(it[0].split("\\|"))
                        .map(method -> new Route(method, it[1].replaceAll("\\{[^}]*}", "x"))))
                .filter(it -> Stream.of("/static/", "/health", "/error").noneMatch(it.path()::startsWith));
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private HttpResponse<String> asks(Route route, String query, String type, String body) {
        var content = route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(NIGHT.address() + route.path() + query))
                .header("Authorization", "Bearer " + Night.TOKEN)
                .header("Accept", "*/*")
                .header("Content-Type", type)
                .method(route.method(), content)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
