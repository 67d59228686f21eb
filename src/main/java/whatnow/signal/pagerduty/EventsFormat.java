package whatnow.signal.pagerduty;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** An event of PagerDuty's Events API, version 2, as monitors send it to PagerDuty. */
@Component
final class EventsFormat implements Format {

    private static final Pattern LABEL = Pattern.compile("(?m)^ - ([A-Za-z_]\\w*) = (.*)$");

    @Override
    public String key() {
        return "pagerduty-events";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("pagerduty-events-v2");
    }

    @Override
    public String title() {
        return "PagerDuty Events API v2";
    }

    @Override
    public Entry entry() {
        return new Entry("/v2/enqueue", "as the routing key");
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
        return new Batch(this, message, message.body().path("client"))
                .add(message.body(), EventsFormat::event)
                .delivery();
    }

    private static Draft event(JsonNode body) {
        var payload = body.path("payload");
        var key = text(body, "/dedup_key");
        return switch (needed(body, "/event_action").toLowerCase(Locale.ROOT)) {
            case "trigger" -> triggered(payload).fingerprint(key).since(time(payload, "/timestamp"));
            case "acknowledge" -> named(payload, body).fingerprint(needed(body, "/dedup_key"));
            case "resolve" ->
                named(payload, body).fingerprint(needed(body, "/dedup_key")).resolved(time(payload, "/timestamp"));
            default ->
                throw Refused.field("event_action", text(body, "/event_action"), "trigger, acknowledge or resolve");
        };
    }

    private static Draft triggered(JsonNode payload) {
        needed(payload, "/summary");
        needed(payload, "/source");
        return filled(first(payload, "/class", "/summary").orElseThrow(), payload);
    }

    /** Whoever ends something need not say again what it was. */
    private static Draft named(JsonNode payload, JsonNode body) {
        return filled(first(payload, "/class", "/summary").orElseGet(() -> needed(body, "/dedup_key")), payload);
    }

    private static Draft filled(String name, JsonNode payload) {
        var listed = listed(payload);
        var draft = Draft.named(name)
                .label("service", first(payload, "/component", "/source"))
                .label("host", listed.isEmpty() ? text(payload, "/source") : "");
        listed.forEach(it -> draft.label(it.group(1), it.group(2)));
        return draft.labels(payload.path("custom_details"))
                .label("service", first(payload, "/custom_details/service"))
                .label("severity", text(payload, "/severity"))
                .label("group", text(payload, "/group"))
                .annotation("summary", text(payload, "/summary"));
    }

    /** Alertmanager names itself as the source and writes a group's labels as text; its first alert speaks for all of it. */
    private static List<MatchResult> listed(JsonNode payload) {
        var text = first(payload, "/custom_details/firing", "/custom_details/resolved")
                .orElse("");
        var end = text.indexOf("Annotations:");
        return LABEL.matcher(end < 0 ? text : text.substring(0, end)).results().toList();
    }
}
