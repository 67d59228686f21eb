package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** Everything that was known of the incident came from sources that have fallen silent. */
public record AllSilent(Instant since) implements Evidence {

    @Override
    public String inWords() {
        return "every source of this incident has fallen silent since " + Words.clock(since);
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.of(since);
    }
}
