package whatnow.signal.datadog;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** Datadog's webhook, with the fields of its usual template; it speaks when a monitor changes. */
@Component
final class DatadogFormat implements Format {

    /** {@code [P2] [Triggered on {service:freight-api}] Error rate is high}. */
    private static final Pattern TRANSITION =
            Pattern.compile("^(?:\\[P\\d\\]\\s*)?\\[([A-Za-z -]+?)(?: on [^\\]]*)?\\]\\s*");

    @Override
    public String key() {
        return "datadog";
    }

    @Override
    public String title() {
        return "Datadog";
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
        return new Batch(this, message, message.body().at("/org/name"))
                .add(message.body(), DatadogFormat::event)
                .delivery();
    }

    private static Draft event(JsonNode event) {
        var title = needed(event, "/title", "/alert_title", "/alert/title", "/monitor/name");
        var said = TRANSITION.matcher(title);
        var draft = Draft.named(said.replaceFirst("")).label("host", text(event, "/host"));
        tags(event).forEach(it -> {
            var colon = it.indexOf(':');
            draft.label(colon < 0 ? "tag_" + it : it.substring(0, colon), colon < 0 ? "true" : it.substring(colon + 1));
        });
        draft.label("severity", first(event, "/severity", "/priority", "/alert_type", "/alert/severity"))
                .annotation("summary", title)
                .annotation(
                        "description", first(event, "/body", "/text", "/message", "/alert/message", "/monitor/message"))
                .annotation("dashboard_url", first(event, "/url", "/link"))
                .fingerprint(first(event, "/aggreg_key", "/aggregation_key", "/alert/id")
                        .orElseGet(() -> monitor(event)));
        var when = time(event, first(event, "/date").isPresent() ? "/date" : "/date_happened")
                .or(() -> time(event, "/last_updated"));
        var transition = first(event, "/alert_transition", "/transition", "/alert/status", "/monitor/status")
                .orElseGet(() -> TRANSITION
                        .matcher(title)
                        .results()
                        .map(it -> it.group(1))
                        .findFirst()
                        .orElse("Triggered"))
                .toLowerCase(Locale.ROOT);
        return switch (transition) {
            case "recovered", "ok", "resolved" -> draft.resolved(when);
            case "no data", "re-no data" -> draft.since(when).lost();
            default ->
                draft.since(transition.startsWith("re-") || transition.equals("renotify") ? Optional.empty() : when);
        };
    }

    /** A monitor of many groups alerts for each of them. */
    private static String monitor(JsonNode event) {
        var monitor = first(event, "/monitor_id", "/alert_id", "/monitor/id").orElse("");
        return monitor.isEmpty() ? "" : monitor + " " + text(event, "/scopes");
    }

    private static Stream<String> tags(JsonNode event) {
        var tags = event.path("tags");
        var all = tags.isArray()
                ? tags.valueStream().map(it -> it.asString(""))
                : Stream.of(tags.asString("").split(","));
        return all.map(String::strip).filter(it -> !it.isEmpty());
    }
}
