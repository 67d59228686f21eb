package whatnow.signal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an accepted delivery is on disk. */
public enum Recorded {
    DATABASE,
    /** In a file of this node, because the database is away; it is carried over when that is back. */
    JOURNAL;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
