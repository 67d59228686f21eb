package whatnow.chat.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words as they are mistyped at night: two letters swapped, one missing, one too many. A wrong letter is another word as
 * often as not ({@code leaked}, {@code peaked}), so that is left alone, and so are first and last letters and short words.
 */
final class Typing {

    private static final int SHORTEST = 6;

    /**
     * In shorter words a letter more or less makes another word as often as not: {@code cashed}, {@code crashed}. One of
     * two that are the same is missed more often than meant: {@code mesage}.
     */
    private static final int LONG = 8;

    private static final int SWAPPED = 5;

    private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");

    /** {@code NullPointerException}, {@code TimeoutErrors}. */
    private static final Pattern KIND = Pattern.compile("\\p{L}{3,}?(exceptions?|errors?)");

    private final Set<String> words;
    private final Set<String> plain;

    /** Each word without one of its letters. */
    private final Map<String, String> shortened = new HashMap<>();

    /** Short words, by the ways in which fingers miss them. */
    private final Map<String, String> slips;

    /**
     * @param plain words that look like others, mistyped
     * @param slips what is meant by words that are too short to tell
     */
    Typing(Set<String> words, Set<String> plain, Map<String, String> slips) {
        this.plain = plain;
        this.slips = slips;
        this.words = Set.copyOf(words);
        for (var word : words) {
            for (var index = 1; word.length() >= SHORTEST && index + 1 < word.length(); index++) {
                if (word.length() >= LONG || word.charAt(index) == word.charAt(index - 1)) {
                    shortened.putIfAbsent(without(word, index), word);
                }
            }
        }
    }

    Token mended(Token token) {
        var text = token.text();
        if (!token.isWord() || words.contains(text) || plain.contains(text)) {
            return token;
        }
        if (slips.containsKey(text)) {
            return token.spelt(slips.get(text));
        }
        var kind = KIND.matcher(text);
        if (kind.matches()) {
            return token.spelt(kind.group(1));
        }
        var drawn = DRAWN_OUT.matcher(text);
        if (drawn.find()) {
            var single = drawn.replaceAll("$1");
            var mended = words.contains(single) ? single : drawn.replaceAll("$1$1");
            return words.contains(mended) ? token.spelt(mended) : token;
        }
        return text.length() < SWAPPED ? token : token.spelt(meant(text));
    }

    private String meant(String text) {
        var missing = shortened.get(text);
        if (missing != null) {
            return missing;
        }
        for (var index = 1; index + 1 < text.length(); index++) {
            if (text.length() > LONG && words.contains(without(text, index))) {
                return without(text, index);
            }
            if (words.contains(swapped(text, index))) {
                return swapped(text, index);
            }
        }
        return text;
    }

    private static String without(String word, int index) {
        return word.substring(0, index) + word.substring(index + 1);
    }

    private static String swapped(String word, int index) {
        return word.substring(0, index) + word.charAt(index + 1) + word.charAt(index) + word.substring(index + 2);
    }
}
