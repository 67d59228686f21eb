package whatnow.signal;

import java.time.Instant;
import java.util.List;

/** Everyone who speaks to us or was expected to, by name. */
public interface Sources {

    List<Source> at(Instant now);
}
