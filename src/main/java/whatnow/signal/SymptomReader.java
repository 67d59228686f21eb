package whatnow.signal;

import java.util.List;

/**
 * Says what a signal means. Must answer for every signal that is not a Watchdog: what nobody taught it to read is a
 * symptom of kind {@code OTHER}.
 */
public interface SymptomReader {

    List<Reading> read(Signal signal);
}
