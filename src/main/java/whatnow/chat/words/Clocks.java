package whatnow.chat.words;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clock times. They are UTC and lie in the past: what is said has happened. */
final class Clocks {

    private static final Set<String> BEFORE_AN_HOUR =
            Set.of("at", "since", "from", "until", "till", "around", "about", "by", "before", "after", "circa", "to");
    private static final Set<String> UTC = Set.of("utc", "z", "gmt", "zulu");
    private static final Set<String> OTHER_ZONES = Set.of(
            "cet", "cest", "est", "edt", "pst", "pdt", "bst", "ist", "jst", "mst", "mdt", "cst", "cdt", "local",
            "eastern", "pacific");

    private final List<Token> tokens;
    private final Instant now;

    /**
     * @param at empty if it is no time of UTC or no time at all
     * @param length in tokens
     */
    record Found(Optional<Instant> at, int length) {}

    Clocks(List<Token> tokens, Instant now) {
        this.tokens = tokens;
        this.now = now;
    }

    Optional<Found> at(int from) {
        var token = tokens.get(from);
        if (token.isDate()) {
            return Optional.of(new Found(instant(token.text()), 1))
                    .filter(it -> it.at().isPresent())
                    .or(() -> dated(from));
        }
        return (token.isClock() ? typed(from) : Optional.<Found>empty())
                .or(() -> spoken(from))
                .or(() -> named(from))
                .or(() -> digits(from))
                .or(() -> hour(from));
    }

