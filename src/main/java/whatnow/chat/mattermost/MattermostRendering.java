package whatnow.chat.mattermost;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Rendering;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.door.Address;
import whatnow.time.Now;

/**
 * What nobody asked for looks as what somebody did. Where Mattermost does not know how to reach us there are no buttons, but
 * what to type.
 */
@Component
final class MattermostRendering implements Rendering {

    /** Buttons are signed until a time. Signed anew with each drawing, the message would change whenever it is drawn. */
    private static final Duration SIGNED_ANEW = Duration.ofDays(1);

    private final MattermostSettings settings;
    private final Address address;
    private final Now now;

    MattermostRendering(MattermostSettings settings, Address address, Now now) {
        this.settings = settings;
        this.address = address;
        this.now = now;
    }

    @Override
    public String kind() {
        return "mattermost";
    }

    @Override
    public String payload(Reply reply) {
        var base = address.set();
        var payload =
                base.isPresent() && !settings.tokens().isEmpty() ? withButtons(reply, base.get()) : withCommands(reply);
        return payload.toString();
    }

    private ObjectNode withButtons(Reply reply, String base) {
        var day = now.instant().toEpochMilli() / SIGNED_ANEW.toMillis() * SIGNED_ANEW.toMillis();
        return new MattermostMessage(reply, base, settings.tokens().getFirst(), Instant.ofEpochMilli(day)).staying();
    }

    private ObjectNode withCommands(Reply reply) {
        var text = new MattermostText(address.set()).of(reply.rows())
                + reply.buttons().stream()
                        .map(Button::line)
                        .map("`/whatnow %s`"::formatted)
                        .collect(Collectors.joining(" ", "\n", ""));
        var payload = JsonNodeFactory.instance.objectNode().put("message", text);
        payload.putObject("props").putArray("attachments");
        return payload;
    }
}
