package whatnow.signal.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class OpsgenieFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new OpsgenieFormat();
    }

    @Override
    protected String firing() {
        return """
                {"action": "Create", "alert": {"alertId": "ec03dad6", "message": "freight-api is slow", "tags": ["vip"], "tinyId": "2",
                  "entity": "freight-api", "alias": "api-slow", "createdAt": 1772365500000, "updatedAt": 1772366100000000110, "priority": "P2"},
                 "integrationId": "daca46c6", "integrationName": "Webhook", "integrationType": "Webhook"}""";
    }

    @Override
    protected String resolved() {
        return """
                {"action": "Close", "alert": {"alertId": "ec03dad6", "message": "freight-api is slow", "tags": ["vip"], "tinyId": "2",
                  "entity": "freight-api", "alias": "api-slow", "createdAt": 1772365500000, "updatedAt": 1772366100000000110, "priority": "P2"},
                 "integrationId": "daca46c6", "integrationName": "Webhook", "integrationType": "Webhook"}""";
    }

    @Test
    void timesInMillisecondsAndNanosecondsAreTimes() {
        assertThat(only(firing()).startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
        assertThat(only(resolved()).endsAt()).contains(Instant.parse("2026-03-01T11:55:00Z"));
    }

    @Test
    void aPriorityIsOneHoweverItIsWritten() {
        assertThat(only(firing().replace("\"P2\"", "2")).label("severity")).contains("P2");
    }
}
