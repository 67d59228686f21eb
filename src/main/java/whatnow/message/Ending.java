package whatnow.message;

import java.time.Instant;
import java.util.Optional;

/**
 * What is written down once a channel has answered.
 *
 * @param posted the peer's id; empty if it is not there, or nobody knows
 * @param isTaken the version that was claimed needs nothing more
 * @param perhaps it may have been posted without our hearing of it
 * @param error why not, in the peer's word
 * @param nextTry of this message
 * @param nextOfChannel when the channel may be used again
 */
record Ending(
        Optional<String> posted,
        boolean isTaken,
        boolean perhaps,
        Optional<String> error,
        int failures,
        Instant nextTry,
        int failuresOfChannel,
        Instant nextOfChannel) {}
