package whatnow.signal.cloudevents;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/**
 * CloudEvents in binary form, structured, or a list of these. Its data says what is wrong with the names of the generic door, as far as it
 * has them; its type names the alert otherwise, and ends it where the last part of it says so.
 */
@Component
final class CloudEventsFormat implements Format {

    private static final List<String> ATTRIBUTES = List.of("id", "source", "type", "subject", "time");

    @Override
    public String key() {
        return "cloudevents";
    }

    @Override
    public String title() {
        return "CloudEvents 1.0";
    }

    @Override
    public boolean isBatch() {
        return true;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.of(Duration.ofDays(1));
    }

    /** In binary form the attributes are headers and the body is the data. */
    @Override
    public JsonNode whole(JsonNode body, Headers headers) {
        var version = headers.get("ce-specversion");
        if (version.isEmpty()) {
            return body;
        }
        var event = JsonNodeFactory.instance.objectNode().put("specversion", version.get());
        ATTRIBUTES.forEach(it -> headers.get("ce-" + it).ifPresent(value -> event.put(it, value)));
        event.set("data", body);
        return event;
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        return body.isArray()
                ? new Batch(this, message, body.path(0).path("source"))
                        .all(body, CloudEventsFormat::event)
                        .delivery()
                : new Batch(this, message, body.path("source"))
                        .add(body, CloudEventsFormat::event)
                        .delivery();
    }

    private static Draft event(JsonNode event) {
        if (!text(event, "/specversion").equals("1.0")) {
            throw Refused.field("specversion", text(event, "/specversion"), "1.0");
        }
        var type = needed(event, "/type");
        var source = needed(event, "/source");
        needed(event, "/id");
        var data = event.path("data");
        var draft = Draft.named(
                        first(data, "/alertname", "/name", "/title", "/summary").orElse(type))
                .labels(data.path("labels"))
                .label(
                        "service",
                        first(data, "/service", "/labels/service")
                                .or(() -> first(event, "/subject"))
                                .orElse(source))
                .label("region", first(data, "/region", "/labels/region"))
                .label("severity", text(data, "/severity"))
                .label("type", type)
                .annotation(
                        "summary", first(data, "/summary", "/title", "/message").orElse(type))
                .annotation("description", first(data, "/description", "/details"))
                .annotation("value", text(data, "/value"))
                .fingerprint(first(data, "/fingerprint")
                        .orElse(source + " " + first(event, "/subject").orElse("") + " " + family(type)));
        return isEnd(type, text(data, "/status"))
                ? draft.resolved(time(event, "/time"))
                : draft.since(time(event, "/time"));
    }

    private static boolean isEnd(String type, String status) {
        return (status.isEmpty() ? last(type) : status.toLowerCase(Locale.ROOT))
                .matches("resolved|recovered|closed|ok");
    }

    /** {@code com.example.disk.failed} and {@code com.example.disk.resolved} speak of one thing. */
    private static String family(String type) {
        return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : type;
    }

    private static String last(String type) {
        return type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
