package whatnow.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What can be learnt about an incident. The fields of each are listed with the unit in the name;
 * times are RFC 3339 in UTC.
 */
public enum FactType {
    SYMPTOM("kind", "value", "count"),
    HEALTH_CHECK("failures", "checks", "changes", "responseMillis", "errorRate", "vantage"),
    REPLICATION("lagSeconds"),
    LAST_COMMIT_REPLAYED("at"),
    REGION_STATUS("confirmedBy"),
    ZONE_STATUS("confirmedBy"),
    STANDBY("ready", "capacityPercent"),
    BACKUP("level", "takenAt", "verifiedAt", "how", "coversUntil"),
    WAL_ARCHIVE("coversUntil", "gapFrom"),
    CORRUPTION("since", "firstBadWrite", "catastrophic"),
    INTRUSION("kind", "firstCompromise"),
    DATA_LOSS("from", "until"),
    DEPLOYMENT("at", "what"),
    DEPENDENCY("external"),
    HEARTBEAT("intervalSeconds"),
    DECLARATION("severity", "at"),
    ACKNOWLEDGEMENT("note"),
    ASSIGNMENT("role", "person"),
    APPROVAL("of", "byRole"),
    OVERRIDE("of", "to", "reason"),
    STEP_DONE("article", "section", "step"),
    RUNNING_RECOVERY("strategy", "region", "phase"),
    TIER_IN_FORCE("tier", "verified"),
    STATUS("status", "reason"),
    ANSWER("question"),
    NOTE("text");

    private final List<String> fields;

    FactType(String... fields) {
        this.fields = List.of(fields);
    }

    /** Names that {@code value} may hold besides {@code state}. */
    public List<String> fields() {
        return fields;
    }

    /** The name in payloads, for example {@code last_commit_replayed}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Said by a named person, never by a machine: what only a person settles. */
    public boolean isPersonal() {
        return switch (this) {
            case DECLARATION, ACKNOWLEDGEMENT, ASSIGNMENT, APPROVAL, OVERRIDE, STEP_DONE, STATUS, ANSWER, NOTE -> true;
            case SYMPTOM,
                    HEALTH_CHECK,
                    REPLICATION,
                    LAST_COMMIT_REPLAYED,
                    REGION_STATUS,
                    ZONE_STATUS,
                    STANDBY,
                    BACKUP,
                    WAL_ARCHIVE,
                    CORRUPTION,
                    INTRUSION,
                    DATA_LOSS,
                    DEPLOYMENT,
                    DEPENDENCY,
                    HEARTBEAT,
                    RUNNING_RECOVERY,
                    TIER_IN_FORCE -> false;
        };
    }
}
