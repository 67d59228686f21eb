package whatnow.web.page;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.incident.Incidents;
import whatnow.now.NowCards;

/** One incident: its card, what it shows, what is known of it and all of its history. */
@Controller
class IncidentPage {

    private static final int MOST = 100;

    private final Incidents incidents;
    private final NowCards cards;

    IncidentPage(Incidents incidents, NowCards cards) {
        this.incidents = incidents;
        this.cards = cards;
    }

    @GetMapping("/incidents")
    String list(Model model) {
        model.addAttribute("incidents", incidents.recent(MOST));
        return "incident/list";
    }

    @GetMapping("/incidents/{number}")
    String page(@PathVariable String number, Model model) {
        fill(number, model);
        return "incident/page";
    }

    @GetMapping(path = "/incidents/{number}", headers = "HX-Request")
    String parts(@PathVariable String number, Model model) {
        fill(number, model);
        return "incident/parts";
    }

    private void fill(String number, Model model) {
        var incident = incidents
                .numbered(number.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no incident of this number. The list has all of them."));
        model.addAttribute("incident", incident);
        model.addAttribute("card", cards.of(incident.number()));
        model.addAttribute("symptoms", incidents.symptoms(incident.id()));
        model.addAttribute("facts", incidents.facts(incident.id()));
        model.addAttribute("timeline", incidents.timeline(incident.id()).reversed());
    }
}
