package whatnow.knowledge.check;

import java.util.List;
import java.util.Map;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleCheck.Finding;
import whatnow.knowledge.ArticleId;

/** All rules over one article. */
public final class ArticleRules {

    private static final List<ArticleRule> RULES = List.of(
            new FrontMatterRule(),
            new HeadingsRule(),
            new StepsRule(),
            new CommandsRule(),
            new LinksRule(),
            new WordsRule(),
            new TemplateRule(),
            new ChecklistRule());

    /**
     * Findings in no particular order.
     *
     * @param all the articles that this one may point to
     */
    public static List<Finding> check(Article article, Map<ArticleId, Article> all) {
        var subject = new Subject(article, all);
        RULES.forEach(it -> it.check(subject));
        return subject.findings();
    }

    private ArticleRules() {}
}
