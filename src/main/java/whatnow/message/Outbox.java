package whatnow.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What waits to be sent, seen by whoever sends it. Each call commits by itself.
 *
 * <p>What nobody took for {@link #LONGEST} since it last changed is given up: nobody is helped by yesterday's news. What is
 * to be taken back is not.
 */
interface Outbox {

    Duration LONGEST = Duration.ofDays(1);

    /**
     * The message that has waited longest, of a channel that nobody else is using. From then on the channel is this node's
     * until what came of it is written down, or until the lease runs out.
     *
     * @param kinds of channels that can be sent to
     */
    Optional<Claim> claim(Collection<String> kinds, Instant now);

    /** @return false if another node has taken over meanwhile: then nothing is written */
    boolean settle(Claim claim, Ending ending, Instant now);

    List<Waiting> waiting(Instant now);

    /**
     * What a channel has not taken yet.
     *
     * @param since when it first failed; empty if it has not failed
     * @param why in the peer's word
     */
    record Waiting(Destination to, long count, Optional<Instant> since, Optional<String> why) {}
}
