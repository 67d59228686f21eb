package whatnow.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import whatnow.incident.IncidentId;
import whatnow.incident.TimeOrderedId;
import whatnow.plan.Severity;

/** A decision log that forgets everything when the test ends. */
final class InMemoryDecisionLog implements DecisionLog {

    private final List<Decision> decisions = new ArrayList<>();

    @Override
    public Decision append(IncidentId incident, Inputs inputs, Outcome outcome) {
        var number = "DEC-%s-%04d".formatted(inputs.now().toString().substring(0, 4), decisions.size() + 1);
        var sha256 = CanonicalJson.sha256(new DecisionRecord(inputs, outcome).json());
        var id = TimeOrderedId.at(inputs.now());
        var decision = new Decision(id, number, incident, inputs.now(), inputs, outcome, sha256);
        decisions.add(decision);
        return decision;
    }

    @Override
    public Optional<Decision> latest(IncidentId incident) {
        var those = of(incident);
        return those.isEmpty() ? Optional.empty() : Optional.of(those.getLast());
    }

    @Override
    public Map<IncidentId, Severity> severities(Collection<IncidentId> incidents) {
        var found = new HashMap<IncidentId, Severity>();
        incidents.forEach(it -> latest(it)
                .ifPresent(last -> found.put(it, last.outcome().assessment().severity())));
        return found;
    }

    @Override
    public List<Decision> of(IncidentId incident) {
        return decisions.stream().filter(it -> it.incident().equals(incident)).toList();
    }

    @Override
    public Optional<Decision> find(String numberOrId) {
        return decisions.stream()
                .filter(it -> it.number().equals(numberOrId.toUpperCase(Locale.ROOT))
                        || it.id().toString().equals(numberOrId))
                .findFirst();
    }
}
