package whatnow.knowledge;

import whatnow.notation.CitationForm;

/** The stable name of an article: its file name without {@code .md}, and what rules cite. */
public record ArticleId(String slug) implements Comparable<ArticleId> {

    public ArticleId {
        if (!isSlug(slug)) {
            throw new IllegalArgumentException(
                    "The article id (%s) is not a slug. Try small letters, digits and hyphens, such as regional-failover."
                            .formatted(slug));
        }
    }

    public static boolean isSlug(String text) {
        return CitationForm.isSlug(text);
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
