package whatnow.feedback;

import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names and words of strangers, written so that they stand on one line and mean nothing to a reader of Markdown or YAML: none of
 * them becomes a heading, a command or a key.
 */
final class Inert {

    static final int MOST_NAMES = 10;

    private static final int LONGEST = 300;

    /** Names as the front matter lists them. */
    static String list(Stream<String> names) {
        return names.map(Inert::line)
                .distinct()
                .limit(MOST_NAMES)
                .map(Inert::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text of YAML. */
    static String quoted(String text) {
        return "\"" + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** In a span of code nothing is markup; a back quote would end it. */
    static String code(String text) {
        return "`" + cut(line(text).replace('`', '\''), LONGEST) + "`";
    }

    /** What somebody said, as they said it. */
    static String quote(String text) {
        return "\u201C" + plain(cut(line(text), LONGEST)) + "\u201D";
    }

    /** Words that mean no markup. */
    static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#!|])", "\\\\$1");
    }

    /** One line of what can be seen. */
    static String line(String text) {
        var kept = new ArrayList<String>();
        text.codePoints()
                .map(it -> Character.isWhitespace(it) || Character.isISOControl(it) ? ' ' : it)
                .filter(it -> Character.getType(it) != Character.FORMAT)
                .filter(it -> Character.getType(it) != Character.SURROGATE)
                .forEach(it -> kept.add(Character.toString(it)));
        return String.join("", kept).replaceAll("\\p{Z}+", " ").strip();
    }

    /** What is left out at its end shows as an ellipsis. */
    static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                                .strip()
                        + "\u2026";
    }

    private Inert() {}
}
