package whatnow.chat.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a number or a mark of a sentence. Hyphens and underscores part words: {@code message-queue} is typed in many ways.
 *
 * @param text folded: NFKC, lower case, straight apostrophes
 * @param start where it stands in the sentence as typed
 * @param end behind its last character
 * @param isGlued a hyphen or the like joins it to the one before
 */
record Token(String text, int start, int end, boolean isGlued) {

    private static final Pattern SHAPE = Pattern.compile("""
            (?<link>(?:https?://|www\\.)\\S+|\\#\\p{L}[\\p{L}\\p{N}_-]+|(?<![\\p{L}\\p{N}])(?:/[\\w.-]+){2,}/?|[\\w-]+\\.(?:log|txt|md|sh|sql|json|ya?ml|csv|pdf|png|html?|docx?|xlsx?)\\b)
            |(?<date>\\d{4}-\\d{2}-\\d{2}(?:[tT ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:[zZ]|[+-]\\d{2}(?::?\\d{2})?)?)?)
            |(?<clock>\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)
            |(?<number>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}[\u00a0\\ ]000\\b|\\d+(?:\\.\\d+)?)
            |(?<short>\\b(?i:[ap]\\.m\\b|w/o\\b|w/|b/c\\b|n/a\\b|24/7\\b))
            |(?<unit>(?<=\\d)\\p{L}+)
            |(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['.]\\p{L}[\\p{L}\\p{M}\\p{N}]*)*)
            |(?<dash>(?<=\\s)-+(?=\\s)|[\u2013\u2014]|-+>|=+>)
            |(?<mark>[.,;:!?()\\[\\]/&+%\\n\u2026"`])""", Pattern.COMMENTS);

    private static final Set<String> DENYING = Set.of("no", "not", "never", "nothing", "none", "nobody", "without");
    private static final String GLUE = "-_.";
    private static final String MARKS = ".,;:!?()[]/\n\u2026\"`-";

    /** An address, a file or a channel names something; what its letters spell is not said. */
    private static final String LINK = "hyperlink";

    /** Calls by their method are requests, where not everything is in capitals: {@code GETs}. */
    private static final Pattern CALL = Pattern.compile("(?:GET|PUT|POST)(s?)|(?:DELETE|HEAD|SELECT|INSERT|UPDATE)(s)");

    /** Endings that people run together with the word before. */
    private static final Map<String, String> ENDINGS =
            Map.of("'ll", "will", "'re", "are", "'ve", "have", "'m", "am", "'d", "had");

    /** Typed in a hurry, or in a way that means the same. */
    private static final Map<String, String> HURRIED = Map.ofEntries(
            Map.entry("cannot", "can't"),
            Map.entry("isnt", "isn't"),
            Map.entry("arent", "aren't"),
            Map.entry("wasnt", "wasn't"),
            Map.entry("werent", "weren't"),
            Map.entry("hasnt", "hasn't"),
            Map.entry("havent", "haven't"),
            Map.entry("hadnt", "hadn't"),
            Map.entry("doesnt", "doesn't"),
            Map.entry("dont", "don't"),
            Map.entry("didnt", "didn't"),
            Map.entry("cant", "can't"),
            Map.entry("couldnt", "couldn't"),
            Map.entry("wont", "won't"),
            Map.entry("aint", "isn't"),
            Map.entry("ain't", "isn't"),
            Map.entry("u", "you"),
            Map.entry("w/", "with"),
            Map.entry("w/o", "without"),
            Map.entry("b/c", "because"),
            Map.entry("cuz", "because"),
            Map.entry("cos", "because"),
            Map.entry("a.m", "am"),
            Map.entry("p.m", "pm"),
            Map.entry("&", "and"),
            Map.entry("+", "and"));

    static List<Token> of(String sentence) {
        var tokens = new ArrayList<Token>();
        var matcher = SHAPE.matcher(Quotes.plain(sentence));
        while (matcher.find()) {
            add(tokens, matcher, isGlued(sentence, matcher.start()));
        }
        return List.copyOf(tokens);
    }

    private static boolean isGlued(String sentence, int start) {
        return start > 1
                && GLUE.indexOf(sentence.charAt(start - 1)) >= 0
                && Character.isLetterOrDigit(sentence.charAt(start - 2));
    }

    private static void add(List<Token> tokens, Matcher found, boolean isGlued) {
        var text = Normalizer.normalize(found.group(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var start = found.start();
        var end = found.end();
        if (found.group("dash") != null) {
            tokens.add(new Token(text.endsWith(">") ? ":" : "-", start, end, false));
            return;
        }
        if (found.group("link") != null) {
            tokens.add(new Token(LINK, start, end, false));
            return;
        }
        if (found.group("number") != null) {
            tokens.add(new Token(text.replaceAll("[,\\s]", ""), start, end, isGlued));
            return;
        }
        if (CALL.matcher(found.group()).matches()) {
            tokens.add(new Token(text.endsWith("s") ? "requests" : "request", start, end, isGlued));
            return;
        }
        var word = text.endsWith("'s") && !text.equals("let's") ? text.substring(0, text.length() - 2) : text;
        for (var ending : ENDINGS.entrySet()) {
            if (word.endsWith(ending.getKey())) {
                var middle = end - ending.getKey().length();
                tokens.add(new Token(word.substring(0, middle - start), start, middle, isGlued));
                tokens.add(new Token(ending.getValue(), middle + 1, end, false));
                return;
            }
        }
        tokens.add(new Token(HURRIED.getOrDefault(word, word), start, end, isGlued));
    }

    /** The same, mended. */
    Token spelt(String other) {
        return new Token(other, start, end, isGlued);
    }

    boolean isMark() {
        return text.length() == 1 && MARKS.contains(text);
    }

    boolean isNumber() {
        return Character.isDigit(text.charAt(0)) && !isClock() && !isDate();
    }

    boolean isClock() {
        return text.contains(":") && !isMark() && !isDate();
    }

    boolean isDate() {
        return text.length() >= 10 && text.charAt(4) == '-';
    }

    boolean denies() {
        return text.endsWith("n't") || DENYING.contains(text);
    }

    boolean isWord() {
        return Character.isLetter(text.charAt(0));
    }

    /** Nothing stands between this and the next. */
    boolean touches(Token next) {
        return end == next.start();
    }
}
