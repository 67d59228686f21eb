package whatnow.chat.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Times and spans of a clause. Clock times are UTC and lie in the past: what is said has happened. */
final class Times {

    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("sec", Duration.ofSeconds(1)),
            Map.entry("secs", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("mins", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hr", Duration.ofHours(1)),
            Map.entry("hrs", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)),
            Map.entry("ms", Duration.ofMillis(1)),
            Map.entry("millis", Duration.ofMillis(1)));

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40));

    private final List<Token> tokens;
    private final Instant now;

    Times(List<Token> tokens, Instant now) {
        this.tokens = tokens;
        this.now = now;
    }

    /** When it was or since when it has been, if the clause says so. */
    Optional<Instant> at() {
        for (var index = 0; index < tokens.size(); index++) {
            var found = clock(index);
            if (found.isPresent()) {
                return found;
            }
        }
        return ago();
    }

    /** The first span: {@code 40 min}, {@code an hour}, {@code half an hour}. */
    Optional<Duration> span() {
        for (var index = 0; index < tokens.size(); index++) {
            var found = spanAt(index);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> ago() {
        for (var index = 0; index < tokens.size(); index++) {
            var span = spanAt(index);
            if (span.isPresent() && (isNear(index, "ago") || index > 0 && isFor(index - 1))) {
                return Optional.of(now.minus(span.get()));
            }
        }
        return Optional.empty();
    }

    /** It says since when, so that it goes on. */
    boolean isSince() {
        return tokens.stream().anyMatch(it -> it.text().equals("since"));
    }

    boolean isYesterdayAt() {
        return tokens.stream()
                        .anyMatch(
                                it -> it.text().equals("yesterday") || it.text().equals("night"))
                && tokens.stream().anyMatch(Token::isClock);
    }

    private boolean isFor(int index) {
        return text(index).equals("for")
                || text(index).equals("last")
                || text(index).equals("past");
    }

    private boolean isNear(int from, String word) {
        return text(from + 1).equals(word)
                || text(from + 2).equals(word)
                || text(from + 3).equals(word);
    }

    /** {@code 02:14}, {@code 10 past 9}, {@code quarter to 4}, {@code half past 3}, {@code at 9}. */
    private Optional<Instant> clock(int index) {
        if (tokens.get(index).isClock()) {
            return past(text(index));
        }
        if (text(index + 1).equals("pm") || text(index + 1).equals("am")) {
            return number(index)
                    .filter(it -> it >= 1 && it <= 12)
                    .flatMap(it -> past(it % 12 + (text(index + 1).equals("pm") ? 12 : 0), 0));
        }
        var minutes = text(index).equals("half")
                ? 30
                : text(index).equals("quarter") ? 15 : number(index).orElse(-1);
        if (minutes >= 0 && minutes < 60) {
            var hour = hour(index + 2);
            if (text(index + 1).equals("past") && hour.isPresent()) {
                return past(hour.get(), minutes);
            }
            if (text(index + 1).equals("to") && hour.isPresent()) {
                return past((hour.get() + 23) % 24, 60 - minutes);
            }
        }
        var isHour = text(index).equals("at") || text(index).equals("since");
        return isHour && unit(index + 2).isEmpty() && !isNumberLike(index + 2)
                ? hour(index + 1).filter(_ -> isWholeHour(index + 2)).flatMap(it -> past(it, 0))
                : Optional.empty();
    }

    private boolean isWholeHour(int next) {
        return next >= tokens.size()
                || tokens.get(next).isMark()
                || List.of("utc", "z", "am", "o'clock").contains(text(next));
    }

    private boolean isNumberLike(int index) {
        return index < tokens.size() && tokens.get(index).isNumber()
                || text(index).equals("%");
    }

    private Optional<Integer> hour(int index) {
        return number(index).filter(it -> it >= 0 && it < 24);
    }

    private Optional<Instant> past(int hour, int minute) {
        return past("%02d:%02d".formatted(hour, minute));
    }

    private Optional<Instant> past(String clock) {
        var parts = clock.split(":");
        var hour = Integer.parseInt(parts[0]);
        var minute = Integer.parseInt(parts[1]);
        var second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        if (hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var at = today.atTime(LocalTime.of(hour, minute, second)).toInstant(ZoneOffset.UTC);
        var isYesterday = tokens.stream().anyMatch(it -> it.text().equals("yesterday"));
        return Optional.of(at.isAfter(now) || isYesterday ? at.minus(Duration.ofDays(1)) : at);
    }

    private Optional<Duration> spanAt(int index) {
        if (text(index).equals("half")
                && text(index + 1).equals("an")
                && text(index + 2).equals("hour")) {
            return Optional.of(Duration.ofMinutes(30));
        }
        var half = text(index + 2).equals("and") && text(index + 4).equals("half") ? 0.5 : 0;
        var amount = amount(index).map(it -> it + half);
        return unit(index + 1)
                .flatMap(unit -> amount.map(it -> Duration.ofMillis((long) (unit.toMillis() * it))))
                .map(it -> it.plus(smaller(index + 2)));
    }

    /** {@code 1h10m}. */
    private Duration smaller(int index) {
        return index < tokens.size() && tokens.get(index).isNumber()
                ? spanAt(index).orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    private Optional<Double> amount(int index) {
        if (index < tokens.size() && tokens.get(index).isNumber()) {
            return Optional.of(Double.parseDouble(text(index)));
        }
        return Optional.ofNullable(WORDS.get(text(index))).map(Integer::doubleValue);
    }

    private Optional<Integer> number(int index) {
        return amount(index).filter(it -> it == Math.rint(it)).map(Double::intValue);
    }

    private Optional<Duration> unit(int index) {
        return Optional.ofNullable(UNITS.get(text(index)));
    }

    private String text(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).text() : "";
    }
}
