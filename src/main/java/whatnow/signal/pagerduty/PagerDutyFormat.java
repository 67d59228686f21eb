package whatnow.signal.pagerduty;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.names;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;
import whatnow.signal.sender.Signed;

/** PagerDuty's webhooks of version 3, and the message lists of version 1 and 2 that old ones still send. */
@Component
final class PagerDutyFormat implements Format {

    @Override
    public String key() {
        return "pagerduty";
    }

    @Override
    public String title() {
        return "PagerDuty webhooks";
    }

    @Override
    public Signed signed() {
        return new Signed("X-PagerDuty-Signature", "v1=", Optional.empty());
    }

    @Override
    public boolean isBatch() {
        return true;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        var batch = new Batch(this, message, body.at("/event/data/self/none"));
        if (body.path("messages").isArray()) {
            return batch.all(body.path("messages"), PagerDutyFormat::older).delivery();
        }
        if (!body.path("event").isObject()) {
            throw Refused.field("body", names(body), "an event, as a webhook of version 3 sends it");
        }
        return batch.add(body.path("event"), PagerDutyFormat::event).delivery();
    }

    private static Draft event(JsonNode event) {
        var data = event.path("data");
        var incident = data.path("incident").isObject() ? data.path("incident") : data;
        var draft = Draft.named(first(data, "/title", "/incident/summary", "/summary")
                        .orElseGet(() -> needed(event, "/event_type")))
                .label("service", first(data, "/service/summary", "/incident/service/summary"))
                .label("severity", first(data, "/priority/summary", "/urgency"))
                .annotation("summary", first(data, "/title", "/summary"))
                .annotation("dashboard_url", first(incident, "/html_url"))
                .fingerprint(first(incident, "/id").orElseGet(() -> needed(data, "/id")))
                .since(time(data, "/created_at"));
        return text(event, "/event_type").equals("incident.resolved")
                        || text(data, "/status").equals("resolved")
                ? draft.resolved(time(event, "/occurred_at"))
                : draft;
    }

    private static Draft older(JsonNode message) {
        var incident =
                message.at("/data/incident").isObject() ? message.at("/data/incident") : message.path("incident");
        var draft = Draft.named(
                        first(incident, "/trigger_summary_data/subject", "/trigger_summary_data/description", "/title")
                                .orElseGet(() -> needed(message, "/type", "/event")))
                .label("service", first(incident, "/service/name"))
                .label("severity", first(incident, "/urgency"))
                .annotation("dashboard_url", first(incident, "/html_url"))
                .fingerprint(needed(incident, "/id"))
                .since(time(incident, "/created_on"));
        return text(incident, "/status").equals("resolved")
                ? draft.resolved(time(incident, "/last_status_change_on"))
                : draft;
    }
}
