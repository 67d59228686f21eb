package whatnow.signal.alertmanager;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;
import whatnow.signal.sender.SenderName;

/** Alertmanager's webhook, version 4. It passes on: that it speaks does not prove that whoever measures lives. */
@Component
final class AlertmanagerFormat implements Format {

    @Override
    public String key() {
        return "alertmanager";
    }

    @Override
    public String title() {
        return "Alertmanager";
    }

    @Override
    public Entry entry() {
        return new Entry("/api/v1/ingest/alertmanager", "in credentials_file of the receiver");
    }

    @Override
    public boolean isBatch() {
        return true;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.empty();
    }

    @Override
    public Delivery read(Message message) {
        var body = message.body();
        if (!body.isObject()) {
            throw Refused.field("body", kind(body), "an object with alerts");
        }
        var alerts = alerts(body.path("alerts"));
        var name = SenderName.of(message.source(), key(), body.path("externalURL"));
        var reader = new AlertReader(name, false, message.receivedAt());
        var delivery = reader.read(alerts);
        var leftOut = body.path("truncatedAlerts").asInt(0);
        return leftOut == 0 ? delivery : leftOut(reader, leftOut, body);
    }

    private static Delivery leftOut(AlertReader reader, int leftOut, JsonNode body) {
        return reader.andLeftOut(
                "Alertmanager left out %d alerts of this group; raise max_alerts of its receiver.".formatted(leftOut),
                body.path("groupKey").asString(""));
    }

    static JsonNode alerts(JsonNode alerts) {
        if (!alerts.isArray()) {
            throw Refused.field("alerts", kind(alerts), "an array of alerts");
        }
        if (alerts.size() > AlertReader.MOST_ALERTS) {
            throw Refused.field(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "alerts",
                    alerts.size() + " alerts",
                    "at most %d; send smaller batches".formatted(AlertReader.MOST_ALERTS));
        }
        return alerts;
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
