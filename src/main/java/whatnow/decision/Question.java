package whatnow.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import whatnow.incident.FactType;

/**
 * What rules may ask a person. The answer is a fact of {@link #type} by that person.
 *
 * <p>{@code lookup} is a command that needs no monitoring, for the questions asked when monitoring is
 * what failed.
 */
public enum Question {
    CAN_USERS_USE_IT(
            "Can you use the service yourself, from outside?",
            FactType.HEALTH_CHECK,
            Optional.of("curl -sS -o /dev/null -m 10 -w '%{http_code}\\n' {endpoint}")),
    IS_THE_DATABASE_WRITABLE(
            "Does a test write to the database succeed?",
            FactType.HEALTH_CHECK,
            Optional.of("psql \"host={endpoint} dbname=postgres connect_timeout=5\" -c \"create temporary table"
                    + " whatnow_write_test (at timestamptz)\"")),
    WHAT_CHANGED(
            "Was anything deployed or configured in the last 60 minutes?",
            FactType.DEPLOYMENT,
            Optional.of("git log --since='60 minutes ago' --oneline")),
    IS_THE_REGION_LOST_FROM_OUTSIDE(
            "Is the region down as seen from outside it?", FactType.REGION_STATUS, Optional.empty()),
    IS_THE_STANDBY_READY("Is the standby up and ready to take over?", FactType.STANDBY, Optional.empty()),
    IS_THERE_ROOM_IN_THE_OTHER_ZONES("Can the other zones carry the whole load?", FactType.STANDBY, Optional.empty()),
    WHAT_IS_THE_LAST_COMMIT_REPLAYED(
            "When was the last commit that the replica has replayed?", FactType.LAST_COMMIT_REPLAYED, Optional.empty()),
    HOW_FAR_BEHIND_IS_THE_REPLICA("How far behind is the replica?", FactType.REPLICATION, Optional.empty()),
    WHEN_WAS_THE_FIRST_BAD_WRITE("When was the first bad write?", FactType.CORRUPTION, Optional.empty()),
    IS_IT_CORRUPT("Is the data really corrupt?", FactType.CORRUPTION, Optional.empty()),
    WHEN_WAS_THE_FIRST_COMPROMISE("When was the first sign of the intruder?", FactType.INTRUSION, Optional.empty()),
    IS_SOMEBODY_INSIDE("Is it really ransomware?", FactType.INTRUSION, Optional.empty()),
    HOW_FAR_DOES_THE_WAL_REACH("Up to when does the archived WAL reach?", FactType.WAL_ARCHIVE, Optional.empty()),
    WHICH_BACKUP_IS_VERIFIED("Which backup was last restored and checked?", FactType.BACKUP, Optional.empty()),
    ARE_THE_BACKUPS_COMPROMISED(
            "Did somebody who should not reach the place where backups are kept?", FactType.BACKUP, Optional.empty()),
    IS_THE_OLD_PRIMARY_REACHABLE("Does the old primary still answer?", FactType.HEALTH_CHECK, Optional.empty()),
    IS_THE_OLD_PRIMARY_FENCED("Is the old primary fenced?", FactType.ANSWER, Optional.empty()),
    WHICH_LOSS_IS_ACCEPTABLE("Which loss is acceptable, and who accepts it?", FactType.APPROVAL, Optional.empty()),
    WHICH_WAY_IS_IT_RUN("In which of the named ways is it run?", FactType.ANSWER, Optional.empty()),
    WHICH_PLAN("Which plan is this service in?", FactType.ANSWER, Optional.empty()),
    ARE_ITS_DEPENDENCIES_UP("Which of the services that it depends on is down?", FactType.DEPENDENCY, Optional.empty()),
    IS_THE_OBSERVER_CUT_OFF(
            "Can the observer reach anything at all?", FactType.HEARTBEAT, Optional.of("ping -c 3 {host}")),
    WHAT_DOES_THIS_ALERT_MEAN("What does this alert say about the service?", FactType.SYMPTOM, Optional.empty());

    private final String words;
    private final FactType type;
    private final Optional<String> lookup;

    Question(String words, FactType type, Optional<String> lookup) {
        this.words = words;
        this.type = type;
        this.lookup = lookup;
    }

    public String words() {
        return words;
    }

    /** The type of fact that answers it. */
    public FactType type() {
        return type;
    }

    /** A command that answers it without any monitoring. */
    public Optional<String> lookup() {
        return lookup;
    }

    /** A no calls data clean or lowers the severity, which only a named person with authority does. */
    public boolean isNoForCommanders() {
        return switch (this) {
            case IS_IT_CORRUPT, IS_SOMEBODY_INSIDE, ARE_THE_BACKUPS_COMPROMISED -> true;
            case CAN_USERS_USE_IT,
                    IS_THE_DATABASE_WRITABLE,
                    WHAT_CHANGED,
                    IS_THE_REGION_LOST_FROM_OUTSIDE,
                    IS_THE_STANDBY_READY,
                    IS_THERE_ROOM_IN_THE_OTHER_ZONES,
                    WHAT_IS_THE_LAST_COMMIT_REPLAYED,
                    HOW_FAR_BEHIND_IS_THE_REPLICA,
                    WHEN_WAS_THE_FIRST_BAD_WRITE,
                    WHEN_WAS_THE_FIRST_COMPROMISE,
                    HOW_FAR_DOES_THE_WAL_REACH,
                    WHICH_BACKUP_IS_VERIFIED,
                    IS_THE_OLD_PRIMARY_REACHABLE,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_LOSS_IS_ACCEPTABLE,
                    WHICH_WAY_IS_IT_RUN,
                    WHICH_PLAN,
                    ARE_ITS_DEPENDENCIES_UP,
                    IS_THE_OBSERVER_CUT_OFF,
                    WHAT_DOES_THIS_ALERT_MEAN -> false;
        };
    }

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
