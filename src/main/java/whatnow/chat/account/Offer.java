package whatnow.chat.account;

import java.time.Instant;

/**
 * A code that a chat user was shown, so that whoever opens it can say who that is.
 *
 * @param sha256 of the code, which is kept nowhere
 */
public record Offer(String sha256, ChatUser user, String handle, Instant expiresAt) {

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
