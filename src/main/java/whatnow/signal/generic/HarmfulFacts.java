package whatnow.signal.generic;

import java.util.List;
import java.util.Locale;
import whatnow.incident.Fact;
import whatnow.incident.State;
import whatnow.incident.SymptomKind;

/**
 * Which symptoms a fact shows. A fact that says that something hurts opens an incident or joins one,
 * whoever says it and in whatever form; the opposite ends it.
 */
final class HarmfulFacts {

    /** @param state TRUE while it hurts */
    record Shown(SymptomKind kind, State state) {}

    static List<Shown> symptoms(Fact fact) {
        return switch (fact.type()) {
            case SYMPTOM ->
                List.of(new Shown(
                        SymptomKind.valueOf(fact.text("kind").orElseThrow().toUpperCase(Locale.ROOT)), fact.state()));
            case CORRUPTION -> List.of(new Shown(SymptomKind.CORRUPT, fact.state()));
            case INTRUSION -> List.of(new Shown(intrusion(fact), fact.state()));
            case DATA_LOSS -> List.of(new Shown(SymptomKind.DATA_LOSS, fact.state()));
            case REGION_STATUS -> List.of(new Shown(SymptomKind.REGION_DOWN, opposite(fact.state())));
            case ZONE_STATUS -> List.of(new Shown(SymptomKind.ZONE_DOWN, opposite(fact.state())));
            case DEPENDENCY -> List.of(new Shown(SymptomKind.UNAVAILABLE, opposite(fact.state())));
            case WAL_ARCHIVE -> List.of(new Shown(SymptomKind.WAL_ARCHIVE_FAILING, opposite(fact.state())));
            case BACKUP -> List.of(new Shown(backup(fact), opposite(fact.state())));
            case HEALTH_CHECK -> healthCheck(fact);
            case REPLICATION,
                    LAST_COMMIT_REPLAYED,
                    STANDBY,
                    DEPLOYMENT,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    APPROVAL,
                    OVERRIDE,
                    STEP_DONE,
                    RUNNING_RECOVERY,
                    TIER_IN_FORCE,
                    STATUS,
                    ANSWER,
                    NOTE,
                    ARTICLE_FEEDBACK -> List.of();
        };
    }

    private static SymptomKind intrusion(Fact fact) {
        return fact.text("kind").filter("ransomware"::equalsIgnoreCase).isPresent()
                ? SymptomKind.RANSOMWARE
                : SymptomKind.INTRUSION;
    }

    /** One backup, or the whole place where they are kept. */
    private static SymptomKind backup(Fact fact) {
        return fact.text("level").isPresent() ? SymptomKind.BACKUP_FAILED : SymptomKind.BACKUPS_COMPROMISED;
    }

    /** Most checks failing is an outage, some are errors; a check that passes ends both. */
    private static List<Shown> healthCheck(Fact fact) {
        var outage = fact.subject().service().isPresent() ? SymptomKind.UNAVAILABLE : SymptomKind.REGION_DOWN;
        if (fact.state() != State.FALSE) {
            return List.of(
                    new Shown(outage, opposite(fact.state())), new Shown(SymptomKind.ERRORS, opposite(fact.state())));
        }
        return List.of(new Shown(isMostlyFailing(fact) ? outage : SymptomKind.ERRORS, State.TRUE));
    }

    private static boolean isMostlyFailing(Fact fact) {
        var checks = fact.number("checks").orElse(0.0);
        return checks == 0 || fact.number("failures").orElse(0.0) / checks >= 0.5;
    }

    private static State opposite(State state) {
        return switch (state) {
            case TRUE -> State.FALSE;
            case FALSE -> State.TRUE;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    private HarmfulFacts() {}
}
