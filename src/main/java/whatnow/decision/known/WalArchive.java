package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** The archived write-ahead log: how far it reaches and where it breaks off. */
public record WalArchive(
        Optional<String> service,
        Optional<String> region,
        Optional<Instant> coversUntil,
        Optional<Instant> gapFrom,
        Belief belief)
        implements Known {

    public boolean hasGap() {
        return gapFrom.isPresent();
    }

    /** Until when it can be replayed without a hole. */
    public Optional<Instant> reaches() {
        return gapFrom.or(() -> coversUntil);
    }

    @Override
    public String inWords() {
        return isFalse()
                ? "the WAL archive does not take new segments"
                : "archived WAL reaches " + reaches().map(Words::clock).orElse("an unknown time");
    }
}
