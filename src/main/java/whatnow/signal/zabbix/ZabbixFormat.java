package whatnow.signal.zabbix;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;
import static whatnow.signal.sender.Fields.time;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** A trigger of Zabbix, with the fields that its webhook media types are set up with. */
@Component
final class ZabbixFormat implements Format {

    private static final Pattern EVENT = Pattern.compile("[?&]triggerid=(\\d+)");

    @Override
    public String key() {
        return "zabbix";
    }

    @Override
    public String title() {
        return "Zabbix";
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
        return new Batch(this, message, message.body().path("zabbix_url"))
                .add(message.body(), ZabbixFormat::trigger)
                .delivery();
    }

    private static Draft trigger(JsonNode body) {
        var name = needed(body, "/trigger", "/trigger_name", "/event_name", "/alert_subject", "/subject");
        var host = first(body, "/hostname", "/host", "/host_name", "/host_host");
        var draft = Draft.named(name)
                .label("service", first(body, "/service", "/host_group").or(() -> host))
                .label("host", host)
                .label("severity", first(body, "/severity", "/trigger_severity", "/event_severity"))
                .annotation("summary", name)
                .annotation("description", first(body, "/item", "/alert_message", "/message"))
                .annotation("value", first(body, "/item_value", "/value"))
                .annotation("dashboard_url", first(body, "/link", "/event_url"))
                .fingerprint(first(body, "/trigger_id", "/triggerid")
                        .or(() -> EVENT.matcher(text(body, "/link"))
                                .results()
                                .map(it -> it.group(1))
                                .findFirst())
                        .map(it -> "trigger " + it + host.map(on -> " " + on).orElse(""))
                        .orElse(""))
                .since(time(body, "/event_timestamp"));
        return switch (needed(body, "/status", "/event_status", "/trigger_status", "/event_value")
                .toLowerCase(Locale.ROOT)) {
            case "problem", "1", "update" -> draft;
            case "ok", "resolved", "recovery", "0" -> draft.resolved(time(body, "/event_recovery_timestamp"));
            default -> throw Refused.field("status", text(body, "/status"), "PROBLEM, or OK or RESOLVED");
        };
    }
}
