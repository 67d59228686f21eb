package whatnow.chat.mattermost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Chip;
import whatnow.chat.Reply.Outcome;
import whatnow.chat.Reply.Row;
import whatnow.chat.door.Cut;
import whatnow.chat.door.Press;
import whatnow.now.Shown;

/** A reply as Mattermost's messages: its rows, its buttons, and the details apart. */
final class MattermostMessage {

    private static final int MOST_BUTTONS = 25;
    private static final int MOST_CHIPS = 8;
    private static final int MOST_LABEL = 75;
    private static final String ACTION = "/chat/mattermost/action";

    private final Reply reply;
    private final String base;
    private final String secret;
    private final Instant now;

    /**
     * @param base where paths of ours begin
     * @param secret that buttons are signed with
     */
    MattermostMessage(Reply reply, String base, String secret, Instant now) {
        this.reply = reply;
        this.base = base;
        this.secret = secret;
        this.now = now;
    }

    /** To a command. */
    ObjectNode answer() {
        var isPrivate = isPrivate();
        var message = said(text(), isPrivate);
        message.set("attachments", attachments(isPrivate, false));
        if (hasDetails()) {
            message.putArray("extra_responses").add(said(details(), true));
        }
        return message;
    }

    /** Fields of a post that is kept up to date by itself: no answer to its buttons takes its place. */
    ObjectNode staying() {
        var post = JsonNodeFactory.instance.objectNode().put("message", text());
        post.putObject("props").set("attachments", attachments(false, true));
        return post;
    }

    /** To a press: in place of the message, or beside it for whoever pressed. */
    ObjectNode answer(boolean replaces, boolean isPrivate) {
        var answer = JsonNodeFactory.instance.objectNode().put("skip_slack_parsing", true);
        if (!replaces) {
            return answer.put("ephemeral_text", text() + (hasDetails() ? "\n\n" + details() : ""));
        }
        var update = answer.putObject("update").put("message", text());
        update.putObject("props").set("attachments", attachments(isPrivate, false));
        return hasDetails() ? answer.put("ephemeral_text", details()) : answer;
    }

    /** To either. */
    static ObjectNode words(String text) {
        var escaped = MattermostText.escaped(text);
        return said(escaped, true).put("ephemeral_text", escaped);
    }

    private static ObjectNode said(String text, boolean isPrivate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("response_type", isPrivate ? "ephemeral" : "in_channel")
                .put("text", text)
                .put("skip_slack_parsing", true);
    }

    private boolean isPrivate() {
        return !reply.forEverybody() || reply.outcome() == Outcome.REFUSED;
    }

    private String text() {
        return new MattermostText(Optional.of(base)).of(reply.rows());
    }

    private boolean hasDetails() {
        return !reply.details().isEmpty();
    }

    private String details() {
        return new MattermostText(Optional.of(base)).of(reply.details());
    }

    private static Row read(Chip chip) {
        var says = chip.isGuess() ? "Only a guess, and not believed: %s (from \"%s\")" : "I read: %s (from \"%s\")";
        return Row.text(says.formatted(chip.text(), chip.words()));
    }

    /** Under the answer what can be pressed; under that, each thing that was read with what corrects it. */
    private ArrayNode attachments(boolean isPrivate, boolean stays) {
        var attachments = JsonNodeFactory.instance.arrayNode();
        var buttons = reply.buttons().stream().limit(MOST_BUTTONS).toList();
        if (!buttons.isEmpty()) {
            actions(attachments.addObject().put("fallback", "Buttons"), "say", buttons, isPrivate, stays);
        }
        reply.chips().stream().limit(MOST_CHIPS).forEach(chip -> {
            var read = new MattermostText(Optional.of(base)).of(List.of(read(chip)));
            var attachment = attachments.addObject().put("fallback", read).put("text", read);
            actions(attachment, "read" + attachments.size() + "say", chip.buttons(), isPrivate, stays);
        });
        return attachments;
    }

    /** @param id that the ids of these begin with; each must be another in one post */
    private void actions(ObjectNode attachment, String id, List<Button> buttons, boolean isPrivate, boolean stays) {
        var actions = attachment.putArray("actions");
        buttons.forEach(it -> actions.add(action(it, id + actions.size(), isPrivate, stays)));
    }

    private ObjectNode action(Button button, String id, boolean isPrivate, boolean stays) {
        var said = Press.of(reply, button.line());
        var press = new SignedPress(stays ? said.staying() : said, isPrivate, now.plus(SignedPress.LIVES));
        var action = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "button")
                .put("name", Cut.to(MOST_LABEL, Shown.of(button.label())));
        if (button.isMain()) {
            action.put("style", "primary");
        }
        var integration = action.putObject("integration").put("url", base + ACTION);
        integration.set("context", press.written(secret));
        return action;
    }
}
