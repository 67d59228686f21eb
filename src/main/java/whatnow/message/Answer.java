package whatnow.message;

import java.time.Duration;
import java.util.Optional;

/** What came of asking a peer. */
public sealed interface Answer {

    /** It is there. {@code posted}: the peer's id of it. */
    record Taken(String posted) implements Answer {}

    /** An earlier post has arrived. */
    record Found(String posted) implements Answer {}

    /** No earlier post has arrived. */
    record Absent() implements Answer {}

    /** What was to be changed is not there any more: somebody deleted it. */
    record Gone() implements Answer {}

    /**
     * Not now.
     *
     * @param pause as the peer wants it
     * @param perhaps it may have been done all the same: the end was not seen
     */
    record Later(String why, Optional<Duration> pause, boolean perhaps) implements Answer {}

    /** Not until somebody changes something: a permission, a setting. */
    record Refused(String why) implements Answer {}
}
