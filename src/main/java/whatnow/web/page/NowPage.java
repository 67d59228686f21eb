package whatnow.web.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import whatnow.now.NowCards;

/** The answer to "what now?": every open incident's card, gravest first. */
@Controller
class NowPage {

    private final NowCards cards;

    NowPage(NowCards cards) {
        this.cards = cards;
    }

    @GetMapping("/")
    String page(Model model) {
        fill(model);
        return "now/page";
    }

    /** The cards alone, for the page to refresh itself. */
    @GetMapping(path = "/", headers = "HX-Request")
    String cards(Model model) {
        fill(model);
        return "now/cards";
    }

    private void fill(Model model) {
        model.addAttribute("cards", cards.all());
        model.addAttribute("sources", cards.sources());
    }
}
