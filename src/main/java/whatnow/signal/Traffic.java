package whatnow.signal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came through the doors lately, as this node saw it since it started; other nodes saw other requests. */
public interface Traffic {

    /** Instead of a door's key: an address like a door's where there is none. */
    String NO_DOOR = "no door";

    /** Instead of a door's key: where jobs and machines report that they live. */
    String HEARTBEATS = "heartbeat";

    Rate rate(String door, Instant now);

    /** What was not taken, the newest first. */
    List<Refusal> refusals();

    /**
     * Alerts, new ones and repeats.
     *
     * @param last when the newest came; empty if none did
     */
    record Rate(long inFiveMinutes, long inAnHour, Optional<Instant> last) {}

    /**
     * Requests of one sender that were not taken for one reason.
     *
     * @param door by its key
     * @param why of the newest. May hold what a sender with a token wrote: show it as data
     * @param who whose token it was; empty text for a stranger
     * @param from the address of the newest
     */
    record Refusal(
            String door, int status, String why, String who, String from, long count, Instant first, Instant last) {

        /** Under another name of its door. */
        public Refusal at(String other) {
            return new Refusal(other, status, why, who, from, count, first, last);
        }
    }
}
