package whatnow.chat.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.now.Shown;

/** A reply as Slack's messages: what is read at a glance, and the details apart. */
final class SlackMessage {

    private final Reply reply;
    private final Optional<String> base;
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> details = new ArrayList<>();

    /** @param base where paths of ours begin; empty if nobody said so */
    SlackMessage(Reply reply, Optional<String> base) {
        this.reply = reply;
        this.base = base;
        var lines = 0;
        for (var row : reply.rows()) {
            lines += Math.max(1, (int) row.text().lines().count());
            if (rows.isEmpty() || details.isEmpty() && lines <= Reply.MOST_ROWS) {
                rows.add(row);
            } else {
                details.add(row);
            }
        }
        details.addAll(reply.details());
    }

    ObjectNode main() {
        return main(false);
    }

    /** To be kept up to date by itself: no answer to its buttons takes its place. */
    ObjectNode staying() {
        return main(true);
    }

    private ObjectNode main(boolean stays) {
        var message = bare(spoken(rows));
        message.set(
                "blocks",
                new SlackBlocks(base, stays)
                        .rows(rows)
                        .chips(reply)
                        .buttons(reply, reply.buttons())
                        .done());
        return message;
    }

    boolean hasDetails() {
        return !details.isEmpty();
    }

    ObjectNode details() {
        var message = bare(spoken(details));
        message.set("blocks", new SlackBlocks(base, false).rows(details).done());
        return message;
    }

    /** What was refused is nobody else's business. */
    boolean isForEverybody() {
        return reply.forEverybody() && reply.outcome() != Outcome.REFUSED;
    }

    /** To whoever may read it. */
    ObjectNode addressed() {
        return isForEverybody() ? openly(main()) : privately(main());
    }

    static ObjectNode words(String text) {
        return privately(bare(SlackText.escaped(text)));
    }

    static ObjectNode privately(ObjectNode message) {
        return message.put("response_type", "ephemeral");
    }

    static ObjectNode openly(ObjectNode message) {
        return message.put("response_type", "in_channel");
    }

    /** For notifications and for those who have the message read to them. */
    private static String spoken(List<Row> rows) {
        var lines = rows.stream().map(it -> Shown.lines(it.text())).collect(Collectors.joining("\n"));
        return SlackText.escaped(SlackText.MOST, lines);
    }

    /** Slack looks for nothing in it and unfolds nothing. */
    private static ObjectNode bare(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", text)
                .put("mrkdwn", false)
                .put("parse", "none")
                .put("link_names", false)
                .put("unfurl_links", false)
                .put("unfurl_media", false);
    }
}
