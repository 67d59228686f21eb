package whatnow.signal.generic;

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
import whatnow.signal.StrictJson;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/**
 * What somebody's own script sends: one alert, or a list of them, with the names that most people would choose. Nagios, Icinga
 * and the like are set up to send it by a notification command.
 */
@Component
final class GenericFormat implements Format {

    private static final Set<String> ENDED = Set.of(
            "ok",
            "up",
            "resolved",
            "resolve",
            "recovered",
            "recovery",
            "close",
            "closed",
            "clear",
            "cleared",
            "normal");

    private static final Set<String> GOES_ON = Set.of(
            "firing",
            "alerting",
            "active",
            "activated",
            "triggered",
            "trigger",
            "open",
            "opened",
            "problem",
            "critical",
            "warning",
            "down",
            "unreachable",
            "error",
            "failed",
            "acknowledged",
            "acknowledgement");

    private static final Set<String> NOT_KNOWN = Set.of("unknown", "no_data", "nodata");

    @Override
    public String key() {
        return "generic";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("nagios", "icinga");
    }

    @Override
    public String title() {
        return "Your own script, Nagios, Icinga";
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
    public JsonNode parsed(byte[] body) {
        return NamesAndValues.isOne(body) ? NamesAndValues.of(body) : StrictJson.readBatch(body);
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        if (body.isArray()) {
            return new Batch(this, message, body.path(0).path("source"))
                    .all(body, GenericFormat::alert)
                    .delivery();
        }
        if (!body.isObject()) {
            throw Refused.field("body", names(body), "an object with name, service and status, or a list of these");
        }
        return new Batch(this, message, body.path("source"))
                .add(body, GenericFormat::alert)
                .delivery();
    }

    private static Draft alert(JsonNode said) {
        var body = NagiosNames.translated(said);
        var name = needed(body, "/name", "/alertname", "/labels/alertname", "/summary", "/title");
        var draft = Draft.named(name)
                .labels(body.path("labels"))
                .label("service", first(body, "/service", "/labels/service", "/component"))
                .label("region", first(body, "/region", "/labels/region"))
                .label("zone", text(body, "/zone"))
                .label("host", first(body, "/host", "/hostname"))
                .label("severity", text(body, "/severity"))
                .annotation("summary", first(body, "/summary", "/title", "/annotations/summary"))
                .annotation(
                        "description", first(body, "/description", "/details", "/message", "/annotations/description"))
                .annotation("runbook_url", first(body, "/runbook_url", "/annotations/runbook_url"))
                .annotation("value", text(body, "/value"))
                .fingerprint(first(body, "/fingerprint", "/dedup", "/dedup_key", "/id")
                        .orElse(""))
                .since(time(body, "/startsAt"));
        var state = first(body, "/status", "/state", "/action").orElse("firing").toLowerCase(Locale.ROOT);
        if (ENDED.contains(state)) {
            return draft.resolved(time(body, "/endsAt"));
        }
        if (NOT_KNOWN.contains(state)) {
            return draft.lost();
        }
        if (GOES_ON.contains(state)) {
            return draft;
        }
        throw Refused.field("status", state, "firing, resolved or unknown");
    }
}
