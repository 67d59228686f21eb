package whatnow.signal.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class PagerDutyFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new PagerDutyFormat();
    }

    @Override
    protected String firing() {
        return """
                {"event": {"id": "01BZY", "event_type": "incident.triggered", "resource_type": "incident", "occurred_at": "2026-03-01T11:50:29.781Z",
                  "agent": {"id": "PJ0"}, "client": null, "data": {"id": "PFQZPSY", "type": "incident", "number": 9, "status": "triggered",
                  "html_url": "https://freight.pagerduty.com/incidents/PFQZPSY", "title": "The database does not answer",
                  "created_at": "2026-03-01T11:45:00Z", "service": {"id": "PA2", "summary": "freight-db"}, "urgency": "high",
                  "priority": {"summary": "P1"}}}}""";
    }

    @Override
    protected String resolved() {
        return """
                {"event": {"id": "01BZY", "event_type": "incident.resolved", "resource_type": "incident", "occurred_at": "2026-03-01T11:50:29.781Z",
                  "agent": {"id": "PJ0"}, "client": null, "data": {"id": "PFQZPSY", "type": "incident", "number": 9, "status": "resolved",
                  "html_url": "https://freight.pagerduty.com/incidents/PFQZPSY", "title": "The database does not answer",
                  "created_at": "2026-03-01T11:45:00Z", "service": {"id": "PA2", "summary": "freight-db"}, "urgency": "high",
                  "priority": {"summary": "P1"}}}}""";
    }

    @Test
    void whatIsAcknowledgedGoesOn() {
        var acknowledged = only(firing().replace("triggered", "acknowledged"));

        assertThat(acknowledged.endsAt()).isEmpty();
        assertThat(acknowledged.fingerprint()).isEqualTo(only(firing()).fingerprint());
        assertThat(acknowledged.startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00Z"));
    }

    @Test
    void theListsOfOlderVersionsAreReadOneByOne() {
        var messages = """
                {"messages": [
                 {"type": "incident.trigger", "data": {"incident": {"id": "P1", "status": "triggered", "created_on": "2026-03-01T11:45:00Z",
                  "service": {"name": "freight-api"}, "trigger_summary_data": {"subject": "slow"}}}},
                 {"type": "incident.resolve", "data": {"incident": {"id": "P2", "status": "resolved", "created_on": "2026-03-01T11:40:00Z",
                  "service": {"name": "freight-db"}, "trigger_summary_data": {"subject": "down"}}}}]}""";

        assertThat(read(messages).said()).extracting(it -> it.signal().alert()).containsExactly("slow", "down");
        assertThat(read(messages).said())
                .extracting(it -> it.signal().isFiring())
                .containsExactly(true, false);
    }
}
