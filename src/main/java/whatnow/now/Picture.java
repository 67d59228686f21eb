package whatnow.now;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Decision;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Weighed;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.plan.PlannedService;
import whatnow.plan.PlannedStrategy;
import whatnow.plan.RecoveryPlan;

/**
 * Everything that a card is made from: an incident, its newest decision and what is known by now.
 *
 * @param suspects services concerned, the most upstream first
 * @param facts what is known by now: people see what they said before the next decision is made
 * @param plans that the incident may belong to, if it is in none
 */
record Picture(
        Incident incident,
        Decision decision,
        RecoveryPlan plan,
        List<String> suspects,
        List<Fact> facts,
        List<String> plans,
        Instant now) {

    Outcome outcome() {
        return decision.outcome();
    }

    Optional<Weighed> chosen() {
        return outcome().choice().chosen();
    }

    /** The chosen strategy as the plan has it. */
    Optional<PlannedStrategy> planned() {
        return chosen().flatMap(it -> plan.strategy(it.kind()));
    }

    /** Region that the chosen strategy goes to. */
    Optional<String> target() {
        return chosen().flatMap(Weighed::target);
    }

    /** Those that the decision knew and that have not ended. */
    Stream<Symptom> symptoms() {
        return decision.inputs().symptoms().stream().filter(Symptom::isOpen);
    }

    /** As it was when the decision was made: the same for as long as the decision is the newest. */
    Picture asDecided() {
        var inputs = decision.inputs();
        return new Picture(incident, decision, plan, suspects, inputs.facts(), plans, inputs.now());
    }

    /** The same with one service in mind. */
    Picture about(String service) {
        return new Picture(incident, decision, plan, List.of(service), facts, plans, now);
    }

    /** The decision did not know it yet. */
    boolean isNewsSinceDecided(Fact fact) {
        return decision.inputs().facts().stream().noneMatch(it -> it.id().equals(fact.id()));
    }

    /** The same by the names that the plan gives its services, with what people say beside them. */
    Stream<Symptom> shown() {
        return decision.inputs().shown(plan).stream().filter(Symptom::isOpen);
    }

    /** The suspects that the plan knows. */
    Stream<PlannedService> services() {
        return suspects.stream().flatMap(it -> plan.service(it).stream());
    }

    /** Where it hurts, and which regions are said to be lost. */
    List<String> regions() {
        return Stream.concat(
                        symptoms().flatMap(it -> it.region().stream()),
                        decision.inputs().facts().stream()
                                .filter(it -> it.type() == FactType.REGION_STATUS && it.state() == State.FALSE)
                                .flatMap(it -> it.subject().region().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The role as the plan's people call it. */
    String title(String role) {
        return plan.contact(role).map(it -> it.title()).orElse(role.replace('_', ' '));
    }

    Duration since(Instant at) {
        return Times.between(at, now);
    }
}
