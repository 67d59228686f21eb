package whatnow.signal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class PrometheusFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new PrometheusFormat();
    }

    @Override
    protected String firing() {
        return """
                [{"labels": {"alertname": "RdsPrimaryDown", "service": "freight-db"}, "annotations": {"summary": "down"},
                 "startsAt": "2026-03-01T11:58:00.123456789Z", "endsAt": "2026-03-01T12:04:00Z", "generatorURL": "http://prometheus:9090/graph"}]""";
    }

    @Override
    protected String resolved() {
        return """
                [{"labels": {"alertname": "RdsPrimaryDown", "service": "freight-db"}, "annotations": {"summary": "down"},
                 "startsAt": "2026-03-01T11:58:00.123456789Z", "endsAt": "2026-03-01T11:59:00Z", "generatorURL": "http://prometheus:9090/graph"}]""";
    }

    @Test
    void itMeasuresItself() {
        assertThat(read(firing()).firsthand()).isTrue();
        assertThat(read(firing()).source()).isEqualTo("prometheus prometheus:9090");
    }
}
