package whatnow.web.page;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.decision.DecisionLog;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.now.NowCards;
import whatnow.security.Person;

/** One incident: its card, what it shows, what is known of it and all of its history. */
@Controller
class IncidentPage {

    private static final int MOST = 100;

    private final Incidents incidents;
    private final NowCards cards;
    private final DecisionLog log;
    private final Clearance clearance;

    IncidentPage(Incidents incidents, NowCards cards, DecisionLog log, Clearance clearance) {
        this.incidents = incidents;
        this.log = log;
        this.cards = cards;
        this.clearance = clearance;
    }

    @GetMapping("/incidents")
    String list(@AuthenticationPrincipal Person person, Model model) {
        var newest = incidents.recent(MOST);
        var ids = newest.stream().map(Incident::id).toList();
        model.addAttribute("incidents", newest);
        model.addAttribute("severities", log.severities(ids));
        model.addAttribute("symptoms", incidents.symptoms(ids));
        model.addAttribute("view", clearance.of(person));
        return "incident/list";
    }

    @GetMapping("/incidents/{number}")
    String page(@AuthenticationPrincipal Person person, @PathVariable String number, Model model) {
        fill(person, number, model);
        return "incident/page";
    }

    @GetMapping(path = "/incidents/{number}", headers = "HX-Request")
    String parts(@AuthenticationPrincipal Person person, @PathVariable String number, Model model) {
        fill(person, number, model);
        return "incident/parts";
    }

    private void fill(Person person, String number, Model model) {
        var incident = incidents
                .numbered(number.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no incident of this number. The list has all of them."));
        var card = cards.of(incident.number());
        var symptoms = incidents.symptoms(incident.id());
        var facts = incidents.facts(incident.id());
        var timeline = incidents.timeline(incident.id());
        var view = clearance.afterReading(person, incident.id());
        model.addAttribute("incident", incident);
        model.addAttribute(
                "card", card.flatMap(it -> view.cards(List.of(it)).stream().findFirst()));
        model.addAttribute("symptoms", symptoms);
        model.addAttribute("facts", view.facts(facts));
        model.addAttribute("timeline", timeline.reversed());
    }
}
