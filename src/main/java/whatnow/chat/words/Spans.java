package whatnow.chat.words;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spans of time: {@code 40 min}, {@code 1h20}, {@code half an hour}, {@code an hour and ten minutes}. */
final class Spans {

    private static final Map<String, Duration> UNITS = new HashMap<>();

    static {
        unit(Duration.ofMillis(1), "ms msec msecs millis millisecond milliseconds");
        unit(Duration.ofSeconds(1), "s sec secs second seconds");
        unit(Duration.ofMinutes(1), "m min mins minute minutes mn");
        unit(Duration.ofHours(1), "h hr hrs hour hours");
        unit(Duration.ofDays(1), "d day days");
    }

    private static final Set<String> HALF = Set.of("half");

    private final List<Token> tokens;

    /** @param length in tokens */
    record Found(Duration span, int length) {}

    Spans(List<Token> tokens) {
        this.tokens = tokens;
    }

    private static void unit(Duration length, String names) {
        for (var name : names.split(" ")) {
            UNITS.put(name, length);
        }
    }

    Optional<Found> at(int from) {
        return fraction(from).or(() -> mixed(from)).map(it -> withSmaller(it, from));
    }

    /** {@code half an hour}, {@code a quarter of an hour}, {@code three quarters of an hour}. */
    private Optional<Found> fraction(int from) {
        var at = text(from).equals("a") ? from + 1 : from;
        if (HALF.contains(text(at))) {
            var unit = at + 1 + (isArticle(at + 1) ? 1 : 0);
            return unit(unit).map(it -> new Found(it.dividedBy(2), unit + 1 - from));
        }
        var quarters = text(at).equals("quarter")
                ? 1
                : text(at).equals("three") && text(at + 1).equals("quarters") ? 3 : 0;
        var of = at + (quarters == 3 ? 2 : 1);
        return quarters > 0 && text(of).equals("of")
                ? unit(of + 2).map(it -> new Found(it.multipliedBy(quarters).dividedBy(4), of + 3 - from))
                : Optional.empty();
    }

    private Optional<Found> mixed(int from) {
        return Numerals.at(tokens, from).flatMap(number -> {
            var at = from + number.length();
            if (text(at).equals("and") && text(at + 1).equals("a") && HALF.contains(text(at + 2))) {
                return unit(at + 3).map(it -> new Found(times(it, number.value() + 0.5), at + 4 - from));
            }
            var plus = text(at).equals("or") && Numerals.at(tokens, at + 1).isPresent() ? 0 : at;
            return unit(plus)
                    .map(unit -> half(at + 1)
                            .map(length -> new Found(times(unit, number.value() + 0.5), at + 1 + length - from))
                            .orElseGet(() -> new Found(times(unit, number.value()), at + 1 - from)));
        });
    }

    /** {@code an hour and a half}. */
    private Optional<Integer> half(int at) {
        return text(at).equals("and")
                        && text(at + 1).equals("a")
                        && HALF.contains(text(at + 2))
                        && unit(at + 3).isEmpty()
                ? Optional.of(3)
                : Optional.empty();
    }

    /** {@code 1h10m}, {@code 1h20}, {@code 2 min 30 s}, {@code an hour and ten minutes}. */
    private Found withSmaller(Found larger, int from) {
        var at = from + larger.length();
        var next = text(at).equals("and") ? at + 1 : at;
        var isHours = larger.span().toHours() > 0 && larger.span().toHoursPart() > 0;
        return Numerals.at(tokens, next)
                .flatMap(number -> smaller(number, next, larger, isHours))
                .map(it -> new Found(larger.span().plus(it.span()), next + it.length() - from))
                .orElse(larger);
    }

    private Optional<Found> smaller(Numerals.Found number, int at, Found larger, boolean isHours) {
        var end = at + number.length();
        var unit = unit(end);
        if (unit.isPresent()) {
            return unit.filter(it -> it.compareTo(larger.span()) < 0 && it.compareTo(Duration.ofHours(1)) < 0)
                    .map(it -> new Found(times(it, number.value()), number.length() + 1));
        }
        var isBare = isHours
                && tokens.get(at).isNumber()
                && number.isWhole()
                && number.value() < 60
                && at > 0
                && tokens.get(at - 1).touches(tokens.get(at));
        return isBare ? Optional.of(new Found(Duration.ofMinutes(number.whole()), 1)) : Optional.empty();
    }

    private static Duration times(Duration unit, double amount) {
        return Duration.ofMillis((long) Math.rint(unit.toMillis() * Math.min(amount, 1e6)));
    }

    private boolean isArticle(int at) {
        return text(at).equals("an") || text(at).equals("a");
    }

    private Optional<Duration> unit(int at) {
        return Optional.ofNullable(UNITS.get(text(at)));
    }

    private String text(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
