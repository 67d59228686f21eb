package whatnow.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The ways of recovering that rules may propose and plans may offer. */
public enum StrategyKind {
    OBSERVE("Observe"),
    DEGRADE_ONLY("Degrade features only"),
    FALLBACK_PROVIDER("Use the fallback for a third party"),
    RESTART("Restart"),
    ROLLBACK("Roll back the last change"),
    REDEPLOY("Deploy again"),
    DB_FAILOVER("Fail the database over in its region"),
    AZ_EVACUATE("Evacuate the zone"),
    REGIONAL_FAILOVER("Fail over to another region"),
    PITR("Restore to a point in time"),
    BACKUP_RESTORE("Restore from a backup"),
    FULL_REBUILD("Rebuild everything"),
    ISOLATE_AND_CLEAN_RESTORE("Isolate, then restore clean");

    private final String words;

    StrategyKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The name in plans, payloads and articles, for example {@code db_failover}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
