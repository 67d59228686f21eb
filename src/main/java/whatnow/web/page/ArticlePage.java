package whatnow.web.page;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;

/** Runbooks and the search over them. */
@Controller
class ArticlePage {

    private static final int HITS = 20;

    private final Library library;
    private final ArticlePanel panel;

    ArticlePage(Library library, ArticlePanel panel) {
        this.library = library;
        this.panel = panel;
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
        panel.fill(article, model);
        return "knowledge/article";
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("words", q);
        model.addAttribute("hits", library.search(q, HITS));
        model.addAttribute("note", library.noteOn(q));
        return "knowledge/search";
    }

    private Optional<Article> find(String slug) {
        return ArticleId.isSlug(slug) ? library.find(new ArticleId(slug)) : Optional.empty();
    }
}
