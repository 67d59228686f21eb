package whatnow.chat.mattermost;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.door.Press;
import whatnow.security.Hmac;
import whatnow.signal.Refused;

/**
 * What a button carries, signed by us. Mattermost keeps it to itself and hands it back when the button is pressed; whoever
 * cannot show it cannot press.
 *
 * @param isPrivate only the one who asked sees the message of the button
 */
record SignedPress(Press press, boolean isPrivate, Instant until) {

    /** A card from last week is not acted on. */
    static final Duration LIVES = Duration.ofDays(7);

    ObjectNode written(String secret) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("press", press.written());
        json.put("private", isPrivate);
        json.put("until", Long.toString(until.getEpochSecond()));
        return json.put("signature", signature(secret));
    }

    /** @throws Refused if it is none of ours, or too old */
    static SignedPress read(JsonNode context, List<String> secrets, Instant now) {
        var until = context.path("until").asString("");
        if (!until.matches("\\d{1,12}")) {
            throw refused();
        }
        var said = new SignedPress(
                pressed(context),
                context.path("private").asBoolean(false),
                Instant.ofEpochSecond(Long.parseLong(until)));
        var signature = bytes(context.path("signature").asString(""));
        var fits = false;
        for (var secret : secrets) {
            fits |= MessageDigest.isEqual(bytes(said.signature(secret)), signature);
        }
        if (!fits) {
            throw refused();
        }
        if (!now.isBefore(said.until())) {
            throw Refused.because(HttpStatus.GONE, "This button is older than a week. Ask again.");
        }
        return said;
    }

    private static Press pressed(JsonNode context) {
        try {
            return Press.read(context.path("press").asString(""));
        } catch (Refused none) {
            throw refused();
        }
    }

    private String signature(String secret) {
        return Hmac.hex(
                secret,
                bytes("whatnow button\n%d\n%s\n%s".formatted(until.getEpochSecond(), isPrivate, press.written())));
    }

    private static Refused refused() {
        return Refused.because(HttpStatus.UNAUTHORIZED, "This button is none that Whatnow made. Ask again.");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
