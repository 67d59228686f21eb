package whatnow.chat.words;

/** What a phrase of the dictionary contributes to a clause. */
enum Meaning {
    DOWN,
    UP,
    READY,
    SLOW,
    ERRORS,
    FULL,
    /** Full, if the share that is said is high. */
    LOAD,
    CORRUPT,
    FIRST_BAD_WRITE,
    LAG,
    REPLAYED,
    RANSOMWARE,
    BREACH,
    INTRUDER,
    LOST_DATA,
    SPOILT,
    STOPPED,
    DEPLOYED,

    /** Things that plans do not list by name. */
    REPLICA,
    BACKUP,
    ARCHIVE,
    STANDBY,
    ZONE,
    REGION,
    DATABASE,

    /** The clause says the opposite. */
    NOT,
    /** The clause says that it may be so. */
    PERHAPS,
    /** What was said just before does not hold. */
    CORRECTION,
    /** As the first word of a clause it asks for something, or says when something would be. */
    ORDER,
    /** The sentence speaks of what is not now. */
    UNREAL;

    /** Says something of a thing, rather than naming one or colouring what is said. */
    boolean isPredicate() {
        return compareTo(REPLICA) < 0;
    }

    /** Is said of something that must be named. */
    boolean needsAThing() {
        return switch (this) {
            case DOWN, UP, READY, SLOW, ERRORS, FULL, LOAD, LAG, STOPPED, DEPLOYED, SPOILT -> true;
            case CORRUPT,
                    FIRST_BAD_WRITE,
                    REPLAYED,
                    RANSOMWARE,
                    BREACH,
                    INTRUDER,
                    LOST_DATA,
                    REPLICA,
                    BACKUP,
                    ARCHIVE,
                    STANDBY,
                    ZONE,
                    REGION,
                    DATABASE,
                    NOT,
                    PERHAPS,
                    CORRECTION,
                    ORDER,
                    UNREAL -> false;
        };
    }

    /** Means the thing itself, even where a plan has a service of that name. */
    boolean isPartOfADatabase() {
        return this == REPLICA || this == BACKUP || this == ARCHIVE || this == STANDBY;
    }
}
