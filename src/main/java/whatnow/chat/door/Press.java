package whatnow.chat.door;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;

/**
 * What a button carries through a chat and back: the line that it says, and of what it spoke when it was shown (S-5).
 *
 * @param incident number of the one that was shown; empty if none
 * @param version of that incident as shown
 * @param stays the message that it stands in is kept up to date by itself, and no answer takes its place
 */
public record Press(String line, Optional<String> incident, Optional<String> version, boolean stays) {

    /** A button of a reply. */
    public static Press of(Reply reply, String line) {
        return new Press(line, reply.incident(), Optional.of(reply.version()).filter(it -> !it.isEmpty()), false);
    }

    /** The same in a message that is kept up to date by itself. */
    public Press staying() {
        return new Press(line, incident, version, true);
    }

    /** As JSON in which no sign means anything to a chat: some escape values on their way and some do not. */
    public String written() {
        var json = JsonNodeFactory.instance.objectNode().put("line", line);
        version.ifPresent(it -> json.put("version", it));
        incident.ifPresent(it -> json.put("incident", it));
        if (stays) {
            json.put("stays", true);
        }
        return json.toString().replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }

    /** @throws Refused if it is none of ours */
    public static Press read(String value) {
        return read(StrictJson.read(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws Refused if it is none of ours */
    public static Press read(JsonNode json) {
        var line = text(json, "line").orElseThrow(() -> Refused.field("line", "missing", "what the button says"));
        return new Press(
                line,
                text(json, "incident"),
                text(json, "version"),
                json.path("stays").asBoolean(false));
    }

    /**
     * Whether the answer takes the place of the message that the button stood in. What others see is replaced only by what
     * they may see; and a card only by what is about the same incident, unless it was about none.
     *
     * @param isPrivate only the one who pressed sees the message
     */
    public boolean isReplacedBy(Reply reply, boolean isPrivate) {
        if (stays) {
            return false;
        }
        var isAboutTheSame = incident.isPresent()
                ? reply.incident().equals(incident)
                : reply.outcome() != Outcome.REFUSED || reply.incident().isPresent();
        return (isPrivate || reply.forEverybody()) && isAboutTheSame;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asString("")).filter(it -> !it.isBlank());
    }
}
