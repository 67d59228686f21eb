package whatnow.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import whatnow.plan.PlanId;

/**
 * The incidents and everything learnt about them. History only grows: a status, a merge, a correction
 * is another entry.
 *
 * <p>Whoever writes is inside the caller's transaction; what was written is durable once that commits.
 */
public interface Incidents {

    Optional<Incident> find(IncidentId id);

    /** By the number people say, {@code INC-2026-0042}; the case does not matter. */
    Optional<Incident> numbered(String number);

    /** Open ones, oldest first. */
    List<Incident> open();

    /** The newest first, whatever their status. */
    List<Incident> recent(int most);

    /** The symptoms an incident shows or has shown, in canonical order. */
    List<Symptom> symptoms(IncidentId id);

    /**
     * The newest fact of each key that concerns the incident: its own and those of the subjects it
     * touches, in canonical order.
     */
    List<Fact> facts(IncidentId id);

    /** All of an incident's history, oldest first. */
    List<TimelineEntry> timeline(IncidentId id);

    /** Opens an incident and gives it its number. */
    Incident open(PlanId plan, Instant at, boolean drill, Optional<IncidentId> previous);

    /** Writes a fact down. Every incident that it touches is marked as due for a decision. */
    void learn(Fact fact);

    /** Moves an incident to another status, with who and why on its timeline. */
    void move(IncidentId id, IncidentStatus status, String by, String why, Instant at);

    void note(IncidentId id, TimelineEntry entry);
}
