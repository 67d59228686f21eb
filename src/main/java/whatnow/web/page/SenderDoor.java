package whatnow.web.page;

import java.time.Instant;
import java.util.Optional;

/**
 * A door for one kind of sender, as the page Sources shows it.
 *
 * @param url to be entered at the sender
 * @param token how a token comes along, in words; empty where any way will do
 * @param last when anybody last came through it
 */
public record SenderDoor(String title, String url, String token, Optional<Instant> last) {}
