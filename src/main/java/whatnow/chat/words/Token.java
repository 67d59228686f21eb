package whatnow.chat.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A word, a number or a mark of a sentence.
 *
 * @param text folded: NFKC, lower case, straight apostrophes
 * @param start where it stands in the sentence as typed
 * @param end behind its last character
 */
record Token(String text, int start, int end) {

    /** Clock times, then words with inner hyphens, dots and the like, numbers, and marks that end a clause. */
    private static final Pattern SHAPE = Pattern.compile(
            "\\d{1,2}:\\d{2}(?::\\d{2})?|\\d+(?:\\.\\d+)?|(?<=\\d)\\p{L}+(?=\\d)|[\\p{L}_][\\p{L}\\p{N}_]*(?:[-'./][\\p{L}\\p{N}_]+)*|[.,;!?%()\\n]");

    /** Typed in a hurry, without the apostrophe. */
    private static final Map<String, String> HURRIED = Map.ofEntries(
            Map.entry("isnt", "isn't"),
            Map.entry("arent", "aren't"),
            Map.entry("wasnt", "wasn't"),
            Map.entry("werent", "weren't"),
            Map.entry("hasnt", "hasn't"),
            Map.entry("havent", "haven't"),
            Map.entry("doesnt", "doesn't"),
            Map.entry("dont", "don't"),
            Map.entry("didnt", "didn't"),
            Map.entry("cant", "can't"),
            Map.entry("couldnt", "couldn't"),
            Map.entry("wont", "won't"));

    static List<Token> of(String sentence) {
        var tokens = new ArrayList<Token>();
        var matcher = SHAPE.matcher(sentence.replace('\u2019', '\''));
        while (matcher.find()) {
            var folded =
                    Normalizer.normalize(matcher.group(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            var word = folded.endsWith("'s") ? folded.substring(0, folded.length() - 2) : folded;
            tokens.add(new Token(HURRIED.getOrDefault(word, word), matcher.start(), matcher.end()));
        }
        return List.copyOf(tokens);
    }

    boolean isMark() {
        return text.length() == 1 && ".,;!?()\n".contains(text);
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0)) && !text.contains(":");
    }

    boolean isClock() {
        return text.contains(":");
    }
}
