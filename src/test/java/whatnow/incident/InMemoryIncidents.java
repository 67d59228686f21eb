package whatnow.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whatnow.plan.PlanId;

/** Incidents that end with the test. */
public final class InMemoryIncidents implements Incidents {

    private final Topology topology;
    private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
    private final Map<IncidentId, Map<String, Symptom>> symptoms = new HashMap<>();
    private final Map<IncidentId, List<TimelineEntry>> timelines = new HashMap<>();
    private final Map<IncidentId, Instant> due = new LinkedHashMap<>();
    private final List<Fact> facts = new ArrayList<>();

    public InMemoryIncidents(Topology topology) {
        this.topology = topology;
    }

    /** What waits for a decision, since when. */
    public Map<IncidentId, Instant> due() {
        return Map.copyOf(due);
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public Optional<Incident> numbered(String number) {
        return incidents.values().stream()
                .filter(it -> it.number().equals(number.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    @Override
    public List<Incident> open() {
        return incidents.values().stream().filter(Incident::isOpen).sorted(AGE).toList();
    }

    @Override
    public List<Incident> recent(int most) {
        return incidents.values().stream().sorted(AGE.reversed()).limit(most).toList();
    }

    private static final Comparator<Incident> AGE =
            Comparator.comparing(Incident::openedAt).thenComparing(it -> it.id().toString());

    @Override
    public List<Symptom> symptoms(IncidentId id) {
        return List.copyOf(symptoms.getOrDefault(id, Map.of()).values());
    }

    @Override
    public Map<IncidentId, List<Symptom>> symptoms(Collection<IncidentId> ids) {
        return ids.stream()
                .distinct()
                .filter(symptoms::containsKey)
                .collect(Collectors.toMap(it -> it, this::symptoms));
    }

    @Override
    public List<Fact> facts(IncidentId id) {
        return find(id).map(incident -> Fact.newestOfEachKey(facts.stream()
                        .filter(it -> concerns(it, incident) && !isForgotten(it))
                        .toList()))
                .orElse(List.of());
    }

    @Override
    public List<Fact> factsAround(PlanId plan, Collection<Symptom> shown) {
        var surroundings = Surroundings.of(plan, shown, topology);
        return Fact.newestOfEachKey(facts.stream()
                .filter(it -> it.incident().isEmpty() && !isForgotten(it))
                .filter(it -> surroundings.touch(it.subject()))
                .toList());
    }

    private boolean isForgotten(Fact fact) {
        return fact.incident().isEmpty()
                && fact.type().accumulates()
                && Fact.newestOfEachKey(facts).stream()
                                .filter(it -> it.incident().isEmpty() && it.type() == fact.type())
                                .filter(it -> it.subject().equals(fact.subject())
                                        && it.source().equals(fact.source()))
                                .filter(it -> Fact.AGE.compare(it, fact) > 0)
                                .count()
                        >= Fact.MOST_OF_A_SUBJECT;
    }

    private boolean concerns(Fact fact, Incident incident) {
        return fact.incident()
                .map(it -> it.equals(incident.id())
                        || find(it).flatMap(Incident::mergedInto).equals(Optional.of(incident.id())))
                .orElseGet(() -> Surroundings.of(incident, symptoms(incident.id()), topology)
                        .touch(fact.subject()));
    }

    @Override
    public List<TimelineEntry> timeline(IncidentId id) {
        return timelines.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
    }

    @Override
    public Incident open(PlanId plan, Instant at, boolean drill, Optional<IncidentId> previous) {
        var incident = new Incident(
                new IncidentId(TimeOrderedId.at(at)),
                Incident.number(at, incidents.size() + 1),
                plan,
                at,
                IncidentStatus.TRIAGE,
                Optional.empty(),
                previous,
                drill);
        incidents.put(incident.id(), incident);
        return incident;
    }

    @Override
    public void learn(Fact fact) {
        var before = Fact.newestOfEachKey(facts.stream()
                .filter(it -> it.key().equals(fact.key()) && it.incident().equals(fact.incident()))
                .toList());
        facts.add(fact);
        var touched = touchedBy(fact);
        if (before.stream().noneMatch(fact::saysTheSameAs)) {
            touched.forEach(it -> note(it, TimelineEntry.of(fact)));
        }
        if (fact.type().isForDecisions()) {
            due(touched, fact.recordedAt());
        }
    }

    private Set<IncidentId> touchedBy(Fact fact) {
        return fact.incident()
                .map(it -> find(it).map(known -> Set.of(known.mergedInto().orElse(it)))
                        .orElse(Set.of()))
                .orElseGet(() -> open().stream()
                        .filter(it -> concerns(fact, it))
                        .map(Incident::id)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void show(Map<IncidentId, List<Symptom>> shown) {
        shown.forEach((id, those) -> those.forEach(
                it -> symptoms.computeIfAbsent(id, _ -> new TreeMap<>()).put(it.key(), it)));
    }

    @Override
    public void move(IncidentId id, IncidentStatus status, String by, String why, Instant at) {
        var living = find(id).flatMap(Incident::mergedInto).orElse(id);
        if (find(living).filter(it -> it.isOpen() || !status.isOpen()).isEmpty()) {
            return;
        }
        change(living, status, Optional.empty());
        note(living, TimelineEntry.moved(status, by, why, at));
        due(Set.of(living), at);
    }

    @Override
    public void assign(IncidentId id, PlanId plan, String by, String why, Instant at) {
        incidents.computeIfPresent(
                id,
                (_, it) -> new Incident(
                        id, it.number(), plan, it.openedAt(), it.status(), it.mergedInto(), it.previous(), it.drill()));
        note(id, TimelineEntry.assigned(plan, by, why, at));
        due(Set.of(id), at);
    }

    private void change(IncidentId id, IncidentStatus status, Optional<IncidentId> mergedInto) {
        incidents.computeIfPresent(
                id,
                (_, it) -> new Incident(
                        id, it.number(), it.plan(), it.openedAt(), status, mergedInto, it.previous(), it.drill()));
    }

    @Override
    public void merge(IncidentId survivor, IncidentId younger, String by, String why, Instant at) {
        change(younger, IncidentStatus.MERGED, Optional.of(survivor));
        incidents.values().stream()
                .filter(it -> it.mergedInto().equals(Optional.of(younger)))
                .toList()
                .forEach(it -> change(it.id(), IncidentStatus.MERGED, Optional.of(survivor)));
        Optional.ofNullable(symptoms.remove(younger))
                .ifPresent(those -> those.forEach((key, it) ->
                        symptoms.computeIfAbsent(survivor, _ -> new TreeMap<>()).putIfAbsent(key, it)));
        note(younger, TimelineEntry.merge("Merged into " + numberOf(survivor) + ": " + why, by, survivor, at));
        note(survivor, TimelineEntry.merge("Took over " + numberOf(younger) + ": " + why, by, younger, at));
        due(Set.of(survivor, younger), at);
    }

    private String numberOf(IncidentId id) {
        return find(id).map(Incident::number).orElseThrow();
    }

    @Override
    public void note(IncidentId id, TimelineEntry entry) {
        timelines.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry);
    }

    @Override
    public void note(Map<IncidentId, List<TimelineEntry>> entries) {
        entries.forEach((id, those) -> those.forEach(it -> note(id, it)));
    }

    @Override
    public void due(Set<IncidentId> ids, Instant since) {
        ids.forEach(it -> due.putIfAbsent(it, since));
    }
}
