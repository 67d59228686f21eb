package whatnow.knowledge;

import java.util.regex.Pattern;

/** The stable name of an article: its file name without {@code .md}, and what rules cite. */
public record ArticleId(String slug) implements Comparable<ArticleId> {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?");

    public ArticleId {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException(
                    "The article id (%s) is not a slug. Try small letters, digits and hyphens, such as regional-failover."
                            .formatted(slug));
        }
    }

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    @Override
    public int compareTo(ArticleId other) {
        return slug.compareTo(other.slug);
    }

    @Override
    public String toString() {
        return slug;
    }
}
