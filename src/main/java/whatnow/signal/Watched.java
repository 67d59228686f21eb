package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What has to report by itself. */
public interface Watched {

    /** By id. */
    List<Beat> all();

    /**
     * Nobody waits for it any more; an alert about its silence ends.
     *
     * @return whether it was waited for
     */
    boolean end(String id);

    /**
     * One of them.
     *
     * @param due when its silence becomes an alert
     * @param isMissed it has become one
     */
    record Beat(String id, String service, Duration every, Instant last, Instant due, boolean isMissed) {

        public State state(Instant now) {
            if (isMissed || now.isAfter(due)) {
                return State.MISSED;
            }
            return now.isAfter(last.plus(every)) ? State.LATE : State.BEATING;
        }
    }

    enum State {
        BEATING,
        /** It should have reported, and has a little longer. */
        LATE,
        /** Its silence is an alert. */
        MISSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
