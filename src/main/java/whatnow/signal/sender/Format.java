package whatnow.signal.sender;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import whatnow.signal.Delivery;
import whatnow.signal.StrictJson;

/** How one kind of sender writes down what it says. Time comes in with the message; nothing else is looked at. */
public interface Format {

    /** In the address of its door, {@code /api/v1/ingest/KEY}, and in front of the names of its sources. */
    String key();

    /** What else people call it, for whoever tries samples out. */
    default Set<String> alsoCalled() {
        return Set.of();
    }

    /** For people: {@code Grafana alerting}. */
    String title();

    /** What a person enters at the sender. */
    default Entry entry() {
        return new Entry("/api/v1/ingest/" + key(), "");
    }

    /**
     * @param path on this server
     * @param token how a token for machines comes along, in words; empty where any way will do
     */
    record Entry(String path, String token) {}

    /** How it signs, where a secret is set for it. */
    default Signed signed() {
        return new Signed("Whatnow-Signature", "v1=", Optional.of("Whatnow-Timestamp"));
    }

    /** One request may bring many alerts, and so more bytes. */
    boolean isBatch();

    /**
     * How long its word is believed without a repeat. Empty for who repeats what still goes on: then its silence means
     * something.
     */
    Optional<Duration> holds();

    /** What this sender would send, with one alert firing, for whoever tries its door out. */
    default Optional<byte[]> sample() {
        return Samples.of(key());
    }

    /**
     * What its bytes say, before anybody asks what that means.
     *
     * @throws whatnow.signal.Refused with the place where they stop saying anything
     */
    default JsonNode parsed(byte[] body) {
        return StrictJson.readBatch(body);
    }

    /** The body with what the sender wrote into the headers of its request. */
    default JsonNode whole(JsonNode body, Headers headers) {
        return body;
    }

    /** Of one request. */
    @FunctionalInterface
    interface Headers {

        Optional<String> get(String name);
    }

    /**
     * What is broken in one of many is kept as unreadable and costs the others nothing.
     *
     * @throws whatnow.signal.Refused if the whole is nothing that this sender sends
     */
    Delivery read(Message message);
}
