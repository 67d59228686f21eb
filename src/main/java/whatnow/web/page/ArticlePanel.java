package whatnow.web.page;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import whatnow.clearance.Clearance;
import whatnow.coverage.ArticleLinks;
import whatnow.knowledge.Article;
import whatnow.security.Person;

/** What stands beside an article: who cites it, what used it, what was said of it. */
@Component
class ArticlePanel {

    private final ArticleLinks links;
    private final Clearance clearance;

    ArticlePanel(ArticleLinks links, Clearance clearance) {
        this.links = links;
        this.clearance = clearance;
    }

    /** For whoever is signed in; of incidents that they may not see nothing is counted. */
    void fill(Article article, Model model) {
        model.addAttribute(
                "links", links.of(article, () -> clearance.of(person()).hides()));
    }

    private static Person person() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof Person it) {
            return it;
        }
        throw new IllegalStateException(
                "An article was asked for by nobody, which the table of routes does not allow.");
    }
}
