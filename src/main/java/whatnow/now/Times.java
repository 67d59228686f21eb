package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import whatnow.decision.known.Words;

/** Times as people read them, always in UTC, which every log uses. */
public final class Times {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** {@code 14:08:12 UTC}. */
    public static String clock(Instant instant) {
        return Words.clock(instant);
    }

    /** {@code 2026-11-20 14:08:12 UTC}. */
    public static String full(Instant instant) {
        return DAY.format(instant) + " UTC";
    }

    /** The clock alone on the same day, else with the day. */
    public static String near(Instant instant, Instant now) {
        var sameDay = instant.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .equals(now.atOffset(ZoneOffset.UTC).toLocalDate());
        return sameDay ? clock(instant) : full(instant);
    }

    /** {@code 40 s ago}, {@code in 3 min}. */
    public static String relative(Instant instant, Instant now) {
        return instant.isAfter(now)
                ? "in " + span(Duration.between(now, instant))
                : span(Duration.between(instant, now)) + " ago";
    }

    /** Never negative: what lies ahead has no age. */
    static Duration between(Instant from, Instant until) {
        return from.isAfter(until) ? Duration.ZERO : Duration.between(from, until);
    }

    /** {@code 40 s}, {@code 14 min}, {@code 3 h 46 min}, {@code 2 d 4 h}; the sign is dropped. */
    public static String span(Duration duration) {
        var it = duration.abs();
        if (it.compareTo(Duration.ofMinutes(1)) < 0) {
            return it.toSeconds() + " s";
        }
        if (it.compareTo(Duration.ofHours(1)) < 0) {
            return it.toMinutes() + " min";
        }
        if (it.compareTo(Duration.ofDays(1)) < 0) {
            return two(it.toHours(), "h", it.toMinutesPart(), "min");
        }
        return two(it.toDays(), "d", it.toHoursPart(), "h");
    }

    private static String two(long large, String unit, long small, String smallUnit) {
        return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + smallUnit;
    }

    private Times() {}
}
