package whatnow.knowledge;

import java.util.List;

/**
 * One section that answers a search, best first.
 *
 * @param snippet plain text, to be escaped by whoever shows it
 * @param marks where in the snippet the words stand, in order and apart from each other
 * @param score comparable within one answer only
 * @param why the score in words, what counted most first
 */
public record Hit(
        ArticleId article,
        String title,
        Article.Type type,
        String section,
        String heading,
        String snippet,
        List<Mark> marks,
        float score,
        List<String> why) {

    /** @param end behind the last character */
    public record Mark(int start, int end) {}

    public Hit {
        marks = List.copyOf(marks);
        why = List.copyOf(why);
    }

    public Citation citation() {
        return new Citation(article, section);
    }
}
