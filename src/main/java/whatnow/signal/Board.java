package whatnow.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.TimelineEntry;
import whatnow.plan.PlanId;

/**
 * What the incidents in question show, held while deliveries are folded in one after the other and written back in one go.
 * Only whoever holds the store's lock may make one.
 */
final class Board {

    private final Incidents incidents;
    private final Folds folds;
    private final Map<IncidentId, Incident> open = new LinkedHashMap<>();
    private final Map<IncidentId, Map<String, Folded>> shown = new HashMap<>();
    private final Map<IncidentId, Map<String, Optional<Folded>>> before = new LinkedHashMap<>();
    private final Map<IncidentId, IncidentId> survivors = new HashMap<>();
    private final Map<IncidentId, List<TimelineEntry>> entries = new LinkedHashMap<>();
    private final Map<IncidentId, List<TimelineEntry>> told = new LinkedHashMap<>();
    private final Map<IncidentId, Set<String>> touched = new LinkedHashMap<>();
    private final Map<IncidentId, Instant> changed = new LinkedHashMap<>();
    private String speaker = "";
    private Instant at = Instant.EPOCH;

    /** @param others incidents that are not open but are spoken of */
    Board(Incidents incidents, Folds folds, Collection<IncidentId> others) {
        this.incidents = incidents;
        this.folds = folds;
        incidents.open().forEach(it -> open.put(it.id(), it));
        var ids = new LinkedHashSet<>(open.keySet());
        ids.addAll(others);
        load(ids);
    }

    private void load(Set<IncidentId> ids) {
        var symptoms = incidents.symptoms(ids);
        var known = folds.of(ids);
        symptoms.forEach((id, those) -> {
            var remembered = known.getOrDefault(id, Map.of());
            those.forEach(it -> {
                var more = remembered.getOrDefault(it.key(), Folds.Remembered.NOTHING);
                of(id).put(it.key(), new Folded(it, more.unknown(), more.checks()));
            });
        });
    }

    /** Whatever changes until everything is counted was said by this one, at this moment. */
    void hears(String speaker, Instant at) {
        this.speaker = speaker;
        this.at = at;
    }

    /** Real incidents that are open. A rehearsal takes no real signal in. */
    Stream<Incident> real(Predicate<Incident> which) {
        return open.values().stream().filter(it -> !it.drill()).filter(which);
    }

    /** Those of a plan, with what they show. */
    List<IncidentLinker.Shown> shown(PlanId plan) {
        return real(it -> it.plan().equals(plan)).map(this::shown).toList();
    }

    IncidentLinker.Shown shown(Incident incident) {
        var symptoms = of(incident.id()).values().stream().map(Folded::symptom).toList();
        return new IncidentLinker.Shown(incident.id(), incident.plan(), incident.openedAt(), symptoms);
    }

    void opened(Incident incident) {
        open.put(incident.id(), incident);
    }

    boolean isOpen(IncidentId incident) {
        return open.containsKey(survivor(incident));
    }

    boolean shows(IncidentId incident, String symptom) {
        return of(incident).containsKey(symptom);
    }

    /** The incident itself, or the one that took it over while this board is held. */
    IncidentId survivor(IncidentId incident) {
        return survivors.getOrDefault(incident, incident);
    }

    /** As {@link #survivor}, also where it was taken over before this board was made. */
    IncidentId living(IncidentId named) {
        var incident = survivor(named);
        return open.containsKey(incident)
                ? incident
                : incidents
                        .find(incident)
                        .flatMap(Incident::mergedInto)
                        .map(this::survivor)
                        .filter(open::containsKey)
                        .orElse(incident);
    }

    void merge(IncidentId survivor, IncidentId younger, String why) {
        incidents.merge(survivor, younger, speaker, why, at);
        open.remove(younger);
        survivors.replaceAll((_, to) -> to.equals(younger) ? survivor : to);
        survivors.put(younger, survivor);
        of(younger).forEach((key, folded) -> {
            before.computeIfAbsent(survivor, _ -> new TreeMap<>())
                    .putIfAbsent(key, Optional.of(of(survivor).getOrDefault(key, folded)));
            of(survivor).merge(key, folded, Folded::with);
        });
        touched.remove(younger);
        changed.remove(younger);
        shown.remove(younger);
        before.remove(younger);
        Optional.ofNullable(entries.remove(younger))
                .ifPresent(it -> entries.computeIfAbsent(survivor, _ -> new ArrayList<>())
                        .addAll(it));
        folds.forget(younger);
    }

    void take(Heard heard, Optional<State> stateBefore, Reading reading) {
        var incident = survivor(heard.incident());
        var key = heard.symptom();
        var folded = of(incident)
                .getOrDefault(key, Folded.fresh(reading, heard.alert().startsAt()));
        touch(incident, key);
        of(incident).put(key, folded.takes(stateBefore, heard, reading.value()));
    }

