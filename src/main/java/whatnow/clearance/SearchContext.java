package whatnow.clearance;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import whatnow.decision.DecisionLog;
import whatnow.incident.Incidents;
import whatnow.knowledge.question.Circumstances;
import whatnow.now.IncidentCircumstances;
import whatnow.security.Person;

/** What a search stands in, when it is made for an incident: only for those who may see that incident. */
@Component
public class SearchContext {

    private final Incidents incidents;
    private final DecisionLog log;
    private final Clearance clearance;

    SearchContext(Incidents incidents, DecisionLog log, Clearance clearance) {
        this.incidents = incidents;
        this.log = log;
        this.clearance = clearance;
    }

    /**
     * @param incident its number or id; empty or blank for a search in no incident
     * @throws ResponseStatusException 404 when there is none, 403 with a sentence when the person may not see it
     */
    public Circumstances of(Person person, Optional<String> incident) {
        return incident.map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> of(person, it))
                .orElse(Circumstances.NONE);
    }

    private Circumstances of(Person person, String number) {
        var incident = incidents
                .numbered(number)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident of this number."));
        var decision = log.latest(incident.id());
        var view = clearance.afterReading(person, incident.id());
        return decision.map(view::decision)
                .map(IncidentCircumstances::of)
                .orElseGet(() -> IncidentCircumstances.of(incident));
    }
}
