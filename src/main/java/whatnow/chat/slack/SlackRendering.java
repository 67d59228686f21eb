package whatnow.chat.slack;

import org.springframework.stereotype.Component;
import whatnow.chat.Rendering;
import whatnow.chat.Reply;
import whatnow.chat.door.Address;

/** What nobody asked for looks as what somebody did. */
@Component
final class SlackRendering implements Rendering {

    private final Address address;

    SlackRendering(Address address) {
        this.address = address;
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public String payload(Reply reply) {
        return new SlackMessage(reply, address.set()).staying().toString();
    }
}
