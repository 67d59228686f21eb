package whatnow.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What can be learnt about an incident. The fields of each are listed with the unit in the name;
 * times are RFC 3339 in UTC.
 */
public enum FactType {
    SYMPTOM("the service shows the symptom", "kind", "value", "count"),
    HEALTH_CHECK(
            "the check passes",
            "failures",
            "checks",
            "changes",
            "responseMillis",
            "errorRate",
            "vantage"),
    REPLICATION("the replica receives and replays", "lagSeconds"),
    LAST_COMMIT_REPLAYED("the time is the last commit that the replica has replayed", "at"),
    REGION_STATUS("the region works", "confirmedBy", "vantage"),
    ZONE_STATUS("the zone works", "confirmedBy", "vantage"),
    STANDBY("the standby is ready to take over", "ready", "capacityPercent"),
    BACKUP("the backup can be trusted", "level", "takenAt", "verifiedAt", "how", "coversUntil"),
    WAL_ARCHIVE("the write-ahead log is being archived", "coversUntil", "gapFrom"),
    CORRUPTION("data is corrupt", "since", "firstBadWrite", "catastrophic"),
    INTRUSION("somebody is inside who should not be", "kind", "firstCompromise"),
    DATA_LOSS("data that users had saved is gone", "from", "until"),
    DEPLOYMENT("something was deployed or configured", "at", "what"),
    DEPENDENCY("the dependency answers", "external"),
    HEARTBEAT("the source is alive", "intervalSeconds"),
    DECLARATION("the incident is declared", "severity", "at"),
    ACKNOWLEDGEMENT("the person has it", "note"),
    ASSIGNMENT("the person fills the role", "role", "person"),
    APPROVAL("the person agrees", "of", "byRole"),
    OVERRIDE("the person overrules the rules", "of", "to", "reason"),
    STEP_DONE("the step is done", "article", "section", "step", "strategy"),
    RUNNING_RECOVERY("a recovery is under way", "strategy", "region", "phase"),
    TIER_IN_FORCE("the tier is in force", "tier", "verified"),
    STATUS("the incident has this status", "status", "reason"),
    ANSWER("yes is the answer to the question", "question"),
    NOTE("somebody wrote this down", "text");

    private final String claim;
    private final List<String> fields;

    FactType(String claim, String... fields) {
        this.claim = claim;
        this.fields = List.of(fields);
    }

    /** What is so when the state is TRUE; FALSE is its opposite. */
    public String claim() {
        return claim;
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
