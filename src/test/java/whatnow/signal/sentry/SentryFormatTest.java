package whatnow.signal.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class SentryFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new SentryFormat();
    }

    @Override
    protected String firing() {
        return """
                {"action": "created", "installation": {"uuid": "65027794"}, "data": {"issue": {"id": "1635261062", "shortId": "API-3",
                  "title": "OperationalError: connection refused", "culprit": "orders.save", "level": "error", "status": "unresolved",
                  "firstSeen": "2026-03-01T11:45:00.210463Z", "permalink": "https://sentry.io/organizations/freight/issues/1635261062/",
                  "metadata": {"type": "OperationalError", "value": "connection refused"}, "project": {"id": "5", "slug": "freight-api"}}},
                 "actor": {"type": "application", "id": "sentry", "name": "Sentry"}}""";
    }

    @Override
    protected String resolved() {
        return """
                {"action": "resolved", "installation": {"uuid": "65027794"}, "data": {"issue": {"id": "1635261062", "shortId": "API-3",
                  "title": "OperationalError: connection refused", "culprit": "orders.save", "level": "error", "status": "resolved",
                  "firstSeen": "2026-03-01T11:45:00.210463Z", "permalink": "https://sentry.io/organizations/freight/issues/1635261062/",
                  "metadata": {"type": "OperationalError", "value": "connection refused"}, "project": {"id": "5", "slug": "freight-api"}}},
                 "actor": {"type": "application", "id": "sentry", "name": "Sentry"}}""";
    }

    @Test
    void theProjectIsTheService() {
        assertThat(only(firing()).labels())
                .containsEntry("service", "freight-api")
                .containsEntry("error", "OperationalError")
                .containsEntry("severity", "error");
        assertThat(only(firing()).startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00.210Z"));
    }

    @Test
    void whatIsAssignedGoesOn() {
        assertThat(only(firing().replace("\"created\"", "\"assigned\"")).endsAt())
                .isEmpty();
    }

    @Test
    void aMetricAlertAndTheOlderWebhookAreReadToo() {
        var metric = """
                {"action": "%s", "data": {"description_title": "Critical: failures", "metric_alert": {"id": "12",
                 "date_started": "2026-03-01T11:45:00Z", "projects": ["freight-api"], "alert_rule": {"name": "Failure rate"}}}}""";
        var older = """
                {"id": "4616132099", "project": "freight-web", "project_slug": "freight-web", "level": "error",
                 "culprit": "load", "message": "Failed to load", "event": {"title": "Failed to load", "timestamp": 1772365500.873}}""";

        assertThat(only(metric.formatted("critical")).alert()).isEqualTo("Failure rate");
        assertThat(only(metric.formatted("resolved")).endsAt()).isPresent();
        assertThat(only(older).label("service")).contains("freight-web");
        assertThat(only(older).fingerprint()).isEqualTo("4616132099");
    }
}
