package whatnow.decision;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whatnow.incident.IncidentId;
import whatnow.plan.Severity;

/** Every decision ever made, oldest first. Entries are added and never altered. */
public interface DecisionLog {

    /** Gives the decision its number and writes it down with the texts of its rules and plan. */
    Decision append(IncidentId incident, Inputs inputs, Outcome outcome);

    Optional<Decision> latest(IncidentId incident);

    List<Decision> of(IncidentId incident);

    /** As last decided; an incident about which nothing was decided is not among them. */
    Map<IncidentId, Severity> severities(Collection<IncidentId> incidents);

    /** By number or by id. */
    Optional<Decision> find(String numberOrId);
}
