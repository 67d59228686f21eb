package whatnow.decision.otherwise;

import whatnow.plan.Condition;

/** The conditions of a plan's rows, in words. */
final class Conditions {

    static String words(Condition condition) {
        return switch (condition) {
            case INSTANCE_DOWN -> "one instance is down";
            case SERVICE_DEGRADED -> "a service answers badly";
            case SERVICE_UNAVAILABLE -> "a service is unavailable";
            case SEVERAL_SERVICES_UNAVAILABLE -> "several services are unavailable";
            case DATABASE_DOWN_STANDBY_READY -> "a database is down and its standby is ready";
            case DATABASE_DOWN_NO_STANDBY -> "a database is down and no standby is ready";
            case ZONE_LOST -> "a zone is lost";
            case REGION_LOST -> "a region is lost";
            case CORRUPTION -> "data is corrupt";
            case CATASTROPHIC_CORRUPTION -> "data is corrupt and a person calls that catastrophic";
            case DATA_LOSS -> "data that users had saved is gone";
            case RANSOMWARE -> "ransomware is at work";
            case INTRUSION -> "somebody is inside who should not be";
            case BREACH -> "data has left the company";
            case BACKUP_FAILING -> "backups or the WAL archive fail";
            case BACKUPS_COMPROMISED -> "the place where backups are kept cannot be trusted";
            case EXTERNAL_UNAVAILABLE -> "a third party is down";
            case SEVERAL_EXTERNALS_UNAVAILABLE -> "several third parties are down";
            case REPLICATION_LAGGING -> "replication lags";
            case SERVICE_AT_RISK -> "a service works and is at risk";
            case OBSERVER_CUT_OFF -> "only the observer is cut off";
        };
    }

    private Conditions() {}
}
