package whatnow.message;

import java.time.Instant;
import java.util.Collection;

/**
 * The outbox. What is put in here goes out once the caller's transaction commits, and never if it does not.
 *
 * <p>A channel gets each message at least once, with a key that stays the same; {@link Channel#find} makes that once where
 * the peer lets us look.
 */
public interface Messages {

    /**
     * One message that is kept up to date: it is posted once and changed in place after that. Only the newest content
     * counts; what says the same changes nothing.
     */
    void keep(MessageKey key, Destination to, Content content, Instant at);

    /** As {@link #keep} where there is such a message already; else nothing happens. */
    void amend(MessageKey key, Destination to, Content content, Instant at);

    /**
     * One short message in the thread of another, so that a change is heard: changes in place make no sound. It is posted
     * once, whatever is said under the same part later. Where the other one has not gone out yet nothing is added, because
     * that one will be heard and says it itself.
     */
    void reply(MessageKey to, String part, Destination at, Content content, Instant when);

    /**
     * All messages about something say only this from now on; what never went out never will.
     *
     * @param but places whose messages stay as they are
     */
    void withdraw(String about, Collection<Destination> but, String text, Instant at);
}
