package whatnow.chat.words;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Times of day in figures. What is no time is none: {@code 25:10}. */
final class DayTime {

    /** {@code 02:14}, {@code 02:14:10}. */
    static Optional<LocalTime> of(String clock) {
        var parts = clock.split("[:.]");
        var second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        return of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                .filter(_ -> second < 60)
                .map(it -> it.withSecond(second));
    }

    static Optional<LocalTime> of(int hour, int minute) {
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    /** @param half am, pm or nothing */
    static LocalTime ofHalf(LocalTime time, String half) {
        return half.isEmpty() || time.getHour() > 12
                ? time
                : time.withHour(time.getHour() % 12 + (half.equals("pm") ? 12 : 0));
    }

    /** A number that may be an hour; {@code a} is none. */
    static Optional<Numerals.Found> hour(List<Token> tokens, int at) {
        return Numerals.at(tokens, at).filter(it -> it.isWhole() && it.value() < 24 && !Numerals.isArticle(tokens, at));
    }

    private DayTime() {}
}
