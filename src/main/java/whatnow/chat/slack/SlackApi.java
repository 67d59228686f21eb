package whatnow.chat.slack;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What we ask of Slack's Web API. Whatever goes wrong is logged by Slack's word for it, and is empty here. */
@Component
class SlackApi {

    private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SlackSettings settings;
    private final Wire wire;

    SlackApi(SlackSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /** The number of the new message in its channel. */
    Optional<String> post(String channel, ObjectNode message) {
        return call("chat.postMessage", settings.botToken(), message.deepCopy().put("channel", channel))
                .map(it -> it.path("ts").asString(""));
    }

    /** A reply under a message. */
    Optional<String> reply(String channel, String thread, ObjectNode message) {
        return post(channel, message.deepCopy().put("thread_ts", thread));
    }

    boolean update(String channel, String ts, ObjectNode message) {
        var changed = message.deepCopy().put("channel", channel).put("ts", ts);
        return call("chat.update", settings.botToken(), changed).isPresent();
    }

    /** Where a socket can be opened, once. */
    Optional<URI> socket() {
        return call("apps.connections.open", settings.appToken(), JsonNodeFactory.instance.objectNode())
                .map(it -> it.path("url").asString(""))
                .filter(it -> it.startsWith(settings.api().startsWith("https:") ? "wss://" : "ws"))
                .map(URI::create);
    }

    private Optional<JsonNode> call(String method, String token, ObjectNode arguments) {
        var address = URI.create(settings.api().replaceFirst("/+$", "") + "/" + method);
        return wire.post(address, Optional.of(token.strip()), arguments).flatMap(it -> good(method, it));
    }

    private static Optional<JsonNode> good(String method, String body) {
        try {
            var answer = JSON.readTree(body);
            if (!answer.path("ok").asBoolean(false)) {
                LOG.warn("Slack refused {}: {}", method, answer.path("error").asString("no reason"));
                return Optional.empty();
            }
            return Optional.of(answer);
        } catch (JacksonException unreadable) {
            LOG.warn("Slack answered {} with something that is no JSON.", method);
            return Optional.empty();
        }
    }
}
