package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/**
 * Everything that was known of the incident came from sources that have fallen silent.
 *
 * @param observer the product's own probes reach nothing at all
 */
public record AllSilent(Instant since, boolean observer) implements Evidence {

    @Override
    public String inWords() {
        return "every source of this incident has fallen silent since %s%s"
                .formatted(
                        Words.clock(since),
                        observer ? "; no probe of ours reaches anything, so the observer may be cut off" : "");
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(since);
    }
}
