package whatnow.signal.opsgenie;

import static whatnow.signal.sender.Fields.first;
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
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** What Opsgenie's webhook integration sends when something is done about an alert. */
@Component
final class OpsgenieFormat implements Format {

    private static final Set<String> ENDS = Set.of("close", "delete");

    @Override
    public String key() {
        return "opsgenie";
    }

    @Override
    public String title() {
        return "Opsgenie webhooks";
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
        return new Batch(this, message, message.body().path("integrationName"))
                .add(message.body(), OpsgenieFormat::event)
                .delivery();
    }

    private static Draft event(JsonNode body) {
        var alert = body.path("alert");
        var draft = Draft.named(needed(alert, "/message"))
                .label("service", first(alert, "/entity", "/details/service"))
                .label("severity", OpsgenieAlerts.priority(text(alert, "/priority")))
                .annotation("summary", text(alert, "/message"))
                .annotation("description", text(alert, "/description"))
                .fingerprint(needed(alert, "/alias", "/alertId"))
                .since(time(alert, "/createdAt"));
        return ENDS.contains(needed(body, "/action").toLowerCase(Locale.ROOT))
                ? draft.resolved(time(alert, "/updatedAt"))
                : draft;
    }
}
