package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Monitors that were told another address, and nothing else. */
class SendersTest {

    private static final String GENERIC = """
            {"name": "RdsPrimaryDown", "labels": {"symptom": "UNAVAILABLE"}, "service": "freight-db", "region": "us-east-1"}""";

    private static final String EVENT = """
            {"routing_key": "%s", "event_action": "%s", "dedup_key": "db", "payload": {"summary": "freight-db is down",
             "source": "db-1", "component": "freight-db", "severity": "critical",
             "custom_details": {"symptom": "UNAVAILABLE", "region": "us-east-1"}}}""";

    private static final String OPSGENIE = """
            {"message": "freight-db is down", "alias": "db-down", "entity": "freight-db", "priority": "P1",
             "details": {"symptom": "UNAVAILABLE", "region": "us-east-1"}}""";

    private final Night night = Night.under("freight");
    private final String token = night.comes("monitor", "intake");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void aMonitorOfPagerDutyChangesNothingButTheAddress() throws Exception {
        var triggered = post("/v2/enqueue", EVENT.formatted(token, "trigger"));

        assertThat(triggered.statusCode()).as(triggered.body()).isEqualTo(202);
        assertThat(triggered.body()).contains("\"status\":\"success\"", "\"dedup_key\":\"db\"");
        assertThat(night.card().path("head").path("severity").asString()).isEqualTo("SEV2");

        assertThat(post("/v2/enqueue", EVENT.formatted(token, "resolve")).statusCode())
                .isEqualTo(202);
        assertThat(night.card().toString()).doesNotContain("unavailable in us-east-1, by pagerduty-events");
    }

    @Test
    @DisplayName("S-25: a routing key that nobody knows, or that may not report, is refused")
    void aRoutingKeyIsATokenThatMayReport() throws Exception {
        var viewer = night.comes("reader", "viewer");

        assertThat(post("/v2/enqueue", EVENT.formatted("wn_nobody", "trigger")).statusCode())
                .isEqualTo(401);
        assertThat(post("/v2/enqueue", EVENT.formatted(viewer, "trigger")).statusCode())
                .isEqualTo(403);
        assertThat(post("/v2/enqueue", "{}").statusCode()).isEqualTo(401);
        assertThat(night.cards()).isEmpty();
    }

    @Test
    void aMonitorOfOpsgenieChangesNothingButTheAddress() throws Exception {
        var created = post("/v2/alerts", OPSGENIE, "Authorization", "GenieKey " + token);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(202);
        assertThat(created.body()).contains("Request will be processed");
        assertThat(night.card().path("head").path("services").toString()).contains("freight-db");

        var closed = post("/v2/alerts/db-down/close?identifierType=alias", "{}", "Authorization", "GenieKey " + token);
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(202);
        assertThat(post("/v2/alerts/db-down/close", "[]", "Authorization", "GenieKey " + token)
                        .statusCode())
                .isEqualTo(400);
        assertThat(night.card().toString()).doesNotContain("unavailable in us-east-1, by opsgenie");
    }

    @Test
    void whoClosesAnAlertOfOpsgenieNeedNotSayAnything() throws Exception {
        post("/v2/alerts", OPSGENIE, "Authorization", "GenieKey " + token);

        assertThat(post("/v2/alerts/db-down/close", "", "Authorization", "GenieKey " + token)
                        .statusCode())
                .isEqualTo(202);
        assertThat(post("/v2/alerts", "", "Authorization", "GenieKey " + token).statusCode())
                .isEqualTo(422);
    }

    @Test
    void aProgramThatSpeaksAnothersApiIsAnsweredInJson() throws Exception {
        for (var path : new String[] {"/v2/alerts", "/v2/nothing", "/v2/alerts/x/close"}) {
            var answer = post(path, OPSGENIE, "Accept", "*/*");

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(path)
                    .contains("json");
        }
        assertThat(post("/v2/nothing", OPSGENIE, "X-Whatnow-Token", token).body())
                .startsWith("{");
    }

