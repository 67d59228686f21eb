package whatnow.decision.asking;

import whatnow.decision.Question;

/** How a question is asked, so that its answer can be a fact and not only a yes. */
public enum AnswerForm {
    /** One tap: yes, no, or one of the names that the plan gives. */
    CHOICE,
    /** A time in the past, in UTC. */
    TIME,
    /** How many seconds. */
    SECONDS,
    /** What was changed, and when; or that nothing was. */
    CHANGE,
    /** Which kind of backup, when it was taken, and when and how it was restored and checked; or that none was. */
    BACKUP,
    /** Which of the ways is taken although it loses too much, and in whose name; by somebody who may settle it. */
    LOSS;

    public static AnswerForm of(Question question) {
        return switch (question) {
            case WHAT_IS_THE_LAST_COMMIT_REPLAYED,
                    WHEN_WAS_THE_FIRST_BAD_WRITE,
                    WHEN_WAS_THE_FIRST_COMPROMISE,
                    HOW_FAR_DOES_THE_WAL_REACH -> TIME;
            case HOW_FAR_BEHIND_IS_THE_REPLICA -> SECONDS;
            case WHAT_CHANGED -> CHANGE;
            case WHICH_BACKUP_IS_VERIFIED -> BACKUP;
            case WHICH_LOSS_IS_ACCEPTABLE -> LOSS;
            case CAN_USERS_USE_IT,
                    IS_THE_DATABASE_WRITABLE,
                    IS_THE_REGION_LOST_FROM_OUTSIDE,
                    IS_THE_STANDBY_READY,
                    IS_THERE_ROOM_IN_THE_OTHER_ZONES,
                    IS_IT_CORRUPT,
                    IS_SOMEBODY_INSIDE,
                    ARE_THE_BACKUPS_COMPROMISED,
                    IS_THE_OLD_PRIMARY_REACHABLE,
                    IS_THE_OLD_PRIMARY_FENCED,
                    WHICH_WAY_IS_IT_RUN,
                    WHICH_PLAN,
                    ARE_ITS_DEPENDENCIES_UP,
                    IS_THE_OBSERVER_CUT_OFF,
                    WHAT_DOES_THIS_ALERT_MEAN -> CHOICE;
        };
    }
}
