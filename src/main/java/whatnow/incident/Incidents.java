package whatnow.incident;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The symptoms of many incidents at once. An incident that shows none has no entry. */
    Map<IncidentId, List<Symptom>> symptoms(Collection<IncidentId> ids);

    /**
     * The newest fact of each key that concerns the incident: its own, those of incidents merged into it and those of the
     * subjects it touches, in canonical order.
     */
    List<Fact> facts(IncidentId id);

    /** What is known of the subjects that an incident of the plan with these symptoms would touch. */
    List<Fact> factsAround(PlanId plan, Collection<Symptom> symptoms);

    /** All of an incident's history, oldest first. */
    List<TimelineEntry> timeline(IncidentId id);

    /** Opens an incident and gives it its number. */
    Incident open(PlanId plan, Instant at, boolean drill, Optional<IncidentId> previous);

    /**
     * Writes a fact down. The incident that it names, or the one that took that over, is marked as due for a decision; where
     * it names none, every open one that its subject touches. What no decision depends on marks nothing.
     */
    void learn(Fact fact);

    /** Shows what the signals add up to now. What was shown under the same key is replaced. */
    void show(Map<IncidentId, List<Symptom>> symptoms);

    /**
     * Moves an incident to another status, with who and why on its timeline; one that was merged moves its survivor. What
     * has ended is never reopened: then nothing happens.
     */
    void move(IncidentId id, IncidentStatus status, String by, String why, Instant at);

    /**
     * The older incident takes the younger one over with all that it shows. Both timelines stay and say so; what was
     * merged into the younger before now points to the survivor too. Both are marked, so that whoever tells about the
     * younger one hears that it has ended.
     */
    void merge(IncidentId survivor, IncidentId younger, String by, String why, Instant at);

    /** Files an incident under another plan, with who and why on its timeline. From now on that plan decides. */
    void assign(IncidentId id, PlanId plan, String by, String why, Instant at);

    void note(IncidentId id, TimelineEntry entry);

    /** Many entries in one go, per incident in the order given. */
    void note(Map<IncidentId, List<TimelineEntry>> entries);

    /** Marks incidents for a decision and wakes the decider after the commit. An older mark stays. */
    void due(Set<IncidentId> ids, Instant since);
}
