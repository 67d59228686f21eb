package whatnow.signal.generic;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import whatnow.incident.Fact;
import whatnow.incident.IncidentStatus;
import whatnow.incident.State;

/** Which facts only a commander says, as at every other door: here the route cannot know, because it depends on the fact. */
final class ForCommanders {

    /** Questions whose no calls data clean or lowers the alarm. A test compares them with those of the decisions. */
    static final Set<String> GRAVE_QUESTIONS =
            Set.of("is_it_corrupt", "is_somebody_inside", "are_the_backups_compromised");

    /**
     * What it does that a commander settles; empty when every responder may say it. A machine may report that a check
     * found nothing: one machine's word never counts as established.
     */
    static Optional<String> settles(Fact fact, boolean byMachine) {
        return switch (fact.type()) {
            case APPROVAL -> Optional.of("an approval settles what only a named person may settle");
            case OVERRIDE ->
                when(
                        !fact.text("of").equals(Optional.of("escalation")),
                        "an override puts a person's word above the rules");
            case STATUS -> when(ends(fact), "it ends the incident");
            case CORRUPTION, INTRUSION, DATA_LOSS ->
                when(fact.state() == State.FALSE && !byMachine, "it calls data clean or lowers the alarm");
            case ANSWER ->
                when(
                        fact.state() == State.FALSE && isGrave(fact.text("question")),
                        "a no to this calls data clean or lowers the alarm");
            case SYMPTOM,
                    HEALTH_CHECK,
                    REPLICATION,
                    LAST_COMMIT_REPLAYED,
                    REGION_STATUS,
                    ZONE_STATUS,
                    STANDBY,
                    BACKUP,
                    WAL_ARCHIVE,
                    DEPLOYMENT,
                    DEPENDENCY,
                    HEARTBEAT,
                    DECLARATION,
                    ACKNOWLEDGEMENT,
                    ASSIGNMENT,
                    STEP_DONE,
                    RUNNING_RECOVERY,
                    TIER_IN_FORCE,
                    NOTE,
                    ARTICLE_FEEDBACK -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean so, String why) {
        return so ? Optional.of(why) : Optional.empty();
    }

    private static boolean ends(Fact fact) {
        return !IncidentStatus.valueOf(fact.text("status").orElseThrow().toUpperCase(Locale.ROOT))
                .isOpen();
    }

    private static boolean isGrave(Optional<String> question) {
        return question.map(it -> it.strip().toLowerCase(Locale.ROOT))
                .filter(it -> GRAVE_QUESTIONS.stream().anyMatch(it::startsWith))
                .isPresent();
    }

    private ForCommanders() {}
}
