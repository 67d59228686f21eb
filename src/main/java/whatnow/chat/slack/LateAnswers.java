package whatnow.chat.slack;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts to the address that came with a command or a press. It is taken from what somebody sent, so only Slack's own is
 * posted to (S-3). Slack takes five posts in thirty minutes; one command needs two.
 */
@Component
class LateAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);

    private final URI hooks;
    private final Wire wire;

    LateAnswers(SlackSettings settings, Wire wire) {
        hooks = URI.create(settings.hooks());
        this.wire = wire;
        if (hooks.getScheme() == null || hooks.getHost() == null) {
            throw new IllegalArgumentException(
                    "The setting whatnow.slack.hooks is (%s); expected: an address such as https://hooks.slack.com."
                            .formatted(settings.hooks()));
        }
    }

    boolean post(String later, ObjectNode message) {
        var address = ours(later);
        if (address.isEmpty()) {
            LOG.warn("A late answer was not sent, because its address does not begin with {}.", hooks);
            return false;
        }
        return wire.post(address.get(), Optional.empty(), message).isPresent();
    }

    private Optional<URI> ours(String later) {
        try {
            var address = URI.create(later);
            var isOurs = hooks.getScheme().equalsIgnoreCase(address.getScheme())
                    && hooks.getHost().equalsIgnoreCase(address.getHost())
                    && hooks.getPort() == address.getPort()
                    && address.getUserInfo() == null;
            return isOurs ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
