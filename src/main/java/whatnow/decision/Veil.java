package whatnow.decision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import whatnow.decision.Outcome.Ground;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.known.Elsewhere;
import whatnow.incident.Fact;
import whatnow.incident.IncidentId;
import whatnow.incident.Symptom;

/**
 * What somebody who is not named sees of a decision that looked at a restricted incident: that there is one, and
 * nothing of it. What is kept in the log is never altered.
 */
public final class Veil {

    public static final String INSTEAD = "a restricted incident";

    private final Set<String> symptoms;
    private final Set<String> grounds;
    private final Set<IncidentId> incidents;

    /**
     * @param symptoms all that the hidden incidents ever showed
     * @param incidents the hidden ones
     */
    public Veil(Collection<Symptom> symptoms, Set<IncidentId> incidents) {
        this.symptoms = symptoms.stream().map(Symptom::key).collect(Collectors.toUnmodifiableSet());
        this.grounds = symptoms.stream().map(it -> Elsewhere.of(it).inWords()).collect(Collectors.toUnmodifiableSet());
        this.incidents = Set.copyOf(incidents);
    }

    public Decision over(Decision decision) {
        if (incidents.isEmpty()) {
            return decision;
        }
        return new Decision(
                decision.id(),
                decision.number(),
                decision.incident(),
                decision.madeAt(),
                over(decision.inputs()),
                over(decision.outcome()),
                decision.sha256());
    }

    /** What a rule named as its ground. */
    public String over(String ground) {
        return grounds.contains(ground) ? INSTEAD : ground;
    }

    private Inputs over(Inputs inputs) {
        return new Inputs(
                inputs.plan(),
                inputs.planText(),
                inputs.books(),
                inputs.engine(),
                inputs.incident(),
                inputs.openedAt(),
                inputs.drill(),
                inputs.symptoms(),
                inputs.elsewhere().stream()
                        .filter(it -> !symptoms.contains(it.key()))
                        .toList(),
                inputs.facts().stream().filter(it -> !isHidden(it)).toList(),
                inputs.held(),
                inputs.now());
    }

    private boolean isHidden(Fact fact) {
        return fact.incident().filter(incidents::contains).isPresent();
    }

    private Outcome over(Outcome outcome) {
        return new Outcome(
                outcome.promise(),
                outcome.assessment(),
                outcome.choice(),
                outcome.tier(),
                outcome.calls(),
                outcome.tellings(),
                outcome.questions(),
                outcome.reasons().stream().map(this::over).toList());
    }

    private Reason over(Reason reason) {
        List<Ground> shown = reason.grounds().stream()
                .map(it -> grounds.contains(it.text()) ? new Ground(INSTEAD, java.util.Optional.empty()) : it)
                .distinct()
                .toList();
        return new Reason(
                reason.book(), reason.rule(), reason.runbook(), reason.rows(), reason.owner(), reason.said(), shown);
    }
}
