package whatnow.signal.opsgenie;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.needed;
import static whatnow.signal.sender.Fields.text;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.Delivery;
import whatnow.signal.StrictJson;
import whatnow.signal.sender.Batch;
import whatnow.signal.sender.Draft;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.Message;

/** An alert as monitors create it by Opsgenie's alert API. */
@Component
final class OpsgenieAlerts implements Format {

    @Override
    public String key() {
        return "opsgenie-alerts";
    }

    @Override
    public String title() {
        return "Opsgenie alert API";
    }

    @Override
    public Entry entry() {
        return new Entry("/v2/alerts", "as the API key");
    }

    @Override
    public boolean isBatch() {
        return false;
    }

    @Override
    public Optional<Duration> holds() {
        return Optional.of(Duration.ofDays(1));
    }

    /** Whoever closes an alert need not say anything. */
    @Override
    public JsonNode parsed(byte[] body) {
        return body.length == 0 ? JsonNodeFactory.instance.objectNode() : StrictJson.readBatch(body);
    }

    @Override
    public Delivery read(Message message) {
        return new Batch(this, message, message.body().path("source"))
                .add(message.body(), OpsgenieAlerts::alert)
                .delivery();
    }

    private static Draft alert(JsonNode alert) {
        var draft = Draft.named(first(alert, "/details/alertname").orElseGet(() -> needed(alert, "/message")))
                .labels(alert.path("details"))
                .label("service", first(alert, "/details/service", "/entity"))
                .label("severity", first(alert, "/details/severity").orElse(priority(text(alert, "/priority"))))
                .annotation("summary", text(alert, "/message"))
                .annotation("description", text(alert, "/description"))
                .fingerprint(first(alert, "/alias").orElseGet(() -> needed(alert, "/message")));
        return alert.path(CLOSED).asBoolean(false) ? draft.resolved(Optional.empty()) : draft;
    }

    /** Said by the door that closes: the API closes by another address and not by a field. */
    static final String CLOSED = "whatnow closed";

    /** {@code 3} and {@code P3} are one. */
    static String priority(String said) {
        return said.matches("[1-5]") ? "P" + said : said;
    }
}
