package whatnow.decision.known;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.modulith.NamedInterface;

/** Times and spans in words; the card says them as the decision does. */
@NamedInterface("words")
public final class Words {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** {@code 02:14:10 UTC}. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** {@code 40 s}, {@code 14 min}, {@code 3 h 46 min}, {@code 2 d 3 h}. */
    public static String span(Duration span) {
        var seconds = Math.abs(span.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        if (seconds < 172_800) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    /** {@code 12 min ago}. */
    public static String ago(Duration span) {
        return span(span) + " ago";
    }

    static String works(Belief belief) {
        return switch (belief.state()) {
            case TRUE -> "works";
            case FALSE -> "lost";
            case UNKNOWN -> "unknown";
        };
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : "%d %s %d %s".formatted(large, largeUnit, small, smallUnit);
    }

    private Words() {}
}
