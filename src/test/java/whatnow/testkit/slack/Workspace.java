package whatnow.testkit.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.time.Now;

/** Channels, and the times at which messages are written. */
final class Workspace {

    static final String TEAM = "T1";
    static final String DOMAIN = "acme";

    private final Now now;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private int written;

    Workspace(Now now) {
        this.now = now;
    }

    Now now() {
        return now;
    }

    synchronized Channel open(String id, String name) {
        return channels.computeIfAbsent(id, _ -> new Channel(id, name));
    }

    synchronized Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    synchronized boolean has(String name) {
        return channels.values().stream().anyMatch(it -> it.name().equals(name));
    }

    synchronized String nextId() {
        return "C" + (channels.size() + 1);
    }

    /** Seconds with a counter behind the point, as Slack numbers messages. */
    synchronized String nextTs() {
        written++;
        return "%d.%06d".formatted(now.instant().getEpochSecond(), written);
    }

    Message write(Channel channel, JsonNode content, Optional<String> onlyFor) {
        var thread = Optional.of(content.path("thread_ts").asString("")).filter(it -> !it.isEmpty());
        var message = new Message(
                channel.id(),
                nextTs(),
                thread,
                onlyFor,
                content.path("text").asString(""),
                blocks(content),
                0,
                content.path("metadata"),
                content);
        channel.write(message);
        return message;
    }

    /** Slack gives every block an id that has none. */
    ArrayNode blocks(JsonNode content) {
        var blocks = JsonNodeFactory.instance.arrayNode();
        for (var block : content.path("blocks")) {
            var copy = block.deepCopy();
            if (copy instanceof ObjectNode it && !it.has("block_id")) {
                it.put("block_id", "b" + blocks.size());
            }
            blocks.add(copy);
        }
        return blocks;
    }
}