    void lose(IncidentId incident, String key, int alerts) {
        Optional.ofNullable(of(incident).get(key)).ifPresent(it -> {
            touch(incident, key);
            of(incident).put(key, it.loses(alerts));
        });
    }

    /** The place and kind of a symptom that is shown already. */
    Optional<Reading> reading(IncidentId incident, String key) {
        return Optional.ofNullable(of(survivor(incident)).get(key))
                .map(Folded::symptom)
                .map(it -> new Reading(it.kind(), it.service(), it.region(), it.zone(), Optional.empty()));
    }

    void note(IncidentId incident, String kind, String text) {
        entries.computeIfAbsent(incident, _ -> new ArrayList<>())
                .add(new TimelineEntry(at, kind, text, speaker, Optional.empty()));
    }

    /** One delivery is one check of everything it touched. Says what has changed by it. */
    void countsAndTells() {
        before.forEach((incident, keys) ->
                keys.keySet().forEach(key -> of(incident).computeIfPresent(key, (_, folded) -> folded.checked())));
        before.forEach((incident, keys) -> keys.forEach((key, old) -> tell(incident, old, of(incident, key))));
        before.forEach((incident, keys) ->
                touched.computeIfAbsent(incident, _ -> new TreeSet<>()).addAll(keys.keySet()));
        changedNow().forEach(it -> changed.putIfAbsent(it, at));
        entries.forEach((incident, more) ->
                told.computeIfAbsent(incident, _ -> new ArrayList<>()).addAll(more));
        before.clear();
        entries.clear();
    }

    /** Writes down what has changed by all that was heard. */
    void write() {
        incidents.show(touched(Folded::symptom).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> List.copyOf(it.getValue().values()))));
        folds.save(touched(folded -> new Folds.Remembered(folded.unknown(), folded.checks())));
        incidents.note(told);
        changed.values().stream()
                .min(Instant::compareTo)
                .ifPresent(since -> incidents.due(Set.copyOf(changed.keySet()), since));
    }

    private void tell(IncidentId incident, Optional<Folded> old, Folded now) {
        var was = old.map(it -> it.symptom().state());
        var flaps = now.symptom().flapping();
        var flapped = old.filter(it -> it.symptom().flapping()).isPresent();
        if (flaps != flapped) {
            note(incident, "symptom", said(now.symptom()) + (flaps ? " is flapping" : " has calmed"));
        } else if (!flaps && !was.equals(Optional.of(now.symptom().state()))) {
            note(
                    incident,
                    "symptom",
                    said(now.symptom()) + ": " + words(now.symptom().state()));
        }
    }

    private static String words(State state) {
        return switch (state) {
            case TRUE -> "firing";
            case FALSE -> "ended";
            case UNKNOWN -> "unknown, its sender fell silent; last known: firing";
        };
    }

    private static String said(Symptom symptom) {
        var place = symptom.zone().or(symptom::region).map(it -> " in " + it).orElse("");
        return symptom.service() + " " + symptom.kind() + place;
    }

    /** Whoever only repeats what he said makes nobody decide again; the first word of another sender is evidence of its own. */
    private Set<IncidentId> changedNow() {
        return before.entrySet().stream()
                .filter(it -> open.containsKey(it.getKey()))
                .filter(it -> it.getValue().entrySet().stream()
                        .anyMatch(key -> isNews(key.getValue(), of(it.getKey(), key.getKey()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isNews(Optional<Folded> old, Folded now) {
        return old.map(Folded::symptom)
                .filter(it -> it.state() == now.symptom().state()
                        && it.count() == now.symptom().count()
                        && it.flapping() == now.symptom().flapping()
                        && it.since().equals(now.symptom().since())
                        && it.sources().equals(now.symptom().sources())
                        && it.value().equals(now.symptom().value()))
                .isEmpty();
    }

    private <T> Map<IncidentId, Map<String, T>> touched(Function<Folded, T> what) {
        var all = new LinkedHashMap<IncidentId, Map<String, T>>();
        touched.forEach((incident, keys) -> keys.forEach(
                key -> all.computeIfAbsent(incident, _ -> new TreeMap<>()).put(key, what.apply(of(incident, key)))));
        return all;
    }

    private void touch(IncidentId incident, String key) {
        before.computeIfAbsent(incident, _ -> new TreeMap<>())
                .putIfAbsent(key, Optional.ofNullable(of(incident).get(key)));
    }

    private Map<String, Folded> of(IncidentId incident) {
        return shown.computeIfAbsent(incident, _ -> new TreeMap<>());
    }

    private Folded of(IncidentId incident, String key) {
        return Optional.ofNullable(of(incident).get(key)).orElseThrow();
    }
}
