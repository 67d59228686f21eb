package whatnow.decision.known;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import whatnow.plan.Condition;
import whatnow.plan.Importance;

/**
 * A condition that the severity book recognised: later books go on from here.
 *
 * @param service that it was recognised for; empty text where it concerns no single one
 */
public record Recognised(Condition condition, String service, Optional<Importance> importance) implements Evidence {

    public boolean hasService() {
        return !service.isEmpty();
    }

    public boolean isCritical() {
        return importance.filter(it -> it == Importance.CRITICAL).isPresent();
    }

    /** An outage or worse, of something that matters at least as much: the other is small beside it. */
    public boolean isGraverThan(Recognised other) {
        return isOutage() && (importance.isEmpty() || other.importance.isEmpty() || !other.isMoreImportantThan(this));
    }

    private boolean isMoreImportantThan(Recognised other) {
        return importance.orElseThrow().compareTo(other.importance.orElseThrow()) < 0;
    }

    private boolean isOutage() {
        return switch (condition) {
            case SERVICE_UNAVAILABLE,
                    SEVERAL_SERVICES_UNAVAILABLE,
                    DATABASE_DOWN_STANDBY_READY,
                    DATABASE_DOWN_NO_STANDBY,
                    ZONE_LOST,
                    REGION_LOST,
                    CORRUPTION,
                    CATASTROPHIC_CORRUPTION,
                    DATA_LOSS,
                    RANSOMWARE,
                    INTRUSION,
                    BREACH,
                    BACKUPS_COMPROMISED -> true;
            case INSTANCE_DOWN,
                    SERVICE_DEGRADED,
                    BACKUP_FAILING,
                    EXTERNAL_UNAVAILABLE,
                    SEVERAL_EXTERNALS_UNAVAILABLE,
                    REPLICATION_LAGGING,
                    SERVICE_AT_RISK,
                    OBSERVER_CUT_OFF -> false;
        };
    }

    @Override
    public String inWords() {
        var what = condition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return hasService() ? what + ": " + service : what;
    }

    @Override
    public Optional<Instant> observedAt() {
        return Optional.empty();
    }
}