    @Test
    @DisplayName("S-25: a token comes in whatever way its sender can bring it, and in no other")
    void aTokenComesInWhateverWayItsSenderCanBringIt() throws Exception {
        var basic = Base64.getEncoder().encodeToString(("whatnow:" + token).getBytes(StandardCharsets.UTF_8));

        for (var header : new String[] {
            "Authorization: Bearer " + token, "Authorization: Basic " + basic, "X-Whatnow-Token: " + token
        }) {
            var parts = header.split(": ", 2);
            assertThat(post("/api/v1/ingest/generic", GENERIC, parts[0], parts[1])
                            .statusCode())
                    .as(parts[0])
                    .isIn(200, 202);
        }
        assertThat(post("/api/v1/ingest/generic?token=" + token, GENERIC).statusCode())
                .isEqualTo(200);

        assertThat(post("/api/v1/ingest/generic", GENERIC).statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/ingest/generic?token=wn_wrong", GENERIC).statusCode())
                .isEqualTo(401);
        assertThat(post("/api/v1/facts?token=" + token, "{}").statusCode()).isEqualTo(401);
        assertThat(post("/api/v1/facts", "{}", "Authorization", "Basic " + basic)
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("/v2/alerts?token=" + token, OPSGENIE).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("S-25: a sender with a wrong token shows, with no word of its own")
    void aSenderWithAWrongTokenShows() throws Exception {
        post("/api/v1/ingest/zabbix", "{\"hush-body\": 1}", "X-Whatnow-Token", "wn_hush-token");
        post("/v2/enqueue", EVENT.formatted("wn_hush-token", "hush-action"));
        post("/v2/enqueue", "{\"hush-body\": 1, \"hush-body\": 2}");
        night.passes(Duration.ofHours(2)); // wrong tokens make an address wait, and all tests come from one

        var page = night.shows("/sources", "text/html");

        assertThat(page)
                .contains("<strong>401</strong> <bdi>Nobody has this token: it was revoked, or not copied whole.")
                .contains("<strong>401</strong> <bdi>Its key is a token that nobody has")
                .contains("<strong>400</strong> <bdi>It could not be read, before it had shown a token.")
                .contains("at 127.0.0.1")
                .doesNotContain("hush-");
    }

    @Test
    void whatASenderWithATokenIsToldShowsUnderItsName() throws Exception {
        post("/api/v1/ingest/zabbix", "{\"twice\": 1, \"twice\": 2}", "X-Whatnow-Token", token);
        post("/api/v1/ingest/zabix", "{}", "X-Whatnow-Token", token);
        post("/v2/enqueue", EVENT.formatted(token, "twirl"));

        var page = night.shows("/sources", "text/html");

        assertThat(page).contains("twice", "An address that is no door", "event_action", "<bdi>monitor</bdi>");
        assertThat(page).doesNotContain(token);
    }

    @Test
    void aKeyThatStandsInABodyIsNotKept() throws Exception {
        post("/v2/enqueue", EVENT.formatted(token, "trigger"));

        assertThat(night.raws()).isNotEmpty().noneMatch(it -> it.contains(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alertmanager",
                "prometheus",
                "aws",
                "azure",
                "cloudevents",
                "datadog",
                "generic",
                "google-cloud",
                "grafana",
                "opsgenie",
                "opsgenie-alerts",
                "pagerduty",
                "pagerduty-events",
                "sentry",
                "zabbix"
            })
    void aTestAlertIsReadAndKeptAndNobodyIsCalled(String door) {
        var answer = night.presses("/sources/" + door + "/test");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("whatnow-test", "No incident was opened", "urgency <strong>");
        assertThat(answer.body()).doesNotContain("Not read");
        assertThat(night.raws()).isNotEmpty();
        assertThat(night.cards()).isEmpty();
        assertThat(night.announced()).isEmpty();
        assertThat(night.shows("/sources", "text/html")).doesNotContain("test of " + door);
    }

    @Test
    void aDoorThatIsNotThereNamesThoseThatAre() throws Exception {
        var answer = post("/api/v1/ingest/nagiosxi", GENERIC, "X-Whatnow-Token", token);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("grafana", "datadog", "generic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws",
                "azure",
                "cloudevents",
                "datadog",
                "generic",
                "grafana",
                "google-cloud",
                "opsgenie",
                "pagerduty",
                "sentry",
                "zabbix"
            })
    @DisplayName("what a sender's format does not explain is kept and shown, and never an error")
    void whatIsNotUnderstoodIsKeptAndShown(String sender) throws Exception {
        var answer = post(
                "/api/v1/ingest/" + sender + "?source=odd-" + sender,
                "{\"event\": {\"odd\": true}}",
                "X-Whatnow-Token",
                token);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("\"unreadable\":[{\"position\":0");
        assertThat(night.shows("/sources", "text/html")).contains("odd-" + sender);
    }

    @Test
    void aHeartbeatIsOnThePageOfSources() throws Exception {
        var beat = post("/api/v1/heartbeat/nightly?every=24h&service=freight-db", "", "X-Whatnow-Token", token);

        assertThat(beat.statusCode()).as(beat.body()).isEqualTo(200);
        assertThat(beat.body()).contains("\"due\":");
        assertThat(night.shows("/sources", "text/html")).contains("<bdi>nightly</bdi>", "state-beating");
        assertThat(night.presses("/sources/heartbeats/nightly/delete").statusCode())
                .isEqualTo(302);
        assertThat(night.shows("/sources", "text/html")).doesNotContain("nightly");
        assertThat(post("/api/v1/heartbeat/nightly", "").statusCode()).isEqualTo(401);
    }

    /** As curl does with {@code -d} and nothing said of what it is. */
    @Test
    void jsonThatIsCalledAFormIsRefusedWithWhatToSay() throws Exception {
        for (var path : new String[] {"/api/v1/ingest/alertmanager", "/v2/alerts"}) {
            var request = HttpRequest.newBuilder(URI.create(night.address() + path))
                    .header("X-Whatnow-Token", token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(GENERIC));
            try (var client = HttpClient.newHttpClient()) {
                var answer = client.send(request.build(), BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(path).isEqualTo(415);
                assertThat(answer.body()).as(path).contains("Content-Type", "application/json");
            }
        }
    }

    @Test
    void atTheDoorsForSendersNobodyHasToSayThatItIsJson() throws Exception {
        for (var body : new String[] {GENERIC, "name=RdsPrimaryDown&service=freight-db&status=ok"}) {
            var request = HttpRequest.newBuilder(URI.create(night.address() + "/api/v1/ingest/generic"))
                    .header("X-Whatnow-Token", token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
            try (var client = HttpClient.newHttpClient()) {
                assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                        .as(body)
                        .isEqualTo(202);
            }
        }
    }

    @Test
    void tryingOutKeepsNothing() throws Exception {
        var tried = post("/api/v1/intake/try?sender=generic", GENERIC, "X-Whatnow-Token", token);

        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(tried.body()).contains("\"kind\":\"UNAVAILABLE\"", "\"service\":\"freight-db\"");
        assertThat(night.cards()).isEmpty();
    }

    private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(night.address() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
