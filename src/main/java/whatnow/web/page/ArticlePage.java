package whatnow.web.page;

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

/** Runbooks. */
@Controller
class ArticlePage {

    private final Library library;

    ArticlePage(Library library) {
        this.library = library;
    }

    @GetMapping("/kb")
    String shelf(Model model) {
        model.addAttribute("articles", library.all());
        model.addAttribute("problems", library.problems());
        return "knowledge/shelf";
    }

    @GetMapping("/kb/{slug}")
    String article(@PathVariable String slug, Model model) {
        var article = find(slug)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no article of this name. Try the search."));
        model.addAttribute("article", article);
        model.addAttribute("html", library.render(article));
        return "knowledge/article";
    }

    private Optional<Article> find(String slug) {
        return ArticleId.isSlug(slug) ? library.find(new ArticleId(slug)) : Optional.empty();
    }
}
