package whatnow.chat.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Clock times. They are UTC and lie in the past: what is said has happened. */
final class Clocks {

    private static final Set<String> BEFORE_A_TIME = Set.of(
            "at",
            "since",
            "until",
            "till",
            "around",
            "before",
            "after",
            "circa",
            "about",
            "by",
            "from",
            "carries",
            "stamped",
            "timestamp",
            "reads");

    /** Behind these a bare number is an hour only if it is in digits. */
    private static final Set<String> BEFORE_AN_HOUR =
            Set.of("at", "since", "until", "till", "around", "before", "after", "circa");

    /** What may follow a bare hour; anything else is counted by it. */
    private static final Set<String> BEHIND_AN_HOUR = Set.of(
            ("and but so is are was were has have no not never aren't isn't weren't can't don't got went all it they we the"
                            + " i in on by vanished disappeared today this already sharp or when after utc")
                    .split(" "));

    private static final Set<String> UTC = Set.of("utc", "z", "gmt", "zulu");
    private static final Set<String> OTHER_ZONES = Set.of(
            "cet", "cest", "est", "edt", "pst", "pdt", "bst", "ist", "jst", "mst", "mdt", "cst", "cdt", "local",
            "eastern", "pacific");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern TWO_DIGITS = Pattern.compile("\\d{2}");
    private static final Set<String> BEFORE_THE_TIME_OF_A_COMMIT = Set.of("is", "was", ":", "commit", "replayed");

    /** They say how far or how long, and so of {@code 1h20} that it is a span. */
    private static final Set<String> OF_SPANS =
            Set.of("behind", "lag", "lags", "lagging", "delay", "delayed", "late", "ago", "old", "takes", "took");

    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{2}");

    private final List<Token> tokens;
    private final Instant now;
    private final boolean isOfYesterday;
    private final boolean isOfCommit;

    /**
     * @param at empty if it is a time of another zone than UTC
     * @param length in tokens
     */
    record Found(Optional<Instant> at, int length) {}

    Clocks(List<Token> tokens, Instant now) {
        this.tokens = tokens;
        this.now = now;
        this.isOfCommit =
                tokens.stream().anyMatch(it -> Set.of("commit", "replayed").contains(it.text()));
        this.isOfYesterday = tokens.stream().anyMatch(it -> it.text().equals("yesterday"));
    }

    Optional<Found> at(int from) {
        var token = tokens.get(from);
        if (token.isMark()) {
            return Optional.empty();
        }
        if (token.isDate()) {
            return Dates.at(tokens, from);
        }
        if (token.isClock()) {
            return DayTime.of(text(from)).map(it -> found(it, from, 1));
        }
        return SpokenTime.at(tokens, from)
                .map(it -> found(it.time(), from, it.length()))
                .or(() -> digits(from))
                .or(() -> hour(from));
    }

    /** {@code 0412Z}, {@code 11.20} behind a word of time. */
    private Optional<Found> digits(int from) {
        var text = text(from);
        if (!Character.isDigit(text.charAt(0))) {
            return Optional.empty();
        }
        if (isWithH(from)) {
            return DayTime.of(text + ":" + text(from + 2)).map(it -> found(it, from, 3));
        }
        var isTold = BEFORE_A_TIME.contains(text(from - 1))
                || text(from - 1).equals("far")
                || text(from - 2).equals("far");
        var isOfUtc = UTC.contains(text(from + 1));
        if (FOUR_DIGITS.matcher(text).matches()
                && (isTold || isOfUtc || text(from + 1).equals("hrs"))) {
            return DayTime.of(text.substring(0, 2) + ":" + text.substring(2)).map(it -> found(it, from, 1));
        }
        var isTime = isTold || isOfUtc || isHalfDay(from + 1) || isAlone(from);
        return DOTTED.matcher(text).matches() && isTime && !isAmount(from)
                ? DayTime.of(text.replace('.', ':')).map(it -> found(it, from, 1))
                : Optional.empty();
    }

    /** {@code from 11h37}, {@code the last commit is 11h46}; but not {@code 1h20 behind}. */
    private boolean isWithH(int from) {
        var isTime = BEFORE_A_TIME.contains(text(from - 1))
                || BEFORE_THE_TIME_OF_A_COMMIT.contains(text(from - 1)) && isOfCommit;
        return isTime
                && text(from + 1).equals("h")
                && from + 2 < tokens.size()
                && TWO_DIGITS.matcher(text(from + 2)).matches()
                && tokens.get(from).touches(tokens.get(from + 1))
                && tokens.get(from + 1).touches(tokens.get(from + 2))
                && tokens.stream().noneMatch(it -> OF_SPANS.contains(it.text()));
    }

    private boolean isAmount(int from) {
        return text(from + 1).equals("%") || new Spans(tokens).at(from).isPresent();
    }

    /** {@code sorry, 11.26}. */
    private boolean isAlone(int from) {
        return from > 0
                && tokens.get(from - 1).isMark()
                && (from + 1 == tokens.size() || tokens.get(from + 1).isMark());
    }

    /** {@code 9pm}, {@code at 9}, {@code 10 o'clock}. */
    private Optional<Found> hour(int from) {
        var number = DayTime.hour(tokens, from);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var length = number.get().length();
        var next = text(from + length);
        var isNamed = next.equals("o'clock") || next.equals("ish");
        var isHour = isHalfDay(from + length) && number.get().whole() <= 12
                || isNamed
                || UTC.contains(next)
                || isToldHour(from, length);
        return isHour
                ? DayTime.of(number.get().whole(), 0).map(it -> found(it, from, isNamed ? length + 1 : length))
                : Optional.empty();
    }

    private boolean isToldHour(int from, int length) {
        var isTold = BEFORE_AN_HOUR.contains(text(from - 1))
                || text(from - 1).equals("from") && tokens.get(from).isNumber();
        var end = from + length;
        return isTold
                && (end >= tokens.size()
                        || tokens.get(end).isMark() && !text(end).equals("/")
                        || BEHIND_AN_HOUR.contains(text(end)));
    }

    private Found found(LocalTime time, int from, int length) {
        var end = from + length;
        var half = isHalfDay(end) ? text(end) : "";
        end += half.isEmpty() ? 0 : 1;
        end += UTC.contains(text(end)) ? 1 : 0;
        var isElsewhere = OTHER_ZONES.contains(text(end));
        return new Found(isElsewhere ? Optional.empty() : Optional.of(past(DayTime.ofHalf(time, half))), end - from);
    }

    private Instant past(LocalTime time) {
        var at = now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(time).toInstant(ZoneOffset.UTC);
        return at.isAfter(now) || isOfYesterday ? at.minus(Duration.ofDays(1)) : at;
    }

    private boolean isHalfDay(int at) {
        return text(at).equals("pm") || text(at).equals("am");
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
