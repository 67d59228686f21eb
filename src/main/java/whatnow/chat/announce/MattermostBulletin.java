package whatnow.chat.announce;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import whatnow.chat.Rendering;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Row;
import whatnow.message.mattermost.MattermostText;

/**
 * A bulletin as one attachment. What would be a button is a command to type: a button of Mattermost calls an address of
 * ours, which it may not reach.
 */
final class MattermostBulletin implements Rendering {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Optional<String> base;

    /** @param base where paths of ours begin; empty if nobody said so */
    MattermostBulletin(Optional<String> base) {
        this.base = base;
    }

    @Override
    public String kind() {
        return "mattermost";
    }

    @Override
    public String payload(Reply reply) {
        var payload = JSON.createObjectNode().put("message", "");
        payload.putObject("props")
                .putArray("attachments")
                .addObject()
                .put("fallback", MattermostText.plain(Bulletin.aloud(reply)))
                .put("text", text(reply));
        return payload.toString();
    }

    private String text(Reply reply) {
        return reply.rows().stream().map(this::line).collect(Collectors.joining("\n"))
                + reply.buttons().stream()
                        .map(Button::line)
                        .map("`/whatnow %s`"::formatted)
                        .collect(Collectors.joining(" ", "\n", ""));
    }

    private String line(Row row) {
        var text = MattermostText.plain(row.text());
        return switch (row.style()) {
            case HEAD, WARNING -> "**" + text + "**";
            case TEXT, COMMAND, NOTE ->
                row.path()
                        .flatMap(path -> base.map(it -> "[%s](%s%s)".formatted(text, it, path)))
                        .orElse(text);
        };
    }
}
