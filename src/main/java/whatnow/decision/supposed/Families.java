package whatnow.decision.supposed;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;

/**
 * Stronger and weaker forms of one thing are of one family: a service that is down by an alert, by checks and by a person's
 * word. Whoever has heard one form need not hear the others.
 */
final class Families {

    static String of(Collection<Fact> facts) {
        return facts.stream().map(Families::of).sorted().distinct().collect(Collectors.joining(" + "));
    }

    private static String of(Fact fact) {
        var so = fact.state() == State.TRUE;
        var on = fact.subject();
        return switch (fact.type()) {
            case SYMPTOM ->
                so ? sort(fact) + " " + on : "ended " + fact.text("kind").orElse("") + on;
            case HEALTH_CHECK -> so ? "passes " + on : sort(fact) + " " + on;
            case DEPENDENCY -> so ? "answers " + on : sort(fact) + " " + on;
            case REGION_STATUS, ZONE_STATUS -> (so ? "works " : "lost ") + place(on);
            case STANDBY -> (fact.number("capacityPercent").isPresent() ? "room " : "standby ") + on + fact.state();
            case REPLICATION, LAST_COMMIT_REPLAYED, CORRUPTION, WAL_ARCHIVE, DATA_LOSS ->
                fact.type().key() + on + fact.state();
            case INTRUSION, BACKUP, ANSWER, APPROVAL, STEP_DONE, RUNNING_RECOVERY, DEPLOYMENT ->
                fact.type().key() + on + fact.topic() + fact.state();
            case HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    OVERRIDE,
                    TIER_IN_FORCE,
                    STATUS,
                    NOTE,
                    ARTICLE_FEEDBACK -> fact.key();
        };
    }

    /** A symptom that shows, what is needed that does not answer, a zone that is lost. */
    static boolean isHarm(Fact fact) {
        return fact.state() == (fact.type() == FactType.SYMPTOM ? State.TRUE : State.FALSE);
    }

    /** What answers badly answers badly, in whatever way. */
    static String sort(Fact fact) {
        if (fact.type() == FactType.DEPENDENCY) {
            return "down";
        }
        if (fact.type() == FactType.HEALTH_CHECK) {
            return isMostlyFailing(fact) ? fact.subject().service().isPresent() ? "down" : "lost" : "bad";
        }
        var kind = fact.text("kind").orElse("").toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "UNAVAILABLE" -> "down";
            case "ERRORS", "SLOW", "SATURATED" -> "bad";
            default -> kind;
        };
    }

    static boolean isMostlyFailing(Fact check) {
        var checks = check.number("checks").orElse(0.0);
        return checks == 0 || check.number("failures").orElse(0.0) / checks >= 0.5;
    }

    private static String place(Subject on) {
        return on.zone().or(on::region).orElse("");
    }

    private Families() {}
}
