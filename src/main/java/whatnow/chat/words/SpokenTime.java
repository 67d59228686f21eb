package whatnow.chat.words;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Times as they are spoken: {@code 10 past 9}, {@code quarter to 4}, {@code half past 3}, {@code half ten}, {@code noon}. */
final class SpokenTime {

    private final List<Token> tokens;
    private final int from;

    /** @param length in tokens */
    record Found(LocalTime time, int length) {}

    private SpokenTime(List<Token> tokens, int from) {
        this.tokens = tokens;
        this.from = from;
    }

    static Optional<Found> at(List<Token> tokens, int from) {
        return new SpokenTime(tokens, from).found();
    }

    private Optional<Found> found() {
        return switch (text(from)) {
            case "noon", "midday" -> Optional.of(new Found(LocalTime.NOON, 1));
            case "midnight" -> Optional.of(new Found(LocalTime.MIDNIGHT, 1));
            case "half" -> minutes(30, from + 1).or(this::halfOf);
            case "quarter" -> minutes(15, from + 1);
            case "a" -> text(from + 1).equals("quarter") ? minutes(15, from + 2) : Optional.empty();
            default -> number();
        };
    }

    private Optional<Found> number() {
        return Numerals.at(tokens, from)
                .filter(it -> it.isWhole() && it.value() < 60 && !Numerals.isArticle(tokens, from))
                .flatMap(it -> minutes(it.whole(), from + it.length()));
    }

    private Optional<Found> minutes(int minutes, int behind) {
        var at = text(behind).startsWith("min") ? behind + 1 : behind;
        return switch (text(at)) {
            case "past", "after" -> hour(at + 1, 0, minutes);
            case "to", "before" -> isBeforeTheHour(minutes, at + 1) ? hour(at + 1, 23, 60 - minutes) : Optional.empty();
            case "of" -> minutes == 15 ? hour(at + 1, 23, 45) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@code ten to nine}, but not {@code from 5 to 10} nor {@code 10 to 20 min}. */
    private boolean isBeforeTheHour(int minutes, int hour) {
        return minutes > 0
                && minutes % 5 == 0
                && !text(from - 1).equals("from")
                && new Spans(tokens).at(hour).isEmpty();
    }

    private Optional<Found> hour(int at, int added, int minute) {
        return DayTime.hour(tokens, at)
                .flatMap(it -> DayTime.of((it.whole() + added) % 24, minute)
                        .map(time -> new Found(time, at + it.length() - from)));
    }

    /** British: {@code half ten} is half past. */
    private Optional<Found> halfOf() {
        var isWord = from + 1 < tokens.size() && !tokens.get(from + 1).isNumber();
        return isWord
                ? DayTime.hour(tokens, from + 1).filter(it -> it.whole() <= 12).flatMap(_ -> hour(from + 1, 0, 30))
                : Optional.empty();
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
