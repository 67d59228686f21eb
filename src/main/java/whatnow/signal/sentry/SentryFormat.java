package whatnow.signal.sentry;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;
import whatnow.signal.sender.Signed;

/** Sentry: an issue that comes up or is resolved, a metric alert, or an event of the older webhook. */
@Component
final class SentryFormat implements Format {

    @Override
    public String key() {
        return "sentry";
    }

    @Override
    public String title() {
        return "Sentry";
    }

    @Override
    public Signed signed() {
        return new Signed("Sentry-Hook-Signature", "", Optional.empty());
    }

    @Override
    public boolean isBatch() {
        return false;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.of(Duration.ofDays(1));
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        return new Batch(this, message, body.at("/installation/none"))
                .add(body, SentryFormat::event)
                .delivery();
    }

    private static Draft event(JsonNode body) {
        if (body.at("/data/metric_alert").isObject()) {
            return metric(body, body.at("/data/metric_alert"));
        }
        var issue = Stream.of("/data/issue", "/issue", "/data/event", "/event")
                .map(body::at)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(body);
        return ended(issue(body, issue), body, text(body, "/action"), text(issue, "/status"));
    }

    private static Draft issue(JsonNode body, JsonNode issue) {
        var title = first(issue, "/title", "/message")
                .or(() -> first(body, "/message"))
                .orElseThrow(() -> Refused.field("title", "missing", "the title of an issue or event"));
        return Draft.named(title)
                .label(
                        "service",
                        first(issue, "/project/slug")
                                .or(() -> first(body, "/project/slug", "/project_slug", "/project")))
                .label("severity", first(issue, "/level").or(() -> first(body, "/level")))
                .label("environment", first(issue, "/environment", "/tags/environment"))
                .label("error", text(issue, "/metadata/type"))
                .annotation("summary", title)
                .annotation(
                        "description",
                        first(issue, "/metadata/value", "/culprit").or(() -> first(body, "/culprit")))
                .annotation(
                        "dashboard_url", first(issue, "/permalink", "/web_url").or(() -> first(body, "/url")))
                .fingerprint(first(issue, "/issue_id", "/id")
                        .or(() -> first(body, "/id"))
                        .orElse(text(issue, "/event_id")))
                .since(time(issue, "/firstSeen").or(() -> time(issue, "/timestamp")));
    }

    private static Draft metric(JsonNode body, JsonNode alert) {
        var draft = Draft.named(needed(alert, "/alert_rule/name", "/title"))
                .label("service", text(alert, "/projects/0"))
                .label("severity", text(body, "/action"))
                .annotation("summary", first(body, "/data/description_title"))
                .annotation("description", first(body, "/data/description_text"))
                .annotation("dashboard_url", first(body, "/data/web_url"))
                .fingerprint("metric alert " + needed(alert, "/id", "/identifier"))
                .since(time(alert, "/date_started"));
        return text(body, "/action").equals("resolved") ? draft.resolved(time(alert, "/date_closed")) : draft;
    }

    private static Draft ended(Draft draft, JsonNode body, String action, String status) {
        var isOver = action.equals("resolved") || action.isEmpty() && status.equals("resolved");
        return isOver ? draft.resolved(time(body, "/data/resolved_at")) : draft;
    }
}
