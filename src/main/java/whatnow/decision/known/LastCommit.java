package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** The last commit of the primary that a replica has replayed. */
public record LastCommit(
        Optional<String> service,
        Optional<String> replica,
        Optional<String> region,
        Optional<Instant> at,
        Belief belief)
        implements Known {

    @Override
    public String inWords() {
        return "last commit replayed in %s: %s"
                .formatted(
                        region.or(() -> replica).orElse("the replica"),
                        at.map(Words::clock).orElse("unknown"));
    }
}
