package whatnow.time;

import java.time.Instant;

/** What time it is, cut to milliseconds. In production the database's clock. */
public interface Now {

    Instant instant();
}
