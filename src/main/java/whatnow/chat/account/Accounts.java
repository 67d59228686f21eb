package whatnow.chat.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Links between chat users and persons, and the offers to make one. What ever happened is kept. */
public interface Accounts {

    /** Takes the place of an earlier offer to the same user. Those that expired before {@code now} are forgotten. */
    void offer(Offer offer, Instant now);

    Optional<Offer> offered(String sha256);

    /** Uses the offer up. False when it is gone, or the user is linked already. */
    boolean link(LinkedUser link, String offer);

    /** False when the user was not linked. */
    boolean unlink(LinkedUser link, String byPerson, Instant at);

    /** Oldest first. */
    List<LinkedUser> links();
}
