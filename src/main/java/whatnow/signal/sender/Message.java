package whatnow.signal.sender;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request of a sender.
 *
 * @param source what it wants to be called
 */
public record Message(JsonNode body, Optional<String> source, Instant receivedAt) {

    /**
     * What the sender is called: as it wants to be, else by what it says of itself.
     *
     * @param address a URL or name of its own, or empty
     */
    String sender(String kind, JsonNode address) {
        return SenderName.of(source, kind, address);
    }
}
