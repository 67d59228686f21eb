package whatnow.signal.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class AzureFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new AzureFormat();
    }

    @Override
    protected String firing() {
        return """
                {"schemaId": "azureMonitorCommonAlertSchema", "data": {"essentials": {
                  "alertId": "/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/b9", "alertRule": "CPU of the api",
                  "severity": "Sev3", "signalType": "Metric", "monitorCondition": "Fired", "monitoringService": "Platform",
                  "alertTargetIDs": ["/subscriptions/s/resourcegroups/r/providers/microsoft.compute/virtualmachines/freight-api"],
                  "configurationItems": ["freight-api"], "originAlertId": "3f2d4487-b0fc", "firedDateTime": "2026-03-01T11:50:24.3713213Z",
                  "resolvedDateTime": "2026-03-01T11:58:16.2246313Z", "description": "", "essentialsVersion": "1.0"},
                 "alertContext": {"condition": {"windowSize": "PT5M", "allOf": [{"metricName": "Percentage CPU",
                  "metricNamespace": "Microsoft.Compute/virtualMachines", "threshold": "25", "metricValue": 97.25}]}}}}""";
    }

    @Override
    protected String resolved() {
        return """
                {"schemaId": "azureMonitorCommonAlertSchema", "data": {"essentials": {
                  "alertId": "/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/c0", "alertRule": "CPU of the api",
                  "severity": "Sev3", "signalType": "Metric", "monitorCondition": "Resolved", "monitoringService": "Platform",
                  "alertTargetIDs": ["/subscriptions/s/resourcegroups/r/providers/microsoft.compute/virtualmachines/freight-api"],
                  "configurationItems": ["freight-api"], "originAlertId": "3f2d4487-b0fc", "firedDateTime": "2026-03-01T11:50:24.3713213Z",
                  "resolvedDateTime": "2026-03-01T11:58:16.2246313Z", "description": "", "essentialsVersion": "1.0"},
                 "alertContext": {"condition": {"windowSize": "PT5M", "allOf": [{"metricName": "Percentage CPU",
                  "metricNamespace": "Microsoft.Compute/virtualMachines", "threshold": "25", "metricValue": 97.25}]}}}}""";
    }

    @Test
    void theResourceIsTheServiceAndTheMetricComesAlong() {
        var signal = only(firing());

        assertThat(signal.labels()).containsEntry("service", "freight-api").containsEntry("metric", "Percentage CPU");
        assertThat(signal.annotations()).containsEntry("value", "97.25");
        assertThat(only(resolved()).endsAt()).contains(Instant.parse("2026-03-01T11:58:16.224Z"));
    }

    @Test
    void anotherSchemaSaysWhatToSwitchOn() {
        assertThat(read("{\"schemaId\": \"AzureMonitorMetricAlert\"}")
                        .unreadable()
                        .getFirst()
                        .why())
                .contains("switch the common alert schema on");
    }
}
