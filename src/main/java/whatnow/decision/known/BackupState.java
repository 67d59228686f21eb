package whatnow.decision.known;

import java.time.Instant;
import java.util.Optional;

/** A backup, and whether anybody ever proved that it can be restored. */
public record BackupState(
        Optional<String> service,
        Optional<String> level,
        Optional<Instant> takenAt,
        Optional<Instant> verifiedAt,
        Optional<Instant> coversUntil,
        Belief belief)
        implements Known {

    /** The fact is about the whole place where backups are kept, not about one of them. */
    public boolean isWholeStorage() {
        return level.isEmpty();
    }

    public boolean isVerified() {
        return verifiedAt.isPresent();
    }

    @Override
    public String inWords() {
        return "backup %s taken %s, %s"
                .formatted(
                        level.orElse(""),
                        takenAt.map(Words::clock).orElse("at an unknown time"),
                        verifiedAt.map(it -> "verified " + Words.clock(it)).orElse("never verified"));
    }
}
