package whatnow.signal.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;

/** Gathers the alerts of one message. One that cannot be read is kept as it came, with its place and what is wrong. */
public final class Batch {

    private final Format format;
    private final Message message;
    private final String source;
    private final List<Delivery.Said> said = new ArrayList<>();
    private final List<Delivery.Unreadable> unreadable = new ArrayList<>();

    /** @param address of the sender, as it gives it for itself; a missing node if it does not */
    public Batch(Format format, Message message, JsonNode address) {
        this.format = format;
        this.message = message;
        this.source = message.sender(format.key(), address);
    }

    public Batch all(JsonNode alerts, Function<JsonNode, Draft> reading) {
        for (var alert : alerts) {
            add(alert, reading);
        }
        return this;
    }

    public Batch add(JsonNode alert, Function<JsonNode, Draft> reading) {
        var raw = alert.toString();
        try {
            said.add(reading.apply(alert).said(source, raw, message.receivedAt(), format.holds()));
        } catch (Refused refused) {
            unreadable.add(new Delivery.Unreadable(said.size() + unreadable.size(), refused.why(), raw));
        }
        return this;
    }

    /** Who speaks of what it measures proves by speaking that it lives. */
    public Delivery delivery() {
        return new Delivery(source, true, message.receivedAt(), said, unreadable);
    }
}
