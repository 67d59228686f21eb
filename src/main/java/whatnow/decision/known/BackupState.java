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

    /** Nothing is said of any backup in it. */
    public boolean isThePlaceAlone() {
        return isWholeStorage() && takenAt.isEmpty() && verifiedAt.isEmpty() && coversUntil.isEmpty();
    }

    /** The whole storage cannot be trusted, says a named person or say two kinds of source: enough to block. */
    public boolean isDistrusted() {
        return isFalse() && isWholeStorage() && belief.firm();
    }

    /** It was restored and checked, and nobody has said since that it is bad. */
    public boolean isVerified() {
        return verifiedAt.isPresent() && !isFalse();
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
