package whatnow.knowledge;

/** One section of one article, written {@code regional-failover#steps}. */
public record Citation(ArticleId article, String section) {

    public Citation {
        if (!ArticleId.isSlug(section)) {
            throw new IllegalArgumentException(
                    "The section (%s) is not a heading id. Try one such as steps or do-not.".formatted(section));
        }
    }

    public static Citation parse(String text) {
        var hash = text.indexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException(
                    "The citation (%s) names no section. Try article#section, such as regional-failover#steps."
                            .formatted(text));
        }
        return new Citation(new ArticleId(text.substring(0, hash)), text.substring(hash + 1));
    }

    @Override
    public String toString() {
        return article + "#" + section;
    }
}
