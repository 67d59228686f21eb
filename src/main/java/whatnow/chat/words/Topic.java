package whatnow.chat.words;

import java.util.EnumSet;
import java.util.Set;

/** What a phrase names, of things that plans do not list by name. */
enum Topic implements Meaning {
    REPLICA,
    BACKUP,
    ARCHIVE,
    STANDBY,
    ZONE,
    REGION,
    DATABASE,
    /** The database that others copy; named in passing of replicas. */
    PRIMARY,
    QUEUE,
    CACHE,
    LOGIN,
    /** What users have saved. */
    DATA,
    /** What users ask for: when it fails, these are errors. */
    REQUESTS;

    private static final Set<Topic> PARTS = EnumSet.of(REPLICA, BACKUP, ARCHIVE, STANDBY);

    /** Means the thing itself, even where a plan has a service of that name. */
    boolean isPartOfADatabase() {
        return PARTS.contains(this);
    }
}
