package whatnow.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import whatnow.plan.PlanId;

/**
 * One line of an incident's history, written once and never changed.
 *
 * @param kind {@code symptom}, {@code fact}, {@code decision}, {@code status}, {@code merge}, {@code plan}
 * @param by who said or did it; a person's name or a sender's
 */
public record TimelineEntry(Instant at, String kind, String text, String by, Optional<UUID> reference) {

    /** How a fact reads in the history of an incident that it touches. */
    static TimelineEntry of(Fact fact) {
        var fields = fact.fields().entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(
                        ", ", fact.fields().isEmpty() ? "" : " (", fact.fields().isEmpty() ? "" : ")"));
        var about = fact.subject().equals(Subject.NOTHING) ? "" : " of " + fact.subject();
        var text = fact.type().key() + about + ": " + fact.state() + fields;
        return new TimelineEntry(fact.recordedAt(), "fact", text, fact.source().name(), Optional.of(fact.id()));
    }

    static TimelineEntry moved(IncidentStatus status, String by, String why, Instant at) {
        return new TimelineEntry(at, "status", status.key() + ": " + why, by, Optional.empty());
    }

    static TimelineEntry assigned(PlanId plan, String by, String why, Instant at) {
        return new TimelineEntry(at, "plan", plan + ": " + why, by, Optional.empty());
    }

    static TimelineEntry merge(String text, String by, IncidentId other, Instant at) {
        return new TimelineEntry(at, "merge", text, by, Optional.of(other.value()));
    }
}
