package whatnow.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import whatnow.decision.known.Recognised;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.Incidents;
import whatnow.incident.Restriction;
import whatnow.incident.RestrictionEntry;
import whatnow.incident.RestrictionEntry.Kind;
import whatnow.incident.Restrictions;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.Condition;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.StrategyKind;

/**
 * Closes an incident to all but named people once somebody is found to be inside. It is never opened again from here:
 * that an intruder is no longer seen does not mean that nobody reads along.
 */
@Component
class Restricter {

    private static final String US = "rules";
    private static final String WHY = "ransomware or an intruder was recognised";

    private static final Set<Condition> INSIDE = Set.of(Condition.RANSOMWARE, Condition.INTRUSION, Condition.BREACH);
    private static final Set<SymptomKind> SEEN = Set.of(SymptomKind.RANSOMWARE, SymptomKind.INTRUSION);

    private final Restrictions restrictions;
    private final Incidents incidents;

    Restricter(Restrictions restrictions, Incidents incidents) {
        this.restrictions = restrictions;
        this.incidents = incidents;
    }

    /**
     * @param before the last decision about the incident
     * @return whether it is restricted now
     */
    boolean look(
            Incident incident,
            RecoveryPlan plan,
            Inputs inputs,
            Decider.Settlement settlement,
            Optional<Decision> before) {
        var standing = restrictions.of(incident.id());
        if (standing.isPresent()) {
            nameThoseWhoJoined(incident, plan, inputs, settlement.outcome(), standing.get());
            return true;
        }
        if (!isFound(incident, inputs, settlement, before)) {
            return false;
        }
        var names = new TreeSet<>(working(incident, inputs.facts()));
        names.addAll(reporting(inputs.facts()));
        var ask = ask(inputs.facts(), incident, plan, settlement.outcome());
        restrictions.add(new RestrictionEntry(incident.id(), Kind.RESTRICTED, inputs.now(), US, WHY, ask, names));
        note(incident, "named people only, because %s%s".formatted(WHY, said(names)), inputs.now());
        return true;
    }

    /** A person who lifted it has the last word until signs that had gone come back. */
    private boolean isFound(
            Incident incident, Inputs inputs, Decider.Settlement settlement, Optional<Decision> before) {
        var found = isEvident(inputs, settlement.outcome())
                || settlement.recognised().stream().map(Recognised::condition).anyMatch(INSIDE::contains);
        return found
                && (!restrictions.hasHistory(incident.id())
                        || isEvident(inputs, settlement.outcome())
                                && before.filter(it -> isEvident(it.inputs(), it.outcome()))
                                        .isEmpty());
    }

    /** Also where the plan has no severity row for it, and where another incident's isolation is held here too. */
    private static boolean isEvident(Inputs inputs, Outcome outcome) {
        return inputs.symptoms().stream().filter(Symptom::isFiring).anyMatch(it -> SEEN.contains(it.kind()))
                || inputs.facts().stream()
                        .filter(it -> it.type() == FactType.INTRUSION)
                        .anyMatch(it -> it.believed(inputs.now()) == State.TRUE)
                || outcome.choice()
                        .chosen()
                        .filter(it -> it.kind() == StrategyKind.ISOLATE_AND_CLEAN_RESTORE)
                        .isPresent();
    }

    private void nameThoseWhoJoined(
            Incident incident, RecoveryPlan plan, Inputs inputs, Outcome outcome, Restriction standing) {
        var joined = new TreeSet<>(working(incident, inputs.facts()));
        joined.removeAll(standing.names());
        if (joined.isEmpty()) {
            return;
        }
        var ask = ask(inputs.facts(), incident, plan, outcome);
        restrictions.add(new RestrictionEntry(incident.id(), Kind.NAMED, inputs.now(), US, "", ask, joined));
        note(incident, "named" + said(joined), inputs.now());
    }

    /** Who has it, declared it or fills a role. Only what was said of this very incident counts. */
    private static Set<String> working(Incident incident, List<Fact> facts) {
        var names = new HashSet<String>();
        own(incident, facts).forEach(it -> {
            if (it.type() == FactType.ACKNOWLEDGEMENT || it.type() == FactType.DECLARATION) {
                names.add(it.source().name());
            } else if (it.type() == FactType.ASSIGNMENT) {
                it.text("person").ifPresent(names::add);
            }
        });
        return names;
    }

    /** Who told us knows already. */
    private static Set<String> reporting(List<Fact> facts) {
        return facts.stream()
                .filter(it -> it.type() == FactType.INTRUSION && it.source().kind() == FactSource.Kind.PERSON)
                .map(it -> it.source().name())
                .collect(Collectors.toSet());
    }

    private static String ask(List<Fact> facts, Incident incident, RecoveryPlan plan, Outcome outcome) {
        var commanders = own(incident, facts)
                .filter(it -> it.type() == FactType.ASSIGNMENT)
                .filter(it ->
                        it.text("role").filter("incident_commander"::equals).isPresent())
                .flatMap(it -> it.text("person").stream())
                .map(it -> it + " (commander)");
        return Restriction.ask(
                Stream.concat(commanders, outcome.leadInReach(plan).stream()).toList());
    }

    private static Stream<Fact> own(Incident incident, List<Fact> facts) {
        return facts.stream()
                .filter(it -> it.state() == State.TRUE && it.source().kind() == FactSource.Kind.PERSON)
                .filter(it -> it.incident().filter(incident.id()::equals).isPresent());
    }

    private static String said(Collection<String> names) {
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private void note(Incident incident, String text, Instant at) {
        incidents.note(
                incident.id(), new whatnow.incident.TimelineEntry(at, Restriction.KIND, text, US, Optional.empty()));
    }
}
