package whatnow.web.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whatnow.knowledge.Found;
import whatnow.security.Person;
import whatnow.web.Searches;

/** Finds sections of articles. The list alone is asked for while somebody types. */
@Controller
class SearchPage {

    private static final int HITS = 20;
    private static final int SUGGESTIONS = 5;

    private final Searches searches;

    SearchPage(Searches searches) {
        this.searches = searches;
    }

    @GetMapping("/search")
    String page(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String q, Model model) {
        fill(q, searches.find(person, q, HITS), model);
        return "knowledge/search";
    }

    @GetMapping("/search/found")
    String found(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String q, Model model) {
        fill(q, searches.whileTyping(person, q, HITS), model);
        return "knowledge/found";
    }

    private void fill(String q, Found found, Model model) {
        model.addAttribute("words", q);
        model.addAttribute("found", found);
        model.addAttribute("titles", searches.suggest(q, SUGGESTIONS));
    }
}
