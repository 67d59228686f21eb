package whatnow.signal.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class GrafanaFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new GrafanaFormat();
    }

    @Override
    protected String firing() {
        return """
                {"receiver": "whatnow", "status": "firing", "externalURL": "https://grafana.freight.example/", "version": "1", "orgId": 1,
                 "alerts": [{"status": "firing", "labels": {"alertname": "ReplicaBehind", "service": "freight-db", "region": "us-west-2"},
                   "annotations": {"summary": "The replica is 40 minutes behind", "runbook_url": "https://wiki.freight.example/replica"},
                   "startsAt": "2026-03-01T11:20:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "57c6d9296de2ad39",
                   "values": {"B": 2400}, "valueString": "[ var='B' value=2400 ]", "dashboardURL": "https://grafana.freight.example/d/x"}]}""";
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        var body = JsonNodeFactory.instance.objectNode().put("status", "firing");
        var alert = body.putArray("alerts")
                .addObject()
                .put("status", "firing")
                .put("fingerprint", words.key())
                .put("startsAt", words.since().toString())
                .put("endsAt", "0001-01-01T00:00:00Z");
        alert.putObject("labels")
                .put("alertname", words.name())
                .put("service", words.service())
                .put("region", words.region());
        alert.putObject("annotations").put("summary", words.summary());
        return Optional.of(body);
    }

    @Override
    protected String resolved() {
        return """
                {"receiver": "whatnow", "status": "resolved", "externalURL": "https://grafana.freight.example/", "version": "1", "orgId": 1,
                 "alerts": [{"status": "resolved", "labels": {"alertname": "ReplicaBehind", "service": "freight-db", "region": "us-west-2"},
                   "annotations": {"summary": "The replica is 40 minutes behind", "runbook_url": "https://wiki.freight.example/replica"},
                   "startsAt": "2026-03-01T11:20:00.123456789Z", "endsAt": "2026-03-01T11:58:00Z", "fingerprint": "57c6d9296de2ad39",
                   "values": {"B": 2400}, "valueString": "[ var='B' value=2400 ]", "dashboardURL": "https://grafana.freight.example/d/x"}]}""";
    }

    @Test
    void whatWasMeasuredAndWhereToLookComeAlong() {
        var signal = only(firing());

        assertThat(signal.source()).isEqualTo("grafana grafana.freight.example");
        assertThat(signal.startsAt()).isEqualTo(Instant.parse("2026-03-01T11:20:00.123Z"));
        assertThat(signal.annotations())
                .containsEntry("value", "2400")
                .containsEntry("runbook_url", "https://wiki.freight.example/replica")
                .containsEntry("dashboard_url", "https://grafana.freight.example/d/x");
    }

    @Test
    void aQueryThatBroughtNothingIsNoAlertButSomethingUnknown() {
        var noData = firing().replace(
                        "\"alertname\": \"ReplicaBehind\"",
                        "\"alertname\": \"DatasourceNoData\", \"rulename\": \"ReplicaBehind\"");

        assertThat(read(noData).said().getFirst().lost()).isTrue();
        assertThat(only(noData).alert()).isEqualTo("ReplicaBehind");
    }

    @Test
    void theOlderWebhookTellsOfOneRule() {
        var rule = """
                {"title": "[Alerting] Disk of freight-db", "ruleId": 7, "ruleName": "DiskFull", "ruleUrl": "http://g:3000/d/1",
                 "state": "%s", "message": "almost full", "tags": {"service": "freight-db"},
                 "evalMatches": [{"value": 97.5, "metric": "used", "tags": {"instance": "db-1"}}]}""";

        assertThat(only(rule.formatted("alerting")).labels())
                .containsEntry("alertname", "DiskFull")
                .containsEntry("service", "freight-db")
                .containsEntry("instance", "db-1");
        assertThat(only(rule.formatted("alerting")).annotations()).containsEntry("value", "97.5");
        assertThat(only(rule.formatted("ok")).endsAt()).isPresent();
        assertThat(only(rule.formatted("ok")).fingerprint())
                .isEqualTo(only(rule.formatted("alerting")).fingerprint());
        assertThat(read(rule.formatted("no_data")).said().getFirst().lost()).isTrue();
        assertThat(read(rule.formatted("sleepy")).unreadable().getFirst().why()).contains("sleepy", "alerting, ok");
    }

    @Test
    void aBrokenAlertCostsTheOthersNothing() {
        var two = firing().replace("\"alerts\": [", "\"alerts\": [{\"status\": \"firing\", \"labels\": {}}, ");

        assertThat(read(two).said()).hasSize(1);
        assertThat(read(two).unreadable()).singleElement().returns(0, it -> it.position());
    }
}
