package whatnow.signal.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class CloudEventsFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new CloudEventsFormat();
    }

    @Override
    protected String firing() {
        return """
                {"specversion": "1.0", "id": "A234", "source": "/monitors/eu", "type": "example.freight.disk.failed", "subject": "freight-db",
                 "time": "2026-03-01T11:45:00Z", "datacontenttype": "application/json", "data": {"name": "DiskFull", "region": "us-east-1", "value": 97}}""";
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        var event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", "1")
                .put("source", "/monitors/eu")
                .put("type", "example.disk.failed")
                .put("time", words.since().toString());
        event.putObject("data")
                .put("name", words.name())
                .put("service", words.service())
                .put("region", words.region())
                .put("summary", words.summary())
                .put("fingerprint", words.key());
        return Optional.of(event);
    }

    @Override
    protected String resolved() {
        return """
                {"specversion": "1.0", "id": "A234", "source": "/monitors/eu", "type": "example.freight.disk.resolved", "subject": "freight-db",
                 "time": "2026-03-01T11:45:00Z", "datacontenttype": "application/json", "data": {"name": "DiskFull", "region": "us-east-1", "value": 97}}""";
    }

    @Test
    void theSubjectIsTheServiceAndTheDataComesAlong() {
        assertThat(only(firing()).labels())
                .containsEntry("alertname", "DiskFull")
                .containsEntry("service", "freight-db")
                .containsEntry("region", "us-east-1");
        assertThat(only(firing()).startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
    }

    @Test
    void aBatchIsReadOneByOne() {
        assertThat(read("[" + firing() + ", {\"specversion\": \"0.3\"}]").unreadable())
                .singleElement()
                .returns(1, it -> it.position());
    }

    @Test
    void inBinaryFormTheAttributesAreHeaders() {
        var headers = Map.of(
                "ce-specversion", "1.0",
                "ce-id", "A234",
                "ce-source", "/monitors/eu",
                "ce-type", "example.freight.disk.failed",
                "ce-subject", "freight-db",
                "ce-time", "2026-03-01T11:45:00Z");
        var data = json("{\"name\": \"DiskFull\", \"region\": \"us-east-1\", \"value\": 97}");

        var whole = format().whole(data, it -> Optional.ofNullable(headers.get(it)));

        assertThat(only(whole.toString()).labels()).isEqualTo(only(firing()).labels());
        assertThat(only(whole.toString()).fingerprint())
                .isEqualTo(only(firing()).fingerprint());
    }
}
