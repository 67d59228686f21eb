package whatnow.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatnow.time.Now;

/**
 * Hands messages over, one at a time for each channel. Nothing is sent inside a transaction: what was claimed is sent, and
 * what came of it is written down after that.
 *
 * <p>If we die in between, the message is looked for before it is posted again.
 */
final class Sender {

    /** So long an earlier post is looked for; after that a second one is better than none. */
    private static final Duration WORTH_LOOKING = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Outbox outbox;
    private final Map<String, Channel> channels;
    private final Counts counts;
    private final Now now;
    private final DoubleSupplier chance;

    Sender(Outbox outbox, Collection<Channel> channels, Counts counts, Now now, DoubleSupplier chance) {
        this.outbox = outbox;
        this.channels = channels.stream()
                .filter(Channel::isOpen)
                .collect(Collectors.toUnmodifiableMap(Channel::kind, Function.identity()));
        this.counts = counts;
        this.now = now;
        this.chance = chance;
    }

    boolean hasSomewhereToSend() {
        return !channels.isEmpty();
    }

    /** Claims what has waited longest. */
    Optional<Claim> claim() {
        return outbox.claim(channels.keySet(), now.instant());
    }

    /** Sends what was claimed and writes down what came of it. */
    void send(Claim claim) {
        var channel = channels.get(claim.to().kind());
        if (channel == null) {
            throw new IllegalArgumentException(
                    "No channel is called (%s).".formatted(claim.to().kind()));
        }
        var answer = answer(channel, claim);
        counts.count(claim, answer);
        var at = now.instant();
        if (!outbox.settle(claim, Pace.after(claim, answer, at, chance.getAsDouble()), at)) {
            LOG.warn(
                    "Sending the message about ({}) to {} took so long that another node has taken over; it looks for it.",
                    claim.key().about(),
                    words(channel, claim));
        }
    }

    /** Everything that is due, on this thread. */
    int sendAll() {
        var sent = 0;
        for (var claim = claim(); claim.isPresent(); claim = claim()) {
            send(claim.get());
            sent++;
        }
        return sent;
    }

    /** What no channel that is set up has taken yet. */
    List<Outbox.Waiting> waiting() {
        return outbox.waiting(now.instant()).stream()
                .filter(it -> channels.containsKey(it.to().kind()))
                .toList();
    }

    private Answer answer(Channel channel, Claim claim) {
        if (claim.posted().isPresent()) {
            return channel.update(claim.letter(), claim.posted().get());
        }
        if (claim.triedAt().isPresent()) {
            return look(channel, claim, claim.triedAt().get());
        }
        return claim.isWithdrawn() ? new Answer.Absent() : channel.post(claim.letter());
    }

    private Answer look(Channel channel, Claim claim, Instant triedAt) {
        var found = channel.find(claim.letter());
        if (claim.isWithdrawn()) {
            return found;
        }
        return switch (found) {
            case Answer.Absent _ -> channel.post(claim.letter());
            case Answer.Refused it -> postWithoutLooking(channel, claim, it.why());
            case Answer.Later it
            when triedAt.plus(WORTH_LOOKING).isBefore(now.instant()) -> postWithoutLooking(channel, claim, it.why());
            case Answer.Later _, Answer.Found _, Answer.Taken _, Answer.Gone _ -> stillUnsure(found);
        };
    }

    /** An earlier post may be there for as long as we could not look. */
    private static Answer stillUnsure(Answer found) {
        return found instanceof Answer.Later it ? new Answer.Later(it.why(), it.pause(), true) : found;
    }

    private Answer postWithoutLooking(Channel channel, Claim claim, String why) {
        LOG.warn(
                "Whether the message about ({}) is in {} already could not be looked up ({}); it is posted, perhaps a second time.",
                claim.key().about(),
                words(channel, claim),
                why);
        return channel.post(claim.letter());
    }

    private static String words(Channel channel, Claim claim) {
        return "%s %s".formatted(channel.name(), claim.to().channel());
    }
}
