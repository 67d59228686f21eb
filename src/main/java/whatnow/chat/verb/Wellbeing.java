package whatnow.chat.verb;

import whatnow.chat.words.Heard;
import whatnow.incident.State;

/** Whether words say that something is well, or how it is at the moment: what machines see again by themselves. */
final class Wellbeing {

    static boolean isSaidBy(Heard.Said said) {
        return switch (said.type()) {
            case REGION_STATUS, ZONE_STATUS, DEPENDENCY, HEALTH_CHECK, WAL_ARCHIVE -> said.state() == State.TRUE;
            case SYMPTOM -> said.state() == State.FALSE;
            case STANDBY, REPLICATION -> true;
            case LAST_COMMIT_REPLAYED,
                    BACKUP,
                    CORRUPTION,
                    INTRUSION,
                    DATA_LOSS,
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
                    ARTICLE_FEEDBACK -> false;
        };
    }

    private Wellbeing() {}
}
