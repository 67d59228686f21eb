package whatnow.chat.words;

import java.util.EnumSet;
import java.util.Set;

/** What a phrase says of a thing. */
enum Claim implements Meaning {
    /** Does not serve: {@code down}, {@code unreachable}. */
    DOWN,
    /** Somebody cannot reach what is named after it: {@code can't get into}. */
    UNREACHED,
    /** What is named after it was lost: {@code we lost}. */
    LOST,
    /** Was there and is not: of a service that it is down, of saved data that it is lost. */
    GONE,
    /** Does not do its work: {@code stuck}, {@code broken}. */
    STOPPED,
    /** Some of what it does goes wrong: {@code failing}. */
    FAILING,
    /** One run came to nothing: {@code bombed out}. */
    FAILED,
    /** One run came to its end: {@code completed}. */
    RAN,
    UP,
    /** Can take over. */
    READY,
    SLOW,
    ERRORS,
    FULL,
    /** Full, if the share that is said is high. */
    LOAD,
    /** Slow, if a span is said: {@code takes a minute}. */
    TAKES,
    /** Behind, if it grows or is high. */
    DEPTH,
    /** A queue or a replica is behind. */
    LAG,
    CAUGHT_UP,
    /** Moves along, of logs and replicas: {@code shipped}, {@code replays}. */
    FLOWS,
    CORRUPT,
    /** Corrupt, if it is said of data: {@code garbage}. */
    GARBLED,
    FIRST_BAD_WRITE,
    /** How far a replica has come, if a time is said. */
    REPLAYED,
    /** The newest of what a database wrote; how far a replica has come, if a time is said. */
    COMMIT,
    RANSOMWARE,
    BREACH,
    /** A breach, if it is said of data: {@code leaked}. */
    STOLEN,
    INTRUDER,
    /** Since when somebody is inside, if a time is said. */
    FIRST_COMPROMISE,
    LOST_DATA,
    /** Somebody took it away: of backups that they are gone, of data that it is lost. */
    DELETED,
    /** Of backups: not to be trusted; of machines and files: ransomware or nothing. */
    SPOILT,
    ENCRYPTED,
    /** A backup that was shown to be good. */
    TRUSTED,
    DEPLOYED,
    /** Changed by hand: a deployment if what was changed is known. */
    CHANGED;

    private static final Set<Claim> NEED_NOTHING = EnumSet.of(
            CORRUPT,
            GARBLED,
            FIRST_BAD_WRITE,
            REPLAYED,
            COMMIT,
            RANSOMWARE,
            BREACH,
            STOLEN,
            INTRUDER,
            FIRST_COMPROMISE,
            LOST_DATA);

    private static final Set<Claim> STATES =
            EnumSet.of(DOWN, GONE, STOPPED, FAILING, FAILED, RAN, UP, READY, CAUGHT_UP, FLOWS, SPOILT);

    /** Is said of something that must be named. */
    boolean needsAThing() {
        return !NEED_NOTHING.contains(this);
    }

    /** Is said of what stands before it, never of what stands after it. */
    boolean isOfItsSubject() {
        return STATES.contains(this);
    }
}
