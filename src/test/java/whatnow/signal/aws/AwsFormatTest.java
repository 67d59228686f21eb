package whatnow.signal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class AwsFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new AwsFormat();
    }

    @Override
    protected String firing() {
        return """
                {"Type": "Notification", "MessageId": "e288882d-4281", "TopicArn": "arn:aws:sns:us-east-1:123456789012:alarms",
                 "Subject": "ALARM: \\"DbCpu\\" in US East (N. Virginia)", "Timestamp": "2026-03-01T11:45:00.134Z",
                 "Message": "{\\"AlarmName\\":\\"DbCpu\\",\\"AlarmDescription\\":\\"CPU of the database\\",\\"AWSAccountId\\":\\"123456789012\\",\\"NewStateValue\\":\\"ALARM\\",\\"NewStateReason\\":\\"Threshold Crossed: 1 datapoint [95.5 (01/03/26 11:44:00)] was greater than the threshold (90.0).\\",\\"StateChangeTime\\":\\"2026-03-01T11:45:00.093+0000\\",\\"Region\\":\\"US East (N. Virginia)\\",\\"AlarmArn\\":\\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:DbCpu\\",\\"Trigger\\":{\\"MetricName\\":\\"CPUUtilization\\",\\"Namespace\\":\\"AWS/RDS\\",\\"Dimensions\\":[{\\"value\\":\\"freight-db\\",\\"name\\":\\"DBInstanceIdentifier\\"}]}}"}""";
    }

    @Override
    protected Optional<JsonNode> written(Words words) {
        var alarm = JsonNodeFactory.instance
                .objectNode()
                .put("AlarmName", words.name())
                .put("AlarmArn", arn(words))
                .put("NewStateValue", "ALARM")
                .put("StateChangeTime", words.since().toString());
        alarm.putObject("Trigger")
                .putArray("Dimensions")
                .addObject()
                .put("name", "DBInstanceIdentifier")
                .put("value", words.service());
        return Optional.of(JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Notification")
                .put("TopicArn", "arn:aws:sns:eu-west-1:1:alarms")
                .put("Message", alarm.toString()));
    }

    /** An alarm has no other summary than its name, and is known by its ARN. */
    @Override
    protected Words heard(Words words) {
        return new Words(words.name(), words.service(), words.region(), words.name(), arn(words), words.since());
    }

    private static String arn(Words words) {
        return "arn:aws:cloudwatch:%s:1:alarm:%s".formatted(words.region(), words.key());
    }

    @Override
    protected String resolved() {
        return """
                {"Type": "Notification", "MessageId": "e288882d-4281", "TopicArn": "arn:aws:sns:us-east-1:123456789012:alarms",
                 "Subject": "OK: \\"DbCpu\\" in US East (N. Virginia)", "Timestamp": "2026-03-01T11:45:00.134Z",
                 "Message": "{\\"AlarmName\\":\\"DbCpu\\",\\"AlarmDescription\\":\\"CPU of the database\\",\\"AWSAccountId\\":\\"123456789012\\",\\"NewStateValue\\":\\"OK\\",\\"NewStateReason\\":\\"Threshold Crossed: 1 datapoint [95.5 (01/03/26 11:44:00)] was greater than the threshold (90.0).\\",\\"StateChangeTime\\":\\"2026-03-01T11:45:00.093+0000\\",\\"Region\\":\\"US East (N. Virginia)\\",\\"AlarmArn\\":\\"arn:aws:cloudwatch:us-east-1:123456789012:alarm:DbCpu\\",\\"Trigger\\":{\\"MetricName\\":\\"CPUUtilization\\",\\"Namespace\\":\\"AWS/RDS\\",\\"Dimensions\\":[{\\"value\\":\\"freight-db\\",\\"name\\":\\"DBInstanceIdentifier\\"}]}}"}""";
    }

    @Test
    void theRegionIsThatOfTheArnAndTheResourceIsTheService() {
        var signal = only(firing());

        assertThat(signal.labels())
                .containsEntry("alertname", "DbCpu")
                .containsEntry("region", "us-east-1")
                .containsEntry("service", "freight-db")
                .containsEntry("DBInstanceIdentifier", "freight-db")
                .containsEntry("metric", "CPUUtilization");
        assertThat(signal.annotations()).containsEntry("value", "95.5");
        assertThat(signal.startsAt()).isEqualTo(Instant.parse("2026-03-01T11:45:00.093Z"));
        assertThat(only(resolved()).endsAt()).contains(Instant.parse("2026-03-01T11:45:00.093Z"));
    }

    @Test
    void withoutAnArnTheTopicNamesTheRegion() {
        assertThat(only(firing().replace("AlarmArn", "Other")).label("region")).contains("us-east-1");
    }

    @Test
    void anEventOfEventBridgeIsTheSameAlarm() {
        var event = """
                {"version": "0", "id": "2f1e", "detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch",
                 "account": "123456789012", "time": "2026-03-01T11:45:33Z", "region": "us-east-1",
                 "resources": ["arn:aws:cloudwatch:us-east-1:123456789012:alarm:DbCpu"],
                 "detail": {"alarmName": "DbCpu", "state": {"value": "%s", "timestamp": "2026-03-01T11:45:33.000+0000",
                  "reason": "Threshold Crossed: 1 datapoint [95.0 (01/03/26 11:44:00)] was greater"},
                  "previousState": {"value": "OK"}}}""";

        assertThat(only(event.formatted("ALARM")).fingerprint())
                .isEqualTo(only(firing()).fingerprint());
        assertThat(only(event.formatted("OK")).endsAt()).isPresent();
        assertThat(read(event.formatted("INSUFFICIENT_DATA")).said().getFirst().lost())
                .isTrue();
    }

    @Test
    void whatAwsHealthReportsIsAboutAServiceOfTheirsInARegion() {
        var event = """
                {"version": "0", "id": "7bf7", "detail-type": "AWS Health Event", "source": "aws.health", "account": "123456789012",
                 "time": "2026-03-01T11:40:00Z", "region": "us-east-1", "resources": [], "detail": {
                 "eventArn": "arn:aws:health:us-east-1::event/EC2/AWS_EC2_OPERATIONAL_ISSUE/1", "service": "EC2",
                 "eventTypeCode": "AWS_EC2_OPERATIONAL_ISSUE", "eventTypeCategory": "issue", "statusCode": "%s",
                 "startTime": "Sun, 1 Mar 2026 11:38:00 GMT", "eventDescription": [{"language": "en_US", "latestDescription": "Errors"}]}}""";

        assertThat(only(event.formatted("open")).labels())
                .containsEntry("service", "aws ec2")
                .containsEntry("region", "us-east-1");
        assertThat(only(event.formatted("open")).startsAt()).isEqualTo(Instant.parse("2026-03-01T11:38:00Z"));
        assertThat(only(event.formatted("closed")).endsAt()).isPresent();
    }

    @Test
    void anEventThatSaysNothingIsWrongIsNoAlert() {
        var event = """
                {"version": "0", "detail-type": "CodeBuild Build State Change", "source": "aws.codebuild", "detail": {"build-status": "SUCCEEDED"}}""";

        assertThat(read(event).said()).isEmpty();
        assertThat(read(event).unreadable().getFirst().why()).contains("aws.codebuild");
    }
}
