package whatnow.chat.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import whatnow.chat.account.ChatService;
import whatnow.chat.account.ChatUser;
import whatnow.chat.door.ChannelName;
import whatnow.chat.door.FormBody;
import whatnow.signal.Refused;

/**
 * What somebody typed behind the root command.
 *
 * @param incident that the channel is named after
 * @param later where a late answer goes; empty if Slack gave no such place
 */
record SlackCommand(
        ChatUser user, String handle, String text, String channel, Optional<String> incident, String later) {

    /** @throws Refused if it is no command */
    static SlackCommand read(FormBody form) {
        return new SlackCommand(
                user(form.need("team_id"), form.need("user_id")),
                handle(form.get("user_name"), form.get("team_domain")),
                SlackText.typed(form.get("text")),
                form.need("channel_id"),
                ChannelName.incident(form.get("channel_name")),
                form.get("response_url"));
    }

    /** The same as it comes through a socket. */
    static SlackCommand read(JsonNode payload) {
        var fields = new HashMap<String, String>();
        payload.properties().forEach(it -> fields.put(it.getKey(), it.getValue().asString("")));
        return read(new FormBody(Map.copyOf(fields)));
    }

    static ChatUser user(String team, String id) {
        try {
            return new ChatUser(ChatService.SLACK, team, id);
        } catch (IllegalArgumentException odd) {
            throw Refused.field("user", "an id that is empty or too long", "an id of Slack");
        }
    }

    static String handle(String name, String team) {
        return name + (team.isBlank() ? "" : " in " + team);
    }
}
