package whatnow.plan;

/**
 * What a severity or degradation row is about. Rules recognise the condition, the plan's row says
 * what it means for this plan.
 */
public enum Condition {
    /** One instance, task or node is unhealthy while the service still serves. */
    INSTANCE_DOWN,
    /** Errors, slowness or saturation; the service still answers. */
    SERVICE_DEGRADED,
    SERVICE_UNAVAILABLE,
    /** Two or more services of the plan are unavailable at the same time. */
    SEVERAL_SERVICES_UNAVAILABLE,
    DATABASE_DOWN_STANDBY_READY,
    DATABASE_DOWN_NO_STANDBY,
    ZONE_LOST,
    REGION_LOST,
    CORRUPTION,
    /** Corruption that a person called catastrophic. */
    CATASTROPHIC_CORRUPTION,
    DATA_LOSS,
    RANSOMWARE,
    /** Unauthorised access without a sign that data left. */
    INTRUSION,
    BREACH,
    /** Backups or the WAL archive fail while everything is up. */
    BACKUP_FAILING,
    /** The place where backups are kept can no longer be trusted. */
    BACKUPS_COMPROMISED,
    EXTERNAL_UNAVAILABLE,
    SEVERAL_EXTERNALS_UNAVAILABLE,
    REPLICATION_LAGGING,
    /** It works, and harm may follow: copies missing, hardware or a job failing, an end date near, nobody watching. */
    SERVICE_AT_RISK,
    /** All checks of one observer fail while others pass. */
    OBSERVER_CUT_OFF
}
