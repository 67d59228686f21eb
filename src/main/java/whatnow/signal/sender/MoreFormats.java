package whatnow.signal.sender;

import java.util.List;

/** Formats that people wrote themselves; they may change at any time. */
public interface MoreFormats {

    List<Format> all();

    /** What was not taken and why, a sentence each. */
    List<String> troubles();

    /**
     * One that is tried out and not kept.
     *
     * @throws whatnow.signal.Refused with what is wrong about the text
     */
    Format tried(String name, String text);
}
