package whatnow.signal.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.Signal;
import whatnow.signal.Signal.Status;
import whatnow.signal.StrictJson;

/** An alert that is being put together from what a sender wrote. Blank texts are left out. */
public final class Draft {

    private static final int MOST_NAMES = 256;
    private static final int MOST_FINGERPRINT = 128;

    private final SortedMap<String, String> labels = new TreeMap<>();
    private final SortedMap<String, String> annotations = new TreeMap<>();
    private Optional<String> fingerprint = Optional.empty();
    private Optional<Instant> startsAt = Optional.empty();
    private Optional<Instant> endsAt = Optional.empty();
    private Status status = Status.FIRING;
    private boolean lost;

    /** @param name of the alert */
    public static Draft named(String name) {
        return new Draft().label("alertname", name);
    }

    public Draft label(String name, String value) {
        return with(labels, name, value);
    }

    public Draft label(String name, Optional<String> value) {
        return label(name, value.orElse(""));
    }

    /** All texts and numbers of an object; what is deeper is left out here and stays in the raw text. */
    public Draft labels(JsonNode object) {
        object.properties().forEach(it -> label(it.getKey(), Fields.text(it.getValue())));
        return this;
    }

    public Draft annotation(String name, String value) {
        return with(annotations, name, value);
    }

    public Draft annotation(String name, Optional<String> value) {
        return annotation(name, value.orElse(""));
    }

    /** The sender's own name for what it speaks of; the same as long as it lasts. */
    public Draft fingerprint(String it) {
        fingerprint = Optional.of(it).filter(id -> !id.isBlank());
        return this;
    }

    public Draft since(Optional<Instant> start) {
        startsAt = start;
        return this;
    }

    public Draft resolved(Optional<Instant> end) {
        status = Status.RESOLVED;
        endsAt = end;
        return this;
    }

    /** The sender says that it does not know. */
    public Draft lost() {
        lost = true;
        return this;
    }

    private Draft with(SortedMap<String, String> texts, String name, String value) {
        if (value.isBlank()) {
            return this;
        }
        if (value.length() > StrictJson.MOST_TEXT) {
            throw Refused.field(
                    name,
                    "a text of %d characters".formatted(value.length()),
                    "at most %d characters".formatted(StrictJson.MOST_TEXT));
        }
        texts.put(name, value.strip());
        if (texts.size() > MOST_NAMES) {
            throw Refused.field(
                    name, "one of more than %d names".formatted(MOST_NAMES), "at most %d names".formatted(MOST_NAMES));
        }
        return this;
    }

    /** @param holds how long it is believed without a repeat; empty goes by its sender's silence */
    Delivery.Said said(String source, String raw, Instant receivedAt, Optional<Duration> holds) {
        var signal = new Signal(
                source,
                fingerprint
                        .filter(it -> it.length() <= MOST_FINGERPRINT)
                        .orElseGet(() -> LabelFingerprint.of(identity())),
                startsAt.orElse(receivedAt),
                status,
                status == Status.RESOLVED ? Optional.of(endsAt.orElse(receivedAt)) : Optional.empty(),
                labels,
                annotations,
                receivedAt);
        return new Delivery.Said(signal, raw, startsAt.isPresent(), List.of(), lost, holds.map(receivedAt::plus));
    }

    /** What tells two alerts of a sender apart that gives them no name: a long one of its own, else what it is about. */
    private SortedMap<String, String> identity() {
        var identity = new TreeMap<String, String>();
        for (var name : List.of("alertname", "service", "region", "host", "instance")) {
            Optional.ofNullable(labels.get(name)).ifPresent(it -> identity.put(name, it));
        }
        fingerprint.ifPresent(it -> identity.put("fingerprint", it));
        return identity;
    }
}
