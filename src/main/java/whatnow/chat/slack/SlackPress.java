package whatnow.chat.slack;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import whatnow.chat.account.ChatUser;
import whatnow.chat.door.Press;
import whatnow.signal.Refused;

/**
 * A button that somebody pressed.
 *
 * @param message that it stands in
 * @param thread the message under which details belong
 * @param isPrivate only the one who pressed sees the message
 */
record SlackPress(
        ChatUser user,
        String handle,
        Press press,
        String channel,
        String message,
        String thread,
        boolean isPrivate,
        String later) {

    /** @throws Refused if it is no button of ours */
    static SlackPress read(JsonNode payload) {
        if (!payload.path("type").asString("").equals("block_actions")) {
            throw Refused.field("type", payload.path("type").asString(""), "block_actions");
        }
        var team = payload.path("team")
                .path("id")
                .asString(payload.path("enterprise").path("id").asString(""));
        var name = payload.path("user")
                .path("username")
                .asString(payload.path("user").path("name").asString(""));
        var container = payload.path("container");
        var message = container.path("message_ts").asString("");
        return new SlackPress(
                SlackCommand.user(team, payload.path("user").path("id").asString("")),
                SlackCommand.handle(name, payload.path("team").path("domain").asString("")),
                Press.read(payload.path("actions").path(0).path("value").asString("")),
                payload.path("channel").path("id").asString(""),
                message,
                Optional.of(container.path("thread_ts").asString(""))
                        .filter(it -> !it.isEmpty())
                        .orElse(message),
                container.path("is_ephemeral").asBoolean(false),
                payload.path("response_url").asString(""));
    }
}
