package whatnow.signal.opsgenie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class OpsgenieAlertsTest extends FormatContract {

    @Override
    protected Format format() {
        return new OpsgenieAlerts();
    }

    @Override
    protected String firing() {
        return """
                {"message": "freight-db is down", "alias": "db-down", "entity": "freight-db", "priority": "P1", "source": "nagios",
                 "description": "no answer for a minute", "details": {"region": "us-east-1"}}""";
    }

    @Override
    protected String resolved() {
        return """
                {"message": "freight-db is down", "alias": "db-down", "entity": "freight-db", "priority": "P1", "source": "nagios",
                 "description": "no answer for a minute", "details": {"region": "us-east-1"}, "whatnow closed": true}""";
    }

    @Test
    void theEntityIsTheServiceAndTheDetailsAreLabels() {
        assertThat(only(firing()).labels())
                .containsEntry("service", "freight-db")
                .containsEntry("region", "us-east-1")
                .containsEntry("severity", "P1");
        assertThat(only(firing()).fingerprint()).isEqualTo("db-down");
    }
}
