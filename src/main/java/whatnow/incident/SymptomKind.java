package whatnow.incident;

/** What a signal says is wrong. */
public enum SymptomKind {
    UNAVAILABLE,
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
    /** An alert nobody taught us to read: shown, and a person is asked. */
    OTHER
}
