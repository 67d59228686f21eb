package whatnow.chat.slack;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.chat.door.Address;
import whatnow.chat.door.Deliveries.Delivery;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;

/** What comes through a socket: the same as at the door, in envelopes that are acknowledged by their number. */
@Component
class SocketEnvelopes {

    private static final Logger LOG = LoggerFactory.getLogger(SocketEnvelopes.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    enum Kind {
        HELLO,
        GOODBYE,
        SWITCHED_OFF,
        ENVELOPE,
        OTHER
    }

    private final SlackIntake intake;
    private final Address address;

    SocketEnvelopes(SlackIntake intake, Address address) {
        this.intake = intake;
        this.address = address;
    }

    Kind kind(String said) {
        var json = read(said);
        return switch (json.path("type").asString("")) {
            case "hello" -> Kind.HELLO;
            case "disconnect" ->
                json.path("reason").asString("").equals("link_disabled") ? Kind.SWITCHED_OFF : Kind.GOODBYE;
            default -> json.hasNonNull("envelope_id") ? Kind.ENVELOPE : Kind.OTHER;
        };
    }

    /** Never holds up the socket: each envelope is answered by a thread of its own. */
    void take(String said, Consumer<String> answers) {
        Thread.ofVirtual().name("slack-envelope").start(() -> answers.accept(answer(read(said))));
    }

    private String answer(JsonNode envelope) {
        var acknowledged = JsonNodeFactory.instance
                .objectNode()
                .put("envelope_id", envelope.path("envelope_id").asString());
        try {
            var answer = answered(envelope);
            if (!answer.isEmpty() && envelope.path("accepts_response_payload").asBoolean(false)) {
                acknowledged.set("payload", JSON.readTree(answer));
            }
        } catch (Refused refused) {
            LOG.warn("An envelope of Slack was not understood: {}", refused.why());
        } catch (RuntimeException failure) {
            LOG.error("An envelope of Slack could not be answered", failure);
        }
        return acknowledged.toString();
    }

    private String answered(JsonNode envelope) {
        var payload = envelope.path("payload");
        return switch (envelope.path("type").asString("")) {
            case "slash_commands" -> intake.command(SlackCommand.read(payload), delivery(envelope), address.set());
            case "interactive" -> intake.press(SlackPress.read(payload), delivery(envelope), address.set());
            default -> "";
        };
    }

    /** Whoever sends through a socket proved itself when it was opened; what comes twice was not heard the first time. */
    private static Delivery delivery(JsonNode envelope) {
        return Delivery.of(
                envelope.path("envelope_id").asString(),
                envelope.path("payload").toString(),
                true);
    }

    private static JsonNode read(String said) {
        try {
            return StrictJson.readBatch(said.getBytes(StandardCharsets.UTF_8));
        } catch (Refused unreadable) {
            LOG.warn("Something came through Slack's socket that is no JSON: {}", unreadable.why());
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
