package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Someone who speaks to us, as pages show it.
 *
 * @param lastReport its last post; empty if it never spoke
 * @param interval how often it is expected to speak
 * @param unreadable how much of what it said could not be understood, ever
 * @param lastUnreadable the newest of that first
 */
public record Source(
        String name,
        Optional<Instant> lastReport,
        Optional<Instant> lastWatchdog,
        Duration interval,
        State state,
        long unreadable,
        List<Unreadable> lastUnreadable) {

    public enum State {
        FRESH,
        SILENT,
        /** Expected, and never heard. */
        NEVER
    }

    /** What could not be understood, as it came. Text from strangers: show it as data. */
    public record Unreadable(Instant receivedAt, int position, String why, String raw) {}
}
