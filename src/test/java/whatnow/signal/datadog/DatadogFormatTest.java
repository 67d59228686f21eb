package whatnow.signal.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class DatadogFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new DatadogFormat();
    }

    @Override
    protected String firing() {
        return """
                {"id": "7879702138713295486", "title": "[Triggered on {service:freight-api}] Error rate is high", "body": "Too many fail",
                 "alert_transition": "Triggered", "alert_type": "error", "priority": "P2", "date": "1772365500000", "aggreg_key": "c52d77dc",
                 "monitor_id": "160076582", "scopes": "service:freight-api", "tags": "env:production,service:freight-api,region:us-east-1,paging",
                 "url": "https://app.datadoghq.com/monitors/160076582", "org": {"id": "1", "name": "freight"}}""";
    }

    @Override
    protected String resolved() {
        return """
                {"id": "7879702138713295486", "title": "[Recovered on {service:freight-api}] Error rate is high", "body": "Too many fail",
                 "alert_transition": "Recovered", "alert_type": "error", "priority": "P2", "date": "1772366100000", "aggreg_key": "c52d77dc",
                 "monitor_id": "160076582", "scopes": "service:freight-api", "tags": "env:production,service:freight-api,region:us-east-1,paging",
                 "url": "https://app.datadoghq.com/monitors/160076582", "org": {"id": "1", "name": "freight"}}""";
    }

    @Test
    void tagsAreLabelsAndTheTitleLosesItsState() {
        var signal = only(firing());

        assertThat(signal.labels())
                .containsEntry("alertname", "Error rate is high")
                .containsEntry("service", "freight-api")
                .containsEntry("region", "us-east-1")
                .containsEntry("env", "production")
                .containsEntry("tag_paging", "true");
        assertThat(signal.source()).isEqualTo("datadog freight");
        assertThat(signal.startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
    }

    @Test
    void theStateIsReadFromTheTitleWhereTheTemplateHasNoOther() {
        var bare = """
                {"title": "[Recovered] CPU High on web-01", "text": "fine", "tags": ["service:web"], "host": "web-01",
                 "aggregation_key": "cpu-web-01", "date_happened": 1772365500}""";

        assertThat(only(bare).endsAt()).contains(Instant.parse("2026-03-01T11:45:00Z"));
        assertThat(only(bare.replace("[Recovered]", "[Triggered]")).endsAt()).isEmpty();
    }

    @Test
    void aPriorityBeforeTheStateIsNoPartOfTheName() {
        assertThat(only(firing().replace("[Triggered", "[P2] [Triggered")).alert())
                .isEqualTo("Error rate is high");
    }

    @Test
    void noDataIsSomethingUnknown() {
        var noData = firing().replace("\"alert_transition\": \"Triggered\"", "\"alert_transition\": \"No Data\"");

        assertThat(read(noData).said().getFirst().lost()).isTrue();
    }
}
