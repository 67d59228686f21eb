package whatnow.message;

import java.util.List;

/** How it stands with what was to be sent. */
public interface Undelivered {

    /** A sentence for each channel that takes nothing; from memory, because no page may wait for it. */
    List<String> troubles();
}
