package whatnow.knowledge.check;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Finding;
import whatnow.knowledge.markdown.Targets;

/** All rules over one article. */
public final class ArticleRules {

    private static final List<ArticleRule> SHAPE = List.of(
            new FrontMatterRule(),
            new HeadingsRule(),
            new StepsRule(),
            new CommandsRule(),
            new WordsRule(),
            new TemplateRule(),
            new ChecklistRule());
    private static final List<ArticleRule> EVERYBODY = List.of(new LinksRule(), new OwnerRule());

    /**
     * Findings in no particular order.
     *
     * @param all the articles that this one may point to
     * @param files whether a path below the folder is a file
     * @param targets where links of the article lead its readers
     */
    public static List<Finding> check(
            Article article, Map<ArticleId, Article> all, Predicate<String> files, Targets targets) {
        var subject = new Subject(article, all, files, targets);
        if (!isImported(article)) {
            SHAPE.forEach(it -> it.check(subject));
        }
        EVERYBODY.forEach(it -> it.check(subject));
        return subject.findings();
    }

    /** Whether it came from elsewhere and keeps the shape that it had there. */
    public static boolean isImported(Article article) {
        return article.frontMatter().others().containsKey("imported_from");
    }

    private ArticleRules() {}
}
