package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two doors that take storms stand in front of all that requests of people go through. Whoever writes anything behind
 * the address goes the usual way; the answers are the same.
 */
class QuickDoorTest {

    private static final String USUAL = "?usual";

    /** What an answer says, apart from what differs each time. */
    private static final List<String> HEADERS =
            List.of("content-type", "x-content-type-options", "retry-after", "www-authenticate", "set-cookie");

    /** Under which the log has more about it. */
    private static final Pattern A_PROBLEMS_OWN = Pattern.compile(",\"id\":\"[0-9a-f-]{36}\"");

    private static final String ALERT = """
            {"labels": {"alertname": "FreightDbDown", "service": "freight-db", "symptom": "UNAVAILABLE"},
             "annotations": {}, "status": "firing", "startsAt": "2026-07-14T11:59:00Z", "endsAt": "0001-01-01T00:00:00Z"}""";

    private final Night night = Night.under("freight");
    private final Map<String, String> tokens = Map.of(
            "machine", night.comes("monitor", "intake"),
            "viewer", night.comes("reader", "viewer"),
            "stranger", "wn_" + "7".repeat(61));

    private record Said(int status, String body, boolean stored, Map<String, String> headers) {}

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/alerts", "/api/v1/ingest/alertmanager"})
    @DisplayName("the quick way answers as the usual one: what is known, broken, too large or not allowed")
    void theQuickWayAnswersAsTheUsualOne(String door) throws Exception {
        var alerts =
                door.endsWith("v2/alerts") ? "[" + ALERT + "]" : "{\"version\": \"4\", \"alerts\": [" + ALERT + "]}";
        assertThat(said(door, alerts, "machine").status()).isEqualTo(202);
        assertThat(said(door, alerts, "machine").status()).isEqualTo(200);

        assertThat(said(door, alerts, "stranger")).isEqualTo(said(door + USUAL, alerts, "stranger"));
        for (var body : bodies(alerts)) {
            said(door, body, "machine");
            for (var who : List.of("machine", "viewer")) {
                assertThat(said(door, body, who))
                        .as("%s sends %.60s", who, body)
                        .isEqualTo(said(door + USUAL, body, who));
            }
        }
    }

    private static List<String> bodies(String alerts) {
        return Stream.of(
                        alerts,
                        "",
                        "[]",
                        "{}",
                        "null",
                        "[{\"labels\": []}]",
                        "{\"alerts\": 7}",
                        alerts.substring(0, 40),
                        "{\"a\": 1, \"a\": 2}",
                        "[".repeat(2_000),
                        alerts + " ".repeat(5 << 20))
                .toList();
    }

    private Said said(String path, String body, String who) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(night.address() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.get(who))
                .POST(BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Said(
                    answer.statusCode(),
                    A_PROBLEMS_OWN.matcher(answer.body()).replaceAll(""),
                    !answer.headers().firstValue("cache-control").orElse("").contains("no-store"),
                    HEADERS.stream()
                            .collect(Collectors.toMap(
                                    it -> it,
                                    it -> String.join(", ", answer.headers().allValues(it)))));
        }
    }
}
