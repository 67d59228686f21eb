package whatnow.testkit.slack;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stands at one moment.
 *
 * @param thread the message under which it is a reply
 * @param onlyFor the one user who sees it
 * @param edits how often it was updated
 * @param metadata what the application wrote on it for itself; a missing node if it did not
 * @param arguments with which it was posted
 */
public record Message(
        String channel,
        String ts,
        Optional<String> thread,
        Optional<String> onlyFor,
        String text,
        ArrayNode blocks,
        int edits,
        JsonNode metadata,
        JsonNode arguments) {

    /** What a message would look like that was not sent yet. */
    public static Message draft(JsonNode content) {
        var blocks = JsonNodeFactory.instance.arrayNode();
        content.path("blocks").forEach(blocks::add);
        var text = content.path("text").asString("");
        var nothing = JsonNodeFactory.instance.missingNode();
        return new Message("draft", "0.0", Optional.empty(), Optional.empty(), text, blocks, 0, nothing, nothing);
    }

    public boolean isEphemeral() {
        return onlyFor.isPresent();
    }

    /** What a reader sees, line by line; buttons as {@code [label]}. */
    public String shown() {
        return blocks.isEmpty() ? Markup.decoded(text) : Reading.of(blocks);
    }

    /** It is a reply that the channel sees too. */
    public boolean isBroadcast() {
        return arguments.path("reply_broadcast").asBoolean(false);
    }

    public List<String> buttons() {
        return Reading.buttons(blocks).stream()
                .map(it -> Markup.decoded(it.path("text").path("text").asString()))
                .toList();
    }

    /** Whoever is called by it, and wherever it leads: {@code <!channel>}, {@code <@U1>}, {@code <https://...>}. */
    public List<String> mentions() {
        return Markup.mentions(text, blocks);
    }

    Message changed(String text, ArrayNode blocks) {
        return new Message(channel, ts, thread, onlyFor, text, blocks, edits + 1, metadata, arguments);
    }

    ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("type", "message");
        json.put("subtype", "bot_message");
        json.put("bot_id", "B1");
        json.put("app_id", "A1");
        json.put("user", "UBOT");
        json.put("ts", ts);
        json.put("text", text);
        thread.ifPresent(it -> json.put("thread_ts", it));
        if (edits > 0) {
            json.putObject("edited").put("user", "UBOT").put("ts", ts);
        }
        json.set("blocks", blocks);
        if (!metadata.isMissingNode()) {
            json.set("metadata", metadata);
        }
        return json;
    }
}
