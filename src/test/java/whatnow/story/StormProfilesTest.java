package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nights on which everything cries at once: few incidents, few messages, and the cause in front. */
class StormProfilesTest {

    /** As the long profile has it: {@code -Dwhatnow.storm=100000}. */
    private static final int ALERTS = Integer.getInteger("whatnow.storm", 5_000);
    private static final int FLAPPING = Integer.getInteger("whatnow.flapping", 50);
    private static final int MINUTES = Integer.getInteger("whatnow.minutes", 4);

    /** What needs the database, each in some ways. */
    private static final List<String> SERVICES =
            List.of("freight-api", "ingestion", "web", "reporting", "analysis", "authentication");

    private static final List<String> KINDS = List.of("ERRORS", "SLOW", "SATURATED", "UNAVAILABLE", "LAGGING");
    private static final int BATCH = 500;

    private final Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    @DisplayName(
            "(L-3) thousands of alerts of dozens of causes that need one database: one incident, one message, the cause in front")
    void aStormIsOneIncident() {
        night.databaseIsDown();
        var alerts = new ArrayList<Map<String, Object>>();
        for (var number = 0; number < ALERTS; number++) {
            var service = SERVICES.get(number % SERVICES.size());
            var kind = KINDS.get(number / SERVICES.size() % KINDS.size());
            alerts.add(alert(service, kind, "pod-" + number, night.now(), true));
        }
        for (var from = 0; from < alerts.size(); from += BATCH) {
            posts(alerts.subList(from, Math.min(alerts.size(), from + BATCH)));
        }

        assertThat(night.cards()).hasSize(1);
        assertThat(night.announced()).hasSize(1);
        var message = night.announced().getFirst();
        assertThat(message.shown().lines().limit(3)).anyMatch(it -> it.contains("freight-db"));
        assertThat(night.replies(message)).hasSizeLessThanOrEqualTo(1);
        assertThat(night.shows("/api/v1/now", "text/plain").lines().limit(3)).anyMatch(it -> it.contains("freight-db"));
    }

    @Test
    @DisplayName("(L-4) alerts that go on and off every five seconds are called flapping and told of once")
    void whatFlapsIsToldOfOnce() {
        for (var round = 0; round < 6 * MINUTES; round++) {
            var since = night.now();
            for (var firing : List.of(true, false)) {
                var alerts = new ArrayList<Map<String, Object>>();
                for (var number = 0; number < FLAPPING; number++) {
                    alerts.add(alert("freight-api", "ERRORS", "pod-" + number, since, firing));
                }
                posts(alerts);
                night.passes(Duration.ofSeconds(5));
            }
            night.cards();
        }

        assertThat(night.announced()).hasSize(1);
        assertThat(night.replies(night.announced().getFirst())).isEmpty();
        assertThat(night.shows("/api/v1/now", "text/plain").replaceAll("\\s+", " "))
                .contains(
                        "freight-api ERRORS in us-east-1 is flapping: off just now, which does not mean that it is over.");
    }

    private void posts(List<Map<String, Object>> alerts) {
        var body = Map.of("version", "4", "receiver", "whatnow", "alerts", alerts);
        assertThat(night.post("/api/v1/ingest/alertmanager", body).statusCode()).isEqualTo(202);
    }

    private Map<String, Object> alert(String service, String kind, String pod, Instant since, boolean firing) {
        var alert = new TreeMap<String, Object>();
        alert.put("status", firing ? "firing" : "resolved");
        alert.put(
                "labels",
                Map.of(
                        "alertname",
                        service + kind,
                        "service",
                        service,
                        "symptom",
                        kind,
                        "pod",
                        pod,
                        "region",
                        "us-east-1"));
        alert.put("startsAt", since.toString());
        if (!firing) {
            alert.put("endsAt", night.now().toString());
        }
        return alert;
    }
}
