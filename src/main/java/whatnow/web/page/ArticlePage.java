package whatnow.web.page;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;

/** One article. */
@Controller
class ArticlePage {

    private static final int MOST_ALIKE = 6;

    private final Library library;
    private final ArticlePanel panel;

    ArticlePage(Library library, ArticlePanel panel) {
        this.library = library;
        this.panel = panel;
    }

    @GetMapping("/kb/{slug}")
    String article(@PathVariable String slug, Model model) {
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
        panel.fill(article, model);
        return "knowledge/article";
    }

    private List<Article> known(List<ArticleId> ids) {
        return ids.stream().flatMap(it -> library.find(it).stream()).toList();
    }

    private Optional<Article> find(String slug) {
        return ArticleId.isSlug(slug) ? library.find(new ArticleId(slug)) : Optional.empty();
    }
}
