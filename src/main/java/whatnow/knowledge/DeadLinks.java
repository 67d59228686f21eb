package whatnow.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Target;
import whatnow.knowledge.markdown.Targets;

/**
 * Links and pictures of an article that lead to nothing, as its readers meet them: to an article, a section, a command or a
 * file that is not there. Links to other sites are nobody's to follow here.
 */
public final class DeadLinks {

    /** In the order of the article. */
    public static List<WrittenLink> of(Article article, Library library) {
        return of(article, library.targets(article), library::find);
    }

    /** @param targets as seen from the article */
    public static List<WrittenLink> of(
            Article article, Targets targets, Function<ArticleId, Optional<Article>> articles) {
        return article.links().stream()
                .filter(it -> isDead(article, it, targets, articles))
                .toList();
    }

    private static boolean isDead(
            Article article, WrittenLink link, Targets targets, Function<ArticleId, Optional<Article>> articles) {
        var hash = link.to().indexOf('#');
        var section = hash < 0 ? "" : link.to().substring(hash + 1);
        if (hash == 0) {
            return !section.isEmpty() && !has(article, section);
        }
        return switch (targets.of(link.kind(), link.to())) {
            case Target.Page page ->
                !section.isEmpty()
                        && page.section().isEmpty()
                        && !articles.apply(page.article())
                                .filter(it -> has(it, section))
                                .isPresent();
            case Target.Attached _ -> false;
            case Target.Nothing _ -> true;
        };
    }

    private static boolean has(Article article, String section) {
        return article.section(section).isPresent()
                || article.section(ArticleReader.headingId(section)).isPresent()
                || article.sections().stream().anyMatch(it -> it.stepOf(section).isPresent());
    }

    private DeadLinks() {}
}
