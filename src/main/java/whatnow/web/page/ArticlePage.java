package whatnow.web.page;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.coverage.ArticleLinks;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;
import whatnow.security.Person;

/** One article. */
@Controller
class ArticlePage {

    private static final int MOST_ALIKE = 6;

    private final Library library;
    private final ArticleLinks links;
    private final Clearance clearance;

    ArticlePage(Library library, ArticleLinks links, Clearance clearance) {
        this.library = library;
        this.links = links;
        this.clearance = clearance;
    }

    /** Of incidents that the reader may not see nothing is counted. */
    @GetMapping("/kb/{slug}")
    String article(@AuthenticationPrincipal Person person, @PathVariable String slug, Model model) {
        var article = find(slug)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no article of this name. Try the search."));
        model.addAttribute("article", article);
        model.addAttribute("html", library.render(article));
        model.addAttribute("related", known(article.frontMatter().related()));
        model.addAttribute("supersedes", known(article.frontMatter().past().supersedes()));
        model.addAttribute("supersededBy", library.supersededBy(article.id()));
        model.addAttribute("similar", library.like(article, MOST_ALIKE));
        model.addAttribute("backlinks", library.linkedFrom(article.id()));
        model.addAttribute("links", links.of(article, () -> clearance.of(person).hides()));
        return "knowledge/article";
    }

    private List<Article> known(List<ArticleId> ids) {
        return ids.stream().flatMap(it -> library.find(it).stream()).toList();
    }

    private Optional<Article> find(String slug) {
        return ArticleId.isSlug(slug) ? library.find(new ArticleId(slug)) : Optional.empty();
    }
}
