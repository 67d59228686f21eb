package whatnow.incident;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Restrictions that end with the test. */
public final class InMemoryRestrictions implements Restrictions {

    private final Incidents incidents;
    private final List<RestrictionEntry> history = new CopyOnWriteArrayList<>();

    public InMemoryRestrictions(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public void add(RestrictionEntry entry) {
        history.add(entry);
    }

    @Override
    public List<Restriction> inForce() {
        if (history.isEmpty()) {
            return List.of();
        }
        var heads = history.stream()
                .flatMap(it -> incidents.find(it.incident()).stream())
                .map(InMemoryRestrictions::head)
                .toList();
        return Restriction.inForce(
                history,
                incidents.recent(Integer.MAX_VALUE).stream()
                        .filter(it -> heads.contains(head(it)))
                        .map(it -> new Restriction.Member(it.id(), it.number(), head(it)))
                        .toList());
    }

    @Override
    public boolean hasHistory(IncidentId incident) {
        return history.stream().anyMatch(it -> it.incident().equals(incident));
    }

    private static IncidentId head(Incident incident) {
        return Optional.of(incident).flatMap(Incident::mergedInto).orElse(incident.id());
    }
}
