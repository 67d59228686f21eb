package whatnow.signal.aws;

import static whatnow.signal.sender.Fields.names;
import static whatnow.signal.sender.Fields.text;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** What AWS says, however it is wrapped: a notification of SNS, records of a function, an event of EventBridge, or bare. */
@Component
final class AwsFormat implements Format {

    @Override
    public String key() {
        return "aws";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("cloudwatch", "sns", "eventbridge", "aws-health");
    }

    @Override
    public String title() {
        return "AWS: CloudWatch, Health, EventBridge";
    }

    @Override
    public Entry entry() {
        return new Entry("/api/v1/ingest/sns", "?token=TOKEN behind the address");
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
        var batch = new Batch(this, message, body.path("none"));
        return (body.path("Records").isArray()
                        ? batch.all(body.path("Records"), it -> unwrapped(it.path("Sns")))
                        : batch.add(body, AwsFormat::unwrapped))
                .delivery();
    }

    private static Draft unwrapped(JsonNode body) {
        if (text(body, "/Type").endsWith("Confirmation")) {
            throw Refused.field(
                    "Type", text(body, "/Type"), "a notification; a subscription is confirmed at /api/v1/ingest/sns");
        }
        var isWrapped = body.has("Message")
                && (body.has("TopicArn")
                        || body.has("Type")
                        || body.path("Message").isObject());
        return isWrapped ? said(inner(body.path("Message")), text(body, "/TopicArn")) : said(body, "");
    }

    private static JsonNode inner(JsonNode message) {
        if (message.isObject()) {
            return message;
        }
        var text = message.asString("");
        if (!text.stripLeading().startsWith("{")) {
            throw Refused.field("Message", text, "an alarm or an event as JSON");
        }
        return StrictJson.readBatch(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Draft said(JsonNode said, String topic) {
        if (said.has("AlarmName")) {
            return CloudWatchAlarm.of(said, topic);
        }
        if (said.has("detail-type") && said.path("detail").isObject()) {
            return AwsEvent.of(said);
        }
        throw Refused.field("body", names(said), "an alarm of CloudWatch or an event of EventBridge");
    }
}
