package whatnow.notation;

import java.util.regex.Pattern;

/** How an article and a section of it are cited: {@code regional-failover} and {@code regional-failover#steps}. */
public final class CitationForm {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?");

    /** Whether it may name an article or a section. */
    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** Whether it is {@code article#section}. */
    public static boolean isSection(String text) {
        var hash = text.indexOf('#');
        return hash >= 0 && isSlug(text.substring(0, hash)) && isSlug(text.substring(hash + 1));
    }

    /** Whether it is {@code article} or {@code article#section}. */
    public static boolean isArticleOrSection(String text) {
        return isSlug(text) || isSection(text);
    }

    /** The article of {@code article} or {@code article#section}. */
    public static String article(String citation) {
        var hash = citation.indexOf('#');
        return hash < 0 ? citation : citation.substring(0, hash);
    }

    private CitationForm() {}
}
