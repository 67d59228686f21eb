package whatnow.decision.known;

import java.time.Duration;
import java.util.Optional;

/** How far a replica is behind. The lag read during an outage grows with the clock and is not the loss. */
public record Replication(
        Optional<String> service,
        Optional<String> replica,
        Optional<String> region,
        Optional<Duration> lag,
        Belief belief)
        implements Known {

    public boolean isBehindMoreThan(Duration limit) {
        return lag.filter(it -> it.compareTo(limit) > 0).isPresent();
    }

    public boolean isBehindLessThan(Duration limit) {
        return lag.filter(it -> it.compareTo(limit) < 0).isPresent();
    }

    public boolean hasLag() {
        return lag.isPresent();
    }

    @Override
    public String inWords() {
        return "replica %s lags %s"
                .formatted(
                        replica.or(() -> region).orElse("(unnamed)"),
                        lag.map(Words::span).orElse("by an unknown time"));
    }
}
