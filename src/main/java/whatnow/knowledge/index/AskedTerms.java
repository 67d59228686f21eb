package whatnow.knowledge.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.words.Token;
import whatnow.knowledge.words.Words;

/**
 * The terms of a question and what each of them weighs.
 *
 * <p>An alert's text is full of what was measured and where: addresses, host names, pods, numbers. They
 * say nothing about the runbook, and their parts would find any page that happens to hold a rare one.
 * So such a word counts only as a whole.
 *
 * @param weights by term
 * @param pairs of words that stand together
 */
record AskedTerms(Map<String, Weighted> weights, List<Pair> pairs) {

    /** @param shown the word as it was asked, for people */
    record Weighted(Token.Kind kind, float weight, String shown) {}

    /** @param distance in words, 1 for neighbours */
    record Pair(String first, String second, int distance) {}

    private static final float CONCEPT = 0.2f;
    private static final float NUMBER = 0.2f;
    private static final float GUESS = 0.6f;

    /** Whoever asks so little means every word of it. */
    private static final int SHORT = 2;

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern NUMBER_WORD =
            Pattern.compile("[\\d.,:%+/-]+(?:ms|s|m|h|d|x|k|kb|mb|gb|kib|mib|gib|b|%)?");
    private static final Pattern CODE = Pattern.compile("[45]\\d\\d|\\d{4,}");
    private static final Pattern UNIT = Pattern.compile(
            "(?i)(?:ms|millis|s|sec|secs|seconds?|m|min|mins|minutes?|h|hrs?|hours?|days?|[kmgt]i?b|percent)");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d+)?");
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9_-]+\\.){2,}[a-z]{2,}(?::\\d+)?");
    private static final Pattern SEPARATOR = Pattern.compile("[-_./:@]+");
    private static final Pattern INSTANCE = Pattern.compile("\\d+|(?=.*\\d)[a-z0-9]{5,}");

    /** Too common in questions to rank by. As {@link Words} leaves them. */
    private static final Set<String> FILLERS = Words.of(
                    "i me my we our ours you your he she his her its itself them what"
                            + " which who whom those am were been being have has had having do does did doing because until"
                            + " while about between through during before after from over under again further once here when"
                            + " where why how all any both each few more most other some own same so than too very can could"
                            + " should would may might must just now also last currently please")
            .stream()
            .map(Token::text)
            .collect(Collectors.toUnmodifiableSet());

    /** With what unknown words probably meant, which counts for less than what was written. */
    AskedTerms with(Map<String, List<String>> meant) {
        var all = new LinkedHashMap<>(weights);
        meant.forEach((word, guesses) -> guesses.stream()
                .flatMap(it -> Words.of(it).stream())
                .filter(it -> it.kind() == Token.Kind.PART)
                .forEach(it -> all.putIfAbsent(it.text(), new Weighted(it.kind(), GUESS, word))));
        return new AskedTerms(all, pairs);
    }

    static AskedTerms of(String question) {
        var reading =
                new Reading(WORD.matcher(question).results().limit(SHORT + 1L).count() <= SHORT);
        var prose = new StringBuilder();
        var wasNumber = false;
        for (var word : WORD.matcher(question).results().map(MatchResult::group).toList()) {
            var bare = EDGES.matcher(word).replaceAll("");
            var isUnit = wasNumber && UNIT.matcher(bare).matches();
            wasNumber = NUMBER_WORD.matcher(bare).matches();
            if (isValue(bare.toLowerCase(Locale.ROOT))) {
                reading.value(bare);
            } else if (!isUnit) {
                prose.append(word).append(' ');
            }
        }
        reading.prose(prose.toString());
        return reading.terms();
    }

    private static boolean isValue(String word) {
        if (word.isEmpty()) {
            return false;
        }
        if (NUMBER_WORD.matcher(word).matches()
                || ADDRESS.matcher(word).matches()
                || HOST.matcher(word).matches()) {
            return true;
        }
        var parts = SEPARATOR.split(word);
        return parts.length > 1
                && List.of(parts).stream().anyMatch(it -> INSTANCE.matcher(it).matches());
    }

    private static final class Reading {

        private final boolean isShort;
        private final Map<String, Weighted> weights = new LinkedHashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();
        private final List<Pair> pairs = new ArrayList<>();

        Reading(boolean isShort) {
            this.isShort = isShort;
        }

        void value(String word) {
            var term = word.toLowerCase(Locale.ROOT);
            var isDull =
                    NUMBER_WORD.matcher(term).matches() && !CODE.matcher(term).matches() && !isShort;
            weights.putIfAbsent(term, new Weighted(Token.Kind.WHOLE, isDull ? NUMBER : 1, word));
        }

        void prose(String text) {
            Token before = null;
            for (var token : Words.of(text)) {
                if (token.kind() == Token.Kind.PART && !FILLERS.contains(token.text())) {
                    pair(before, token);
                    before = token;
                }
                if (token.kind() != Token.Kind.PART || isShort || !FILLERS.contains(token.text())) {
                    add(token, text.substring(token.start(), token.end()));
                }
            }
        }

        private void pair(@Nullable Token before, Token token) {
            if (before != null && token.position() > before.position()) {
                pairs.add(new Pair(before.text(), token.text(), token.position() - before.position()));
            }
        }

        /** A word that is repeated counts more, though less each time; what it means counts once. */
        private void add(Token token, String shown) {
            var times = counts.merge(token.text(), 1, Integer::sum);
            var weight = token.kind() == Token.Kind.CONCEPT ? CONCEPT : 1 + (float) Math.log(times);
            weights.merge(
                    token.text(),
                    new Weighted(token.kind(), weight, shown),
                    (first, _) -> new Weighted(first.kind(), Math.max(first.weight(), weight), first.shown()));
        }

        AskedTerms terms() {
            return new AskedTerms(weights, List.copyOf(pairs));
        }
    }
}
