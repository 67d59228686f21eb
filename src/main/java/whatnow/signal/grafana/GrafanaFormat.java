package whatnow.signal.grafana;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.names;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;
import whatnow.signal.sender.Signed;

/** Grafana's webhooks. A group of alerts, each with labels; or, before version 9, one rule with a state. */
@Component
final class GrafanaFormat implements Format {

    /** What Grafana says in the name of a rule whose query brought nothing. */
    private static final Set<String> NO_DATA = Set.of("DatasourceNoData", "DatasourceError");

    @Override
    public String key() {
        return "grafana";
    }

    @Override
    public String title() {
        return "Grafana alerting";
    }

    @Override
    public Signed signed() {
        return new Signed("X-Grafana-Alerting-Signature", "", Optional.of("X-Grafana-Alerting-Timestamp"));
    }

    @Override
    public boolean isBatch() {
        return true;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.empty();
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        if (body.path("alerts").isArray()) {
            return new Batch(this, message, body.path("externalURL"))
                    .all(body.path("alerts"), GrafanaFormat::alert)
                    .delivery();
        }
        if (body.has("ruleName") || body.has("ruleId")) {
            return new Batch(this, message, body.path("ruleUrl"))
                    .add(body, GrafanaFormat::rule)
                    .delivery();
        }
        throw Refused.field("body", names(body), "alerts, as a contact point of the kind webhook sends them");
    }

    private static Draft alert(JsonNode alert) {
        var draft = Draft.named(needed(alert, "/labels/alertname")).labels(alert.path("labels"));
        alert.path("annotations")
                .properties()
                .forEach(it -> draft.annotation(it.getKey(), it.getValue().asString("")));
        draft.annotation("value", number(alert.path("values")))
                .annotation("runbook_url", first(alert, "/annotations/runbook_url"))
                .annotation("dashboard_url", text(alert, "/dashboardURL"))
                .fingerprint(text(alert, "/fingerprint"))
                .since(time(alert, "/startsAt"));
        if (NO_DATA.contains(text(alert, "/labels/alertname"))) {
            draft.label("alertname", first(alert, "/labels/rulename").orElse(text(alert, "/labels/alertname")))
                    .lost();
        }
        return switch (needed(alert, "/status").toLowerCase(Locale.ROOT)) {
            case "firing" -> draft;
            case "resolved" -> draft.resolved(time(alert, "/endsAt"));
            default -> throw Refused.field("status", text(alert, "/status"), "firing or resolved");
        };
    }

    /** Of several measured values, only one that stands alone is the value. */
    private static Optional<String> number(JsonNode values) {
        return Optional.of(values)
                .filter(it -> it.size() == 1)
                .map(it -> it.iterator().next())
                .filter(JsonNode::isNumber)
                .map(JsonNode::asString);
    }

    private static Draft rule(JsonNode rule) {
        var match = rule.path("evalMatches").path(0);
        var draft = Draft.named(needed(rule, "/ruleName", "/title"))
                .labels(match.path("tags"))
                .labels(rule.path("tags"))
                .label("metric", text(match, "/metric"))
                .annotation("summary", text(rule, "/title"))
                .annotation("description", text(rule, "/message"))
                .annotation("dashboard_url", text(rule, "/ruleUrl"))
                .annotation("value", text(match, "/value"))
                .fingerprint("rule " + needed(rule, "/ruleId", "/ruleName"));
        return switch (needed(rule, "/state").toLowerCase(Locale.ROOT)) {
            case "alerting", "pending" -> draft;
            case "ok" -> draft.resolved(Optional.empty());
            case "no_data", "nodata", "unknown", "paused" -> draft.lost();
            default -> throw Refused.field("state", text(rule, "/state"), "alerting, ok, no_data, pending or paused");
        };
    }
}
