package whatnow.now;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Decision;
import whatnow.incident.Incident;
import whatnow.incident.Symptom;
import whatnow.knowledge.question.Circumstances;

/** What of an incident puts articles before others: what is broken, where, how badly and whose plan it is. */
public final class IncidentCircumstances {

    /** As they were when it was last decided. */
    public static Circumstances of(Decision decision) {
        var open = decision.inputs().symptoms().stream().filter(Symptom::isOpen).toList();
        return of(
                open,
                List.of(decision.outcome().assessment().severity().name()),
                decision.inputs().plan().name());
    }

    /** Of one about which nothing is decided yet. */
    public static Circumstances of(Incident incident) {
        return of(List.of(), List.of(), incident.plan().name());
    }

    static Circumstances of(List<Symptom> symptoms, List<String> severities, String plan) {
        return new Circumstances(
                small(symptoms.stream().map(Symptom::service)),
                small(symptoms.stream().flatMap(it -> it.alerts().stream())),
                small(symptoms.stream().flatMap(it -> it.region().stream())),
                small(severities.stream()),
                small(Stream.of(plan)),
                Optional.empty());
    }

    private static Set<String> small(Stream<String> names) {
        return names.map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private IncidentCircumstances() {}
}
