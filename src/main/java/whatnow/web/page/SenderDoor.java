package whatnow.web.page;

import java.time.Instant;
import java.util.Optional;

/**
 * A door for one kind of sender, as the page Sources shows it.
 *
 * @param url to be entered at the sender
 * @param token how a token comes along, in words; empty where any way will do
 * @param hasSample whether a test alert can be sent
 * @param last when anybody last came through it
 * @param lately alerts in the last five minutes
 * @param anHour alerts in the last hour
 * @param refused requests that were not taken
 * @param unread alerts that could not be read, ever
 */
public record SenderDoor(
        String key,
        String title,
        String url,
        String token,
        boolean hasSample,
        Optional<Instant> last,
        long lately,
        long anHour,
        long refused,
        long unread) {

    /** Somebody came, whether or not that was taken. */
    public boolean isUsed() {
        return last.isPresent() || hasTrouble();
    }

    public boolean hasTrouble() {
        return refused + unread > 0;
    }
}
