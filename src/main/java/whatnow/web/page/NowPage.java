package whatnow.web.page;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import whatnow.clearance.Clearance;
import whatnow.now.NowCards;
import whatnow.security.Person;

/** The answer to "what now?": every open incident's card, gravest first. */
@Controller
class NowPage {

    private final NowCards cards;
    private final Clearance clearance;

    NowPage(NowCards cards, Clearance clearance) {
        this.cards = cards;
        this.clearance = clearance;
    }

    @GetMapping("/")
    String page(@AuthenticationPrincipal Person person, Model model) {
        fill(person, model);
        return "now/page";
    }

    /** The cards alone, for the page to refresh itself. */
    @GetMapping(path = "/", headers = "HX-Request")
    String cards(@AuthenticationPrincipal Person person, Model model) {
        fill(person, model);
        return "now/cards";
    }

    private void fill(Person person, Model model) {
        var all = cards.all();
        var view = clearance.of(person);
        model.addAttribute("restricted", view.lines(all));
        model.addAttribute("cards", view.cards(all));
        model.addAttribute("sources", cards.sources());
    }
}
