package whatnow.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.decision.DecisionLog;
import whatnow.incident.Incidents;
import whatnow.security.Person;

/** Shows what was decided and why: every rule that spoke, every strategy that was weighed. */
@Controller
class DecisionPage {

    private final DecisionLog log;
    private final Incidents incidents;
    private final Clearance clearance;

    DecisionPage(DecisionLog log, Incidents incidents, Clearance clearance) {
        this.log = log;
        this.incidents = incidents;
        this.clearance = clearance;
    }

    @GetMapping("/decisions/{number}")
    String page(@AuthenticationPrincipal Person person, @PathVariable String number, Model model) {
        var decision = log.find(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no decision of this number."));
        model.addAttribute(
                "decision", clearance.afterReading(person, decision.incident()).decision(decision));
        model.addAttribute("incident", incidents.find(decision.incident()));
        model.addAttribute(
                "superseded",
                log.latest(decision.incident())
                        .filter(it -> !it.id().equals(decision.id()))
                        .isPresent());
        return "decision/page";
    }
}
