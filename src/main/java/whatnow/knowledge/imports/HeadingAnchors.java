package whatnow.knowledge.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whatnow.knowledge.Article;

/** The names by which other tools know the headings of an article, and the ids that its sections have here. */
final class HeadingAnchors {

    /** What sites call the beginning of a page. */
    private static final Set<String> TOP = Set.of("readme", "top");

    static Map<String, String> of(Article article) {
        var anchors = new HashMap<String, String>();
        var numbers = new HashMap<String, Integer>();
        for (var section : article.sections()) {
            var slug = slug(section.heading());
            var number = numbers.merge(slug, 0, (before, _) -> before + 1);
            anchors.putIfAbsent(number == 0 ? slug : slug + "-" + number, section.id());
        }
        article.sections().forEach(it -> anchors.putIfAbsent(it.id(), it.id()));
        TOP.forEach(it -> anchors.putIfAbsent(it, article.sections().getFirst().id()));
        return anchors;
    }

    /** As GitHub makes it, which keeps letters of all languages. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .strip()
                .replaceAll("\\s", "-");
    }

    private HeadingAnchors() {}
}
