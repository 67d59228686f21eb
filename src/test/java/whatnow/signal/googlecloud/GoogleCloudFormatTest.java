package whatnow.signal.googlecloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class GoogleCloudFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new GoogleCloudFormat();
    }

    @Override
    protected String firing() {
        return """
                {"version": "1.2", "incident": {"incident_id": "0.abc", "scoping_project_id": "freight-prod", "url": "https://console.cloud.google.com/x",
                  "started_at": 1772365500, "ended_at": null, "state": "open", "summary": "CPU utilisation is above 0.9 with a value of 0.97",
                  "observed_value": "0.97", "severity": "Critical", "policy_name": "Database health", "condition_name": "CPU of the database",
                  "resource": {"type": "cloudsql_database", "labels": {"database_id": "freight-db", "region": "europe-west1"}},
                  "resource_display_name": "freight-db", "metric": {"type": "cloudsql.googleapis.com/database/cpu/utilization"}}}""";
    }

    @Override
    protected String resolved() {
        return """
                {"version": "1.2", "incident": {"incident_id": "0.abc", "scoping_project_id": "freight-prod", "url": "https://console.cloud.google.com/x",
                  "started_at": 1772365500, "ended_at": 1772366100, "state": "closed", "summary": "CPU utilisation is above 0.9 with a value of 0.97",
                  "observed_value": "0.97", "severity": "Critical", "policy_name": "Database health", "condition_name": "CPU of the database",
                  "resource": {"type": "cloudsql_database", "labels": {"database_id": "freight-db", "region": "europe-west1"}},
                  "resource_display_name": "freight-db", "metric": {"type": "cloudsql.googleapis.com/database/cpu/utilization"}}}""";
    }

    @Test
    void theResourceIsTheServiceAndItsPlaceTheRegion() {
        var signal = only(firing());

        assertThat(signal.labels()).containsEntry("service", "freight-db").containsEntry("region", "europe-west1");
        assertThat(signal.annotations()).containsEntry("value", "0.97");
        assertThat(signal.startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
    }

    @Test
    void aZoneNamesItsRegionToo() {
        var zone = firing().replace("\"region\": \"europe-west1\"", "\"zone\": \"europe-west1-b\"");

        assertThat(only(zone).labels()).containsEntry("zone", "europe-west1-b").containsEntry("region", "europe-west1");
    }
}
