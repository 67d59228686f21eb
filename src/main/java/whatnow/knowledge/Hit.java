package whatnow.knowledge;

/**
 * One section that answers a search, best first.
 *
 * @param snippet plain text, to be escaped by whoever shows it
 * @param score comparable within one answer only
 */
public record Hit(ArticleId article, String title, String section, String heading, String snippet, float score) {

    public Citation citation() {
        return new Citation(article, section);
    }
}
