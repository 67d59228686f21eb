package whatnow.signal.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class EventsFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new EventsFormat();
    }

    @Override
    protected String firing() {
        return """
                {"routing_key": "wn_x", "event_action": "trigger", "dedup_key": "db-down", "client": "nagios", "payload": {"summary": "DISK CRITICAL on db-1",
                  "source": "db-1", "severity": "critical", "timestamp": "2026-03-01T11:45:00.000+0000", "component": "freight-db", "group": "prod",
                  "class": "DiskFull", "custom_details": {"region": "us-east-1", "used": 97}}}""";
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("routing_key", "wn_x")
                .put("event_action", "trigger")
                .put("dedup_key", words.key());
        event.putObject("payload")
                .put("summary", words.summary())
                .put("source", "a-host")
                .put("component", words.service())
                .put("class", words.name())
                .put("severity", "error")
                .put("timestamp", words.since().toString())
                .putObject("custom_details")
                .put("region", words.region());
        return Optional.of(event);
    }

    @Override
    protected String resolved() {
        return """
                {"routing_key": "wn_x", "event_action": "resolve", "dedup_key": "db-down", "client": "nagios", "payload": {"summary": "DISK CRITICAL on db-1",
                  "source": "db-1", "severity": "critical", "timestamp": "2026-03-01T11:45:00.000+0000", "component": "freight-db", "group": "prod",
                  "class": "DiskFull", "custom_details": {"region": "us-east-1", "used": 97}}}""";
    }

    @Test
    void theClassNamesTheAlertAndTheDetailsAreLabels() {
        assertThat(only(firing()).labels())
                .containsEntry("alertname", "DiskFull")
                .containsEntry("service", "freight-db")
                .containsEntry("host", "db-1")
                .containsEntry("region", "us-east-1")
                .containsEntry("used", "97");
        assertThat(only(firing()).startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
    }

    /** As its PagerDuty receiver sends it, which many have set up. */
    @Test
    void whatAlertmanagerWritesAsTextIsReadAsLabels() {
        var event = """
                {"routing_key": "wn_x", "event_action": "trigger", "dedup_key": "a3c2", "client": "Alertmanager",
                 "client_url": "http://am:9093", "payload": {"summary": "[FIRING:1] RdsPrimaryDown (freight-db us-east-1)",
                 "source": "Alertmanager", "severity": "error", "custom_details": {"num_firing": "1", "num_resolved": "0",
                 "resolved": "", "firing": "Labels:\\n - alertname = RdsPrimaryDown\\n - region = us-east-1\\n - service = freight-db\\nAnnotations:\\n - service = wrong\\nSource: http://p:9090\\n"}}}""";

        assertThat(only(event).labels())
                .containsEntry("alertname", "RdsPrimaryDown")
                .containsEntry("service", "freight-db")
                .containsEntry("region", "us-east-1")
                .doesNotContainKey("host");
    }

    @Test
    void whoeverResolvesNeedsNoPayload() {
        var resolve = only("{\"routing_key\": \"wn_x\", \"event_action\": \"resolve\", \"dedup_key\": \"db-down\"}");

        assertThat(resolve.endsAt()).isPresent();
        assertThat(resolve.fingerprint()).isEqualTo("db-down");
    }

    @Test
    void whatIsMissingIsNamed() {
        var sourceless = "{\"event_action\": \"trigger\", \"payload\": {\"summary\": \"x\"}}";

        assertThat(read(sourceless).unreadable().getFirst().why()).contains("/source");
        assertThat(read("{\"event_action\": \"explode\"}")
                        .unreadable()
                        .getFirst()
                        .why())
                .contains("explode", "trigger, acknowledge or resolve");
    }
}
