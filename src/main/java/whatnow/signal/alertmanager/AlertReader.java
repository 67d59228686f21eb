package whatnow.signal.alertmanager;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Expressions;
import whatnow.signal.Refused;
import whatnow.signal.Signal;
import whatnow.signal.StrictJson;
import whatnow.signal.sender.LabelFingerprint;

/**
 * Turns the alerts of a batch into signals. One that cannot be read costs the others nothing: it is kept as it came, with
 * its place and what is wrong with it.
 */
final class AlertReader {

    /** How many alerts one request may bring. */
    static final int MOST_ALERTS = 4_000;

    private static final int MOST_LABELS = 256;
    private static final int MOST_FINGERPRINT = 128;

    /** Go's zero time: no time at all. */
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final String source;
    private final boolean firsthand;
    private final Instant receivedAt;
    private final List<Delivery.Said> said = new ArrayList<>();
    private final List<Delivery.Unreadable> unreadable = new ArrayList<>();

    AlertReader(String source, boolean firsthand, Instant receivedAt) {
        this.source = source;
        this.firsthand = firsthand;
        this.receivedAt = receivedAt;
    }

    Delivery read(JsonNode alerts) {
        for (int position = 0; position < alerts.size(); position++) {
            read(position, alerts.get(position));
        }
        return delivery();
    }

    /** Something the sender itself left out. */
    Delivery andLeftOut(String why, String raw) {
        unreadable.add(new Delivery.Unreadable(said.size() + unreadable.size(), why, raw));
        return delivery();
    }

    private Delivery delivery() {
        return new Delivery(source, firsthand, receivedAt, said, unreadable);
    }

    private void read(int position, JsonNode alert) {
        var raw = alert.toString();
        try {
            said.add(signal(alert, raw));
        } catch (Refused refused) {
            unreadable.add(new Delivery.Unreadable(position, refused.why(), raw));
        }
    }

    private Delivery.Said signal(JsonNode alert, String raw) {
        if (!alert.isObject()) {
            throw Refused.field("alert", raw, "an object with labels");
        }
        var labels = texts(alert, "labels");
        labels.values().removeIf(String::isEmpty);
        if (labels.isEmpty()) {
            throw Refused.field("labels", alert.path("labels").toString(), "at least one label");
        }
        var startsAt = time(alert, "startsAt");
        var endsAt = time(alert, "endsAt");
        var status = status(alert, endsAt);
        var signal = new Signal(
                source,
                fingerprint(alert, labels),
                startsAt.orElse(receivedAt),
                status,
                status == Signal.Status.RESOLVED ? Optional.of(endsAt.orElse(receivedAt)) : Optional.empty(),
                labels,
                annotations(alert),
                receivedAt);
        return Delivery.Said.of(signal, raw, startsAt.isPresent());
    }

    /** What Prometheus asked stands in the address of its page alone. */
    private static SortedMap<String, String> annotations(JsonNode alert) {
        var annotations = new TreeMap<>(texts(alert, "annotations"));
        Expressions.in(alert.path("generatorURL").asString("")).ifPresent(it -> annotations.putIfAbsent("expr", it));
        return annotations;
    }

    private static String fingerprint(JsonNode alert, Map<String, String> labels) {
        return Optional.of(alert.path("fingerprint"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(it -> !it.isBlank() && it.length() <= MOST_FINGERPRINT)
                .orElseGet(() -> LabelFingerprint.of(labels));
    }

    private Signal.Status status(JsonNode alert, Optional<Instant> endsAt) {
        var status = alert.path("status");
        if (status.isMissingNode() || status.isNull()) {
            return endsAt.filter(it -> !it.isAfter(receivedAt))
                    .map(_ -> Signal.Status.RESOLVED)
                    .orElse(Signal.Status.FIRING);
        }
        return switch (status.asString("").toLowerCase(Locale.ROOT)) {
            case "firing" -> Signal.Status.FIRING;
            case "resolved" -> Signal.Status.RESOLVED;
            default -> throw Refused.field("status", status.toString(), "firing or resolved");
        };
    }

    private static SortedMap<String, String> texts(JsonNode alert, String name) {
        var node = alert.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return new TreeMap<>();
        }
        if (!node.isObject()) {
            throw Refused.field(name, node.toString(), "an object of texts");
        }
        if (node.size() > MOST_LABELS) {
            throw Refused.field(name, node.size() + " names", "at most " + MOST_LABELS + " names");
        }
        var texts = new TreeMap<String, String>();
        node.properties().forEach(it -> texts.put(it.getKey(), text(name + "." + it.getKey(), it.getValue())));
        return texts;
    }

    private static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw Refused.field(name, node.toString(), "a text");
        }
        var text = node.stringValue();
        if (text.length() > StrictJson.MOST_TEXT) {
            throw Refused.field(
                    name,
                    "a text of %d characters".formatted(text.length()),
                    "at most %d characters".formatted(StrictJson.MOST_TEXT));
        }
        return text;
    }

    private static Optional<Instant> time(JsonNode alert, String name) {
        var node = alert.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            var instant = OffsetDateTime.parse(node.asString("")).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return instant.equals(NEVER) ? Optional.empty() : Optional.of(possible(name, instant));
        } catch (DateTimeException broken) {
            throw Refused.field(name, node.toString(), "a time such as 2026-11-20T14:03:00Z");
        }
    }

    private static Instant possible(String name, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw Refused.field(name, instant.toString(), "a time between 1970 and 9999");
        }
        return instant;
    }
}
