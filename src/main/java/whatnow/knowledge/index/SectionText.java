package whatnow.knowledge.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whatnow.knowledge.Article;
import whatnow.knowledge.Section;
import whatnow.knowledge.markdown.Markdown;

/** What of a section its meaning is made from. */
final class SectionText {

    /** Models read some 500 words; what comes later they would leave out or refuse. */
    static final int LONGEST = 1_500;

    /** Markup can be longer than what it says, but not by that much. */
    private static final int LONGEST_MARKDOWN = 6_000;

    /** Nobody keeps a title from being as long as a page. */
    private static final int LONGEST_LINE = 200;

    static String of(Article article, Section section) {
        return cut(article.title(), LONGEST_LINE) + "\n" + cut(section.heading(), LONGEST_LINE) + "\n" + body(section);
    }

    /** The beginning of the words, as they are also shown. */
    static String body(Section section) {
        return cut(Markdown.plain(cut(section.text(), LONGEST_MARKDOWN)), LONGEST);
    }

    /** Equal for equal texts, and for no others. */
    static String key(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private SectionText() {}
}
