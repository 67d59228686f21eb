package whatnow.signal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class AlertmanagerFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new AlertmanagerFormat();
    }

    @Override
    protected String firing() {
        return """
                {"version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "firing", "receiver": "whatnow", "externalURL": "http://am-1:9093",
                 "alerts": [{"status": "firing", "labels": {"alertname": "RdsPrimaryDown", "service": "freight-db"}, "annotations": {"summary": "down"},
                 "startsAt": "2026-03-01T11:58:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "57c6d9296de2ad39"}]}""";
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        var body = JsonNodeFactory.instance.objectNode().put("version", "4");
        var alert = body.putArray("alerts")
                .addObject()
                .put("status", "firing")
                .put("fingerprint", words.key())
                .put("startsAt", words.since().toString());
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
                {"version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "resolved", "receiver": "whatnow", "externalURL": "http://am-1:9093",
                 "alerts": [{"status": "resolved", "labels": {"alertname": "RdsPrimaryDown", "service": "freight-db"}, "annotations": {"summary": "down"},
                 "startsAt": "2026-03-01T11:58:00.123456789Z", "endsAt": "2026-03-01T11:59:00Z", "fingerprint": "57c6d9296de2ad39"}]}""";
    }

    @Test
    void itPassesOnAndDoesNotMeasure() {
        assertThat(read(firing()).firsthand()).isFalse();
    }
}
