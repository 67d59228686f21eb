package whatnow.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signals folded per service, region, zone and kind: a storm of alerts becomes a handful of these.
 *
 * @param state TRUE while it is firing, FALSE when a fresh sender resolved it, UNKNOWN when the sender fell silent
 * @param since when it began, by the earliest signal
 * @param lastSeen when a sender last spoke of it
 * @param value the measured value, in the unit of the alert; empty if it had none
 * @param count how many signals are folded into it and still firing
 * @param flapping at least four changes in the last ten
 * @param sources names of the senders, sorted
 * @param alerts names of the alerts, sorted, at most ten
 */
public record Symptom(
        String service,
        SymptomKind kind,
        Optional<String> region,
        Optional<String> zone,
        State state,
        Instant since,
        Instant lastSeen,
        Optional<Double> value,
        int count,
        boolean flapping,
        List<String> sources,
        List<String> alerts) {

    /** Not ended: firing, or last known firing by a sender that fell silent. */
    public boolean isOpen() {
        return state != State.FALSE;
    }

    public boolean isFiring() {
        return state == State.TRUE;
    }

    /** About a service, not about a whole region, zone or plan. */
    public boolean isOfService() {
        return switch (kind) {
            case REGION_DOWN, ZONE_DOWN, RANSOMWARE, INTRUSION, BACKUPS_COMPROMISED -> false;
            case UNAVAILABLE,
                    INSTANCE_DOWN,
                    ERRORS,
                    SLOW,
                    SATURATED,
                    CORRUPT,
                    LAGGING,
                    DATA_LOSS,
                    BACKUP_FAILED,
                    WAL_ARCHIVE_FAILING,
                    UNUSUAL_LOAD,
                    REDUNDANCY_LOST,
                    HARDWARE_FAILING,
                    JOB_FAILED,
                    MISCONFIGURED,
                    EXPIRING,
                    UNOBSERVED,
                    CHANGED,
                    OTHER ->
                region.filter(service::equals).isEmpty()
                        && zone.filter(service::equals).isEmpty();
        };
    }

    /** Nothing is down or answers badly, and harm may follow. */
    public boolean isRisk() {
        return switch (kind) {
            case UNUSUAL_LOAD,
                    REDUNDANCY_LOST,
                    HARDWARE_FAILING,
                    JOB_FAILED,
                    MISCONFIGURED,
                    EXPIRING,
                    UNOBSERVED,
                    CHANGED -> true;
            case UNAVAILABLE,
                    INSTANCE_DOWN,
                    ERRORS,
                    SLOW,
                    SATURATED,
                    CORRUPT,
                    LAGGING,
                    INTRUSION,
                    RANSOMWARE,
                    DATA_LOSS,
                    BACKUP_FAILED,
                    WAL_ARCHIVE_FAILING,
                    BACKUPS_COMPROMISED,
                    ZONE_DOWN,
                    REGION_DOWN,
                    OTHER -> false;
        };
    }

    /** The key under which signals fold. */
    public String key() {
        return String.join("/", service, kind.name(), region.orElse("-"), zone.orElse("-"));
    }
}
