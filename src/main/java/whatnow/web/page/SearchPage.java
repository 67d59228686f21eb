package whatnow.web.page;

import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whatnow.clearance.SearchContext;
import whatnow.knowledge.Found;
import whatnow.security.Person;
import whatnow.web.Searches;

/** Finds sections of articles. The list alone is asked for while somebody types. */
@Controller
class SearchPage {

    private static final int HITS = 20;
    private static final int SUGGESTIONS = 5;

    private final Searches searches;
    private final SearchContext context;

    SearchPage(Searches searches, SearchContext context) {
        this.searches = searches;
        this.context = context;
    }

    @GetMapping("/search")
    String page(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> incident,
            Model model) {
        fill(q, incident, searches.find(person, q, context.of(person, incident), HITS), model);
        return "knowledge/search";
    }

    @GetMapping("/search/found")
    String found(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> incident,
            Model model) {
        fill(q, incident, searches.whileTyping(person, q, context.of(person, incident), HITS), model);
        return "knowledge/found";
    }

    private void fill(String q, Optional<String> incident, Found found, Model model) {
        model.addAttribute("incident", incident.orElse("").strip());
        model.addAttribute("words", q);
        model.addAttribute("found", found);
        model.addAttribute("titles", searches.suggest(q, SUGGESTIONS));
    }
}
