package whatnow.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whatnow.decision.Outcome.Ground;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.Statement.SeverityRowFits;
import whatnow.decision.known.Evidence;
import whatnow.decision.known.IncidentClock;
import whatnow.decision.known.Recognised;
import whatnow.incident.Symptom;
import whatnow.plan.Degradation.TierTrigger;
import whatnow.plan.EscalationStep;
import whatnow.plan.FailoverCriteria;
import whatnow.plan.MessageRow;
import whatnow.plan.PlannedService;
import whatnow.plan.SeverityRow;
import whatnow.rulebook.Spoken;

/** Puts what made rules speak into words, for the record and for the card: each fact once, however many rules it moved. */
final class Grounds {

    private final Map<Object, Optional<Ground>> inWords = new IdentityHashMap<>();
    private final Map<Recognised, Set<Ground>> signs = new HashMap<>();

    Reason reason(String book, Spoken spoken) {
        var moved = new LinkedHashSet<Ground>();
        spoken.matched().forEach(it -> add(moved, it));
        if (spoken.statement() instanceof SeverityRowFits row) {
            remember(row.recognised(), moved);
        }
        return new Reason(
                book,
                spoken.rule(),
                spoken.runbook(),
                spoken.rows(),
                spoken.owner(),
                spoken.statement().toString(),
                List.copyOf(moved));
    }

    /** In later books the facts by which a condition was recognised stand for it. */
    private void remember(Recognised condition, Set<Ground> moved) {
        moved.stream()
                .filter(it -> it.observedAt().isPresent())
                .forEach(it -> signs.computeIfAbsent(condition, _ -> new LinkedHashSet<>())
                        .add(it));
    }

    /** Engines hand over groups of facts for some patterns. */
    private void add(Set<Ground> moved, Object matched) {
        if (matched instanceof Collection<?> many) {
            many.forEach(it -> add(moved, it));
        } else if (matched instanceof Recognised && signs.containsKey(matched)) {
            moved.addAll(signs.getOrDefault(matched, Set.of()));
        } else {
            inWords.computeIfAbsent(matched, Grounds::of).ifPresent(moved::add);
        }
    }

    private static Optional<Ground> of(Object fact) {
        return switch (fact) {
            case IncidentClock it -> Optional.of(new Ground(it.inWords(), Optional.empty()));
            case Evidence it -> Optional.of(new Ground(it.inWords(), it.observedAt()));
            case Symptom it -> Optional.of(symptom(it));
            case PlannedService it ->
                plan(it.name() + " is " + words(it.importance()) + after(", ", it.tier()), it.rows());
            case SeverityRow it ->
                plan(
                        words(it.condition()) + " is " + it.severity()
                                + it.level().map(level -> " (" + level + ")").orElse(""),
                        it.rows());
            case TierTrigger it -> plan(words(it.condition()) + " calls for " + it.tier(), it.rows());
            case EscalationStep it -> plan(it.level() + " " + it.title(), it.rows());
            case MessageRow it -> plan(it.audience() + " by " + String.join(", ", it.channels()), it.rows());
            case FailoverCriteria it -> plan("failover criteria", it.rows());
            default -> Optional.empty();
        };
    }

    private static Ground symptom(Symptom it) {
        return new Ground(
                it.service() + " " + words(it.kind())
                        + after(" in ", it.zone().or(it::region).filter(place -> !place.equals(it.service())))
                        + it.value().map(value -> " (" + value + ")").orElse("")
                        + (it.isFiring() ? "" : ", last known")
                        + ", by " + String.join(", ", it.sources()),
                Optional.of(it.lastSeen()));
    }

    private static String after(String link, Optional<String> name) {
        return name.map(link::concat).orElse("");
    }

    private static Optional<Ground> plan(String text, List<String> rows) {
        return Optional.of(new Ground("plan: " + text + " (" + String.join(", ", rows) + ")", Optional.empty()));
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
