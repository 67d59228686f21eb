package whatnow.chat.slack;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.door.Conversation;

/** Lets what was said in Slack be answered, and says where each part of the answer goes. */
@Component
class SlackTalk {

    private final Conversation conversation;
    private final SlackSettings settings;
    private final SlackApi api;
    private final LateAnswers late;
    private final Threads threads;

    SlackTalk(Conversation conversation, SlackSettings settings, SlackApi api, LateAnswers late, Threads threads) {
        this.conversation = conversation;
        this.settings = settings;
        this.api = api;
        this.late = late;
        this.threads = threads;
    }

    /**
     * @param message what is answered
     * @param details to be sent once the message is there
     */
    record Spoken(ObjectNode message, Optional<ObjectNode> details) {

        /** Whether there is anything to read in it. */
        boolean isSilent() {
            return !message.has("text");
        }

        static Spoken words(String text) {
            return new Spoken(SlackMessage.words(text), Optional.empty());
        }
    }

    Spoken command(SlackCommand said, Optional<String> base) {
        var reply = conversation.answer(said.user(), said.handle(), said.text(), said.incident(), Optional.empty());
        var message = new SlackMessage(reply, base);
        var inThread = message.hasDetails() && message.isForEverybody() && settings.hasBot();
        if (inThread && postedWithThread(said.channel(), message)) {
            return new Spoken(SlackMessage.openly(JsonNodeFactory.instance.objectNode()), Optional.empty());
        }
        return new Spoken(
                message.addressed(),
                message.hasDetails() ? Optional.of(SlackMessage.privately(message.details())) : Optional.empty());
    }

    /** Only a message that we post ourselves has a number, and only under a number can there be a thread. */
    private boolean postedWithThread(String channel, SlackMessage message) {
        var posted = api.post(channel, message.main());
        posted.ifPresent(it -> threads.show(channel, it, message.details()));
        return posted.isPresent();
    }

    /** The message whose button it was shows what is so now; what concerns another thing is said beside it. */
    void press(SlackPress pressed, Optional<String> base) {
        var press = pressed.press();
        var reply =
                conversation.answer(pressed.user(), pressed.handle(), press.line(), press.incident(), press.version());
        var message = new SlackMessage(reply, base);
        var replaces = press.isReplacedBy(reply, pressed.isPrivate());
        var main = message.main().put("replace_original", replaces);
        late.post(
                pressed.later(),
                replaces || !message.isForEverybody() ? SlackMessage.privately(main) : SlackMessage.openly(main));
        if (message.hasDetails()) {
            details(pressed, message, replaces);
        }
    }

    private void details(SlackPress pressed, SlackMessage message, boolean replaces) {
        var inThread = replaces && !pressed.isPrivate() && settings.hasBot();
        if (!inThread || !threads.show(pressed.channel(), pressed.thread(), message.details())) {
            late.post(pressed.later(), SlackMessage.privately(message.details()).put("replace_original", false));
        }
    }
}
