package whatnow.chat.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers in digits and in words: {@code 40}, {@code forty-five}, {@code a couple of}, {@code one and a half}. */
final class Numerals {

    private static final Map<String, Integer> ONES = Map.ofEntries(
            Map.entry("zero", 0),
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
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));

    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20,
            "thirty", 30,
            "forty", 40,
            "fourty", 40,
            "fifty", 50,
            "sixty", 60,
            "seventy", 70,
            "eighty", 80,
            "ninety", 90);

    /** @param length in tokens */
    record Found(double value, int length) {

        boolean isWhole() {
            return value == Math.rint(value);
        }

        int whole() {
            return (int) value;
        }
    }

    static Optional<Found> at(List<Token> tokens, int from) {
        if (from < 0 || from >= tokens.size()) {
            return Optional.empty();
        }
        var text = tokens.get(from).text();
        if (tokens.get(from).isNumber()) {
            return Optional.of(new Found(Double.parseDouble(text), 1));
        }
        if (TENS.containsKey(text)) {
            var ones = Optional.ofNullable(
                            from + 1 < tokens.size()
                                    ? ONES.get(tokens.get(from + 1).text())
                                    : null)
                    .filter(it ->
                            it > 0 && it < 10 && tokens.get(from + 1).text().length() > 2);
            return Optional.of(new Found(TENS.get(text) + ones.orElse(0), ones.isPresent() ? 2 : 1));
        }
        return Optional.ofNullable(ONES.get(text)).map(it -> new Found(it, 1));
    }

    /** {@code a} and {@code an} count things, never hours. */
    static boolean isArticle(List<Token> tokens, int at) {
        return at < tokens.size()
                && (tokens.get(at).text().equals("a") || tokens.get(at).text().equals("an"));
    }

    private Numerals() {}
}
