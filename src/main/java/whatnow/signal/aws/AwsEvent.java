package whatnow.signal.aws;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import tools.jackson.databind.JsonNode;
import whatnow.signal.Refused;
import whatnow.signal.sender.Draft;

/** An event as EventBridge hands it on: an alarm's change of state, or what AWS Health reports. */
final class AwsEvent {

    static Draft of(JsonNode event) {
        return switch (text(event, "/source")) {
            case "aws.cloudwatch" -> alarm(event);
            case "aws.health" -> health(event);
            default ->
                throw Refused.field(
                        "source",
                        text(event, "/source") + ", " + text(event, "/detail-type"),
                        "aws.cloudwatch or aws.health; other events do not say that anything is wrong");
        };
    }

    private static Draft alarm(JsonNode event) {
        var detail = event.path("detail");
        var name = needed(detail, "/alarmName");
        var draft = Draft.named(name)
                .label("region", text(event, "/region"))
                .label("account", text(event, "/account"))
                .annotation("summary", name)
                .annotation("description", text(detail, "/configuration/description"))
                .annotation("reason", text(detail, "/state/reason"))
                .annotation("value", CloudWatchAlarm.datapoint(text(detail, "/state/reason")))
                .fingerprint(first(event, "/resources/0").orElse(name));
        var metric = detail.at("/configuration/metrics/0/metricStat/metric");
        draft.label("metric", text(metric, "/name")).label("namespace", text(metric, "/namespace"));
        draft.labels(metric.path("dimensions"));
        return CloudWatchAlarm.state(draft, needed(detail, "/state/value"), time(detail, "/state/timestamp"));
    }

    /** What AWS itself says is broken; it is evidence about a service of theirs, in a region. */
    private static Draft health(JsonNode event) {
        var detail = event.path("detail");
        var code = needed(detail, "/eventTypeCode");
        var draft = Draft.named(code)
                .label("service", "aws " + text(detail, "/service").toLowerCase(java.util.Locale.ROOT))
                .label("region", first(detail, "/eventRegion").orElse(text(event, "/region")))
                .label("category", text(detail, "/eventTypeCategory"))
                .annotation("summary", code)
                .annotation("description", text(detail, "/eventDescription/0/latestDescription"))
                .fingerprint(first(detail, "/eventArn").orElse(code))
                .since(time(detail, "/startTime").or(() -> time(event, "/time")));
        return text(detail, "/statusCode").equals("closed") ? draft.resolved(time(detail, "/endTime")) : draft;
    }

    private AwsEvent() {}
}
