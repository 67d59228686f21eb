package whatnow.signal.azure;

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
import whatnow.signal.Refused;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** Azure Monitor's common alert schema, as an action group sends it when an alert fires or is resolved. */
@Component
final class AzureFormat implements Format {

    @Override
    public String key() {
        return "azure";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("azure-monitor");
    }

    @Override
    public String title() {
        return "Azure Monitor";
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
        return new Batch(this, message, message.body().path("none"))
                .add(message.body(), AzureFormat::alert)
                .delivery();
    }

    private static Draft alert(JsonNode body) {
        if (!text(body, "/schemaId").equals("azureMonitorCommonAlertSchema")) {
            throw Refused.field(
                    "schemaId",
                    text(body, "/schemaId"),
                    "azureMonitorCommonAlertSchema; switch the common alert schema on");
        }
        var essentials = body.at("/data/essentials");
        var condition = body.at("/data/alertContext/condition/allOf/0");
        var draft = Draft.named(needed(essentials, "/alertRule"))
                .label("service", text(essentials, "/configurationItems/0"))
                .label("severity", text(essentials, "/severity"))
                .label("signal_type", text(essentials, "/signalType"))
                .label("metric", text(condition, "/metricName"))
                .label("namespace", text(condition, "/metricNamespace"))
                .label("region", first(body, "/data/alertContext/properties/region", "/data/alertContext/region"))
                .label("resource", text(essentials, "/alertTargetIDs/0"))
                .annotation("summary", needed(essentials, "/alertRule"))
                .annotation("description", text(essentials, "/description"))
                .annotation("value", text(condition, "/metricValue"))
                .fingerprint(needed(essentials, "/originAlertId", "/alertId"))
                .since(time(essentials, "/firedDateTime"));
        return switch (needed(essentials, "/monitorCondition").toLowerCase(Locale.ROOT)) {
            case "fired" -> draft;
            case "resolved" -> draft.resolved(time(essentials, "/resolvedDateTime"));
            default ->
                throw Refused.field("monitorCondition", text(essentials, "/monitorCondition"), "Fired or Resolved");
        };
    }
}
