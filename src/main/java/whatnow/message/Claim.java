package whatnow.message;

import java.time.Instant;
import java.util.Optional;

/**
 * One message that this node is about to hand over, and nobody else is while the lease lasts.
 *
 * @param lease by which what comes of it is accepted: another number means that another node has taken over
 * @param id of the message; the key that is sent along
 * @param version of the content
 * @param posted the peer's id, once it is there
 * @param triedAt when it was first tried to post it without hearing how that ended; empty if it surely is not there
 * @param isWithdrawn it is only to replace what may be there
 * @param thread the peer's id of the message that it answers
 * @param failures how often in a row this message was not taken
 * @param failuresOfChannel the same for whatever went to the channel
 */
record Claim(
        Destination to,
        long lease,
        String id,
        MessageKey key,
        Content content,
        long version,
        Optional<String> posted,
        Optional<Instant> triedAt,
        boolean isWithdrawn,
        Optional<String> thread,
        int failures,
        int failuresOfChannel) {

    Letter letter() {
        return new Letter(to.channel(), id, content, thread);
    }
}
