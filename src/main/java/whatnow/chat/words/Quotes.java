package whatnow.chat.words;

import java.util.regex.Pattern;

/** Quotation marks as people and their phones type them, as one sort; what is typed keeps its length. */
final class Quotes {

    private static final Pattern DOUBLE = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb]");

    /** Around words, and not within one: {@code 'redis down'}, but not {@code users' orders}. */
    private static final Pattern SINGLE =
            Pattern.compile("(?<=^|[\\s(\\[:,])'(?=\\S)([^'\"\\n]{2,60})(?<=\\S)'(?=$|[\\s.,;:!?)\\]])");

    static String plain(String sentence) {
        var straight = sentence.replace('\u2019', '\'').replace('\u2018', '\'');
        return SINGLE.matcher(DOUBLE.matcher(straight).replaceAll("\"")).replaceAll("\"$1\"");
    }

    private Quotes() {}
}
