package whatnow.incident;

/**
 * What a signal says is wrong: what a responder would say, neither what may have caused it nor what may follow. The list is
 * closed. Where two kinds fit, the more specific one counts; without evidence it is {@link #OTHER}.
 */
public enum SymptomKind {
    /** A whole service, cluster, endpoint or site does not answer or cannot do its work at all. */
    UNAVAILABLE,
    /** One or some members of several are down, not ready, restarting or unreachable: a host, pod, task, session, link. */
    INSTANCE_DOWN,
    /** Requests, messages or operations fail, are refused, dropped or retried. */
    ERRORS,
    /** Answers come, but late. */
    SLOW,
    /** A limited thing is full or nearly: CPU, memory, disk, connections, threads, a quota, a pool. */
    SATURATED,
    /** Stored data is wrong or inconsistent. */
    CORRUPT,
    /** Somebody is behind: a replica, a consumer, a queue, a clock, data that is not updated. */
    LAGGING,
    /** Somebody who should not be is inside, or tries to get in. */
    INTRUSION,
    /** Files are being encrypted for ransom. */
    RANSOMWARE,
    /** Stored data is gone or was thrown away. */
    DATA_LOSS,
    /** A backup or snapshot, or the test of restoring it, failed, is late or missing. */
    BACKUP_FAILED,
    /** Continuous archiving of a database's log fails. */
    WAL_ARCHIVE_FAILING,
    /** Backups are deleted, encrypted or in foreign hands. */
    BACKUPS_COMPROMISED,
    /** Traffic, volume or a count is unusual without a limit that is named: stopped, absent, far less or far more. */
    UNUSUAL_LOAD,
    /** It still works, with fewer copies than it should have or without a spare. */
    REDUNDANCY_LOST,
    /** A physical part, or what surrounds it, fails or nears failing: a disk, a fan, power, temperature, light. */
    HARDWARE_FAILING,
    /** A scheduled or background piece of work failed, did not run, is stuck or overdue. */
    JOB_FAILED,
    /** Settings, versions or specifications are wrong, differ from each other or could not be loaded. */
    MISCONFIGURED,
    /** Something with an end date ends soon or has ended: a certificate, licence, token or domain. */
    EXPIRING,
    /** The watching is broken, which says nothing of what is watched. */
    UNOBSERVED,
    /** Something was created, deleted, stopped, failed over or reconfigured; nothing is said to be wrong yet. */
    CHANGED,
    /** A provider's zone as a whole is down. */
    ZONE_DOWN,
    /** A provider's region as a whole is down. */
    REGION_DOWN,
    /** An alert nobody taught us to read: shown, and a person is asked. */
    OTHER
}