    private Optional<Instant> instant(String text) {
        try {
            var full = text.replace(' ', 't').toUpperCase(java.util.Locale.ROOT);
            var zoned = full.matches(".*(Z|[+-]\\d{2}(:?\\d{2})?)$") && full.contains(":") ? full : full + "Z";
            return Optional.of(OffsetDateTime.parse(
                            zoned.replaceFirst("([+-]\\d{2})$", "$1:00").replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                    .toInstant()
                    .truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-03-01 at 08:22}. */
    private Optional<Found> dated(int from) {
        var next = text(from + 1).equals("at") ? from + 2 : from + 1;
        if (next >= tokens.size() || !tokens.get(next).isClock()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(tokens.get(from).text().substring(0, 10));
            return time(text(next))
                    .map(it -> new Found(Optional.of(day.atTime(it).toInstant(ZoneOffset.UTC)), next + 1 - from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 02:14}, {@code 11:51pm}. */
    private Optional<Found> typed(int from) {
        return time(text(from)).map(it -> found(it, from, 1));
    }

    private static Optional<LocalTime> time(String clock) {
        var parts = clock.split("[:.]");
        return time(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    private static Optional<LocalTime> time(int hour, int minute, int second) {
        return hour > 23 || minute > 59 || second > 59
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour, minute, second));
    }

    /** {@code 10 past 9}, {@code quarter to 4}, {@code half past 3}, {@code half ten}. */
    private Optional<Found> spoken(int from) {
        var start = text(from).equals("a") && text(from + 1).equals("quarter") ? from + 1 : from;
        var isHalf = text(start).equals("half");
        var number = Numerals.at(tokens, start).filter(it -> it.isWhole() && it.value() < 60 && !isArticle(start));
        var minutes = isHalf
                ? 30
                : text(start).equals("quarter")
                        ? 15
                        : number.map(Numerals.Found::whole).orElse(-1);
        if (minutes < 0) {
            return Optional.empty();
        }
        var at = start + number.map(Numerals.Found::length).orElse(1);
        var word = text(at).startsWith("min") ? text(at + 1) : text(at);
        var next = text(at).startsWith("min") ? at + 2 : at + 1;
        if (word.equals("past") || word.equals("after")) {
            return hourAt(next)
                    .flatMap(it ->
                            time(it.whole(), minutes, 0).map(time -> found(time, from, next + it.length() - from)));
        }
        if (isBeforeTheHour(word, minutes) && !text(from - 1).equals("from")) {
            return hourAt(next)
                    .filter(_ -> new Spans(tokens).at(next).isEmpty())
                    .flatMap(it -> time((it.whole() + 23) % 24, 60 - minutes, 0)
                            .map(time -> found(time, from, next + it.length() - from)));
        }
        return isHalf && !tokens.get(Math.min(at, tokens.size() - 1)).isNumber()
                ? hourAt(at)
                        .filter(it -> it.whole() <= 12)
                        .flatMap(it -> time(it.whole(), 30, 0).map(time -> found(time, from, at + it.length() - from)))
                : Optional.empty();
    }

    private static boolean isBeforeTheHour(String word, int minutes) {
        return (word.equals("to") || word.equals("before")) && minutes > 0 && minutes % 5 == 0
                || word.equals("of") && minutes == 15;
    }

    private Optional<Found> named(int from) {
        return switch (text(from)) {
            case "noon", "midday" -> Optional.of(found(LocalTime.NOON, from, 1));
            case "midnight" -> Optional.of(found(LocalTime.MIDNIGHT, from, 1));
            default -> Optional.empty();
        };
    }

    /** {@code 0412Z}, {@code 11.20} behind a word of time. */
    private Optional<Found> digits(int from) {
        var text = text(from);
        var isAfterTime = BEFORE_AN_HOUR.contains(text(from - 1))
                || text(from - 1).equals("far")
                || text(from - 2).equals("far");
        if (text.matches("\\d{4}")
                && (isAfterTime
                        || UTC.contains(text(from + 1))
                        || text(from + 1).equals("hrs"))) {
            return time(text.substring(0, 2) + ":" + text.substring(2)).map(it -> found(it, from, 1));
        }
        var isDotted = text.matches("\\d{1,2}\\.\\d{2}")
                && !text(from - 1).equals("to")
                && (isAfterTime || isHalfDay(from + 1) || UTC.contains(text(from + 1)) || isFragment(from));
        return isDotted
                        && !text(from + 1).equals("%")
                        && new Spans(tokens).at(from).isEmpty()
                ? time(text.replace('.', ':')).map(it -> found(it, from, 1))
                : Optional.empty();
    }

    /** {@code sorry, 11.26}. */
    private boolean isFragment(int from) {
        return from > 0
                && tokens.get(from - 1).isMark()
                && (from + 1 == tokens.size() || tokens.get(from + 1).isMark());
    }

    /** {@code 9pm}, {@code at 9}, {@code 10 o'clock}. */
    private Optional<Found> hour(int from) {
        var hour = hourAt(from).filter(_ -> !isArticle(from));
        if (hour.isEmpty()) {
            return Optional.empty();
        }
        var length = hour.get().length();
        if (isHalfDay(from + length) && hour.get().whole() <= 12) {
            return Optional.of(found(LocalTime.of(hour.get().whole(), 0), from, length));
        }
        var next = text(from + length);
        var isWhole = next.equals("o'clock") || next.equals("ish") || UTC.contains(next);
        var isBehind = BEFORE_AN_HOUR.contains(text(from - 1))
                && !text(from - 1).equals("to")
                && !text(from - 1).equals("by")
                && !(text(from - 1).equals("about")
                        || text(from - 1).equals("from") && !tokens.get(from).isNumber())
                && (from + length >= tokens.size() || endsTime(from + length));
        return isWhole || isBehind
                ? time(hour.get().whole(), 0, 0)
                        .map(it -> found(it, from, length + (isWhole && !UTC.contains(next) ? 1 : 0)))
                : Optional.empty();
    }

    private boolean endsTime(int at) {
        return tokens.get(at).isMark() && !text(at).equals("/")
                || Set.of(
                                "and",
                                "but",
                                "so",
                                "is",
                                "are",
                                "was",
                                "were",
                                "has",
                                "have",
                                "no",
                                "not",
                                "never",
                                "aren't",
                                "isn't",
                                "weren't",
                                "can't",
                                "don't",
                                "got",
                                "went",
                                "all",
                                "it",
                                "they",
                                "we",
                                "the",
                                "i",
                                "in",
                                "on",
                                "by",
                                "vanished",
                                "disappeared",
                                "utc",
                                "today",
                                "this",
                                "already",
                                "sharp",
                                "or",
                                "when",
                                "after")
                        .contains(text(at));
    }

    private Found found(LocalTime time, int from, int length) {
        var end = from + length;
        var half = isHalfDay(end) ? text(end) : "";
        var clock = half.isEmpty() || time.getHour() > 12
                ? time
                : time.withHour(time.getHour() % 12 + (half.equals("pm") ? 12 : 0));
        end += half.isEmpty() ? 0 : 1;
        end += UTC.contains(text(end)) ? 1 : 0;
        var isElsewhere = OTHER_ZONES.contains(text(end));
        return new Found(isElsewhere ? Optional.empty() : Optional.of(past(clock)), end - from);
    }

    private Instant past(LocalTime time) {
        var at = now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
        var isYesterday = tokens.stream().anyMatch(it -> it.text().equals("yesterday"));
        return at.isAfter(now) || isYesterday ? at.minus(Duration.ofDays(1)) : at;
    }

    private Optional<Numerals.Found> hourAt(int at) {
        return Numerals.at(tokens, at).filter(it -> it.isWhole() && it.value() < 24 && !isArticle(at));
    }

    private boolean isHalfDay(int at) {
        return text(at).equals("pm") || text(at).equals("am");
    }

    private boolean isArticle(int at) {
        return text(at).equals("a") || text(at).equals("an");
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
