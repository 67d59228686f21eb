package whatnow.signal.aws;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Refused;
import whatnow.signal.sender.Draft;

/** An alarm as CloudWatch hands it to SNS. */
final class CloudWatchAlarm {

    /** {@code 1 datapoint [95.0 (20/11/24 20:34:00)]}, or {@code The most recent datapoint: 85.3}. */
    private static final Pattern DATAPOINT =
            Pattern.compile("\\[(-?[\\d.]+(?:[eE]-?\\d+)?) \\(|recent datapoints?: \\[?(-?[\\d.]+)");

    /** What an alarm is about, the likeliest first. */
    private static final List<String> SUBJECTS = List.of(
            "DBClusterIdentifier",
            "DBInstanceIdentifier",
            "ServiceName",
            "FunctionName",
            "QueueName",
            "LoadBalancer",
            "TargetGroup",
            "CacheClusterId",
            "ReplicationGroupId",
            "TableName",
            "BucketName",
            "ApiName",
            "DistributionId",
            "ClusterName",
            "AutoScalingGroupName",
            "InstanceId");

    static Draft of(JsonNode alarm, String topic) {
        var name = needed(alarm, "/AlarmName");
        var arn = text(alarm, "/AlarmArn");
        var region = region(arn).or(() -> region(topic));
        var metric = alarm.path("Trigger");
        var draft = Draft.named(name)
                .label("region", region)
                .label("account", first(alarm, "/AWSAccountId"))
                .label("namespace", first(metric, "/Namespace").or(() -> first(alarm, "/Namespace")))
                .label("metric", first(metric, "/MetricName").or(() -> first(alarm, "/MetricName")))
                .annotation("summary", name)
                .annotation("description", text(alarm, "/AlarmDescription"))
                .annotation("reason", text(alarm, "/NewStateReason"))
                .annotation("value", datapoint(text(alarm, "/NewStateReason")))
                .fingerprint(
                        arn.isEmpty() ? String.join(" ", text(alarm, "/AWSAccountId"), region.orElse(""), name) : arn);
        dimensions(draft, metric.path("Dimensions"));
        var at = time(alarm, "/StateChangeTime");
        return state(draft, first(alarm, "/NewStateValue").orElse("ALARM"), at);
    }

    static Draft state(Draft draft, String state, Optional<java.time.Instant> at) {
        return switch (state) {
            case "ALARM" -> draft.since(at);
            case "OK" -> draft.resolved(at);
            case "INSUFFICIENT_DATA" -> draft.since(at).lost();
            default -> throw Refused.field("NewStateValue", state, "ALARM, OK or INSUFFICIENT_DATA");
        };
    }

    /** The fourth part of an ARN; the name that the alarm itself gives is one for people. */
    static Optional<String> region(String arn) {
        var parts = arn.split(":");
        return parts.length > 3 && parts[3].matches("[a-z]{2}(-[a-z]+)+-\\d")
                ? Optional.of(parts[3])
                : Optional.empty();
    }

    static Optional<String> datapoint(String reason) {
        return DATAPOINT
                .matcher(reason)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .findFirst();
    }

    private static void dimensions(Draft draft, JsonNode dimensions) {
        for (var dimension : dimensions) {
            first(dimension, "/name", "/Name").ifPresent(it -> draft.label(it, first(dimension, "/value", "/Value")));
        }
        SUBJECTS.stream()
                .flatMap(subject -> dimensions
                        .valueStream()
                        .filter(it -> first(it, "/name", "/Name")
                                .filter(subject::equals)
                                .isPresent()))
                .findFirst()
                .ifPresent(it -> draft.label("service", first(it, "/value", "/Value")));
    }

    private CloudWatchAlarm() {}
}
