package whatnow.time;

import java.time.Instant;

/**
 * What time it is.
 *
 * <p>Answers are cut to milliseconds, because that is what is stored and what canonical JSON shows: an instant that was
 * written down and read back is equal to the one in hand.
 */
public interface Now {

    Instant instant();
}
