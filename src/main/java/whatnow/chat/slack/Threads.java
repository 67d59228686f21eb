package whatnow.chat.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Details under a message: one reply, which is updated and not repeated, as far as this node remembers it. */
@Component
class Threads {

    private static final int MOST = 1000;

    private final SlackApi api;
    private final Map<String, String> replies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    Threads(SlackApi api) {
        this.api = api;
    }

    /** False if Slack did not take it. */
    boolean show(String channel, String thread, ObjectNode details) {
        var place = channel + " " + thread;
        var before = reply(place);
        if (before.isPresent() && api.update(channel, before.get(), details)) {
            return true;
        }
        var written = api.reply(channel, thread, details);
        written.ifPresent(it -> remember(place, it));
        return written.isPresent();
    }

    private synchronized Optional<String> reply(String place) {
        return Optional.ofNullable(replies.get(place));
    }

    private synchronized void remember(String place, String reply) {
        replies.put(place, reply);
    }
}
