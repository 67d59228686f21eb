package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.IncidentStatus;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Topology;
import whatnow.plan.PlanId;

/** Finds the incident that a symptom belongs to, merges those that it shows to be one, and opens one where there is none. */
final class Placing {

    private static final int RESOLVED_LATELY = 100;

    private final Board board;
    private final Incidents incidents;
    private final Topology topology;
    private @Nullable List<IncidentLinker.Shown> resolved;

    Placing(Board board, Incidents incidents, Topology topology) {
        this.board = board;
        this.incidents = incidents;
        this.topology = topology;
    }

    IncidentId place(Located located, Instant at) {
        var plan = located.home().plan();
        var key = located.key();
        var said = located.home() instanceof Topology.Home.Known ? Optional.<IncidentId>empty() : said(located);
        if (said.isPresent()) {
            return said.get();
        }
        return board.real(it -> it.plan().equals(plan) && board.shows(it.id(), key))
                .map(Incident::id)
                .findFirst()
                .orElseGet(() -> link(located, at));
    }

    /** A person said in which plan's incident this service is dealt with; that holds until it is over. */
    private Optional<IncidentId> said(Located located) {
        var reading = located.reading();
        return board.real(it -> !it.plan().equals(PlanId.GENERAL))
                .filter(it -> board.shown(it).symptoms().stream()
                        .anyMatch(one -> one.service().equals(reading.service())
                                && IncidentLinker.sharesPlace(one, reading.region(), reading.zone())))
                .map(Incident::id)
                .filter(it -> incidents.facts(it).stream().anyMatch(fact -> saysThePlanOf(fact, reading.service())))
                .findFirst();
    }

    private static boolean saysThePlanOf(Fact fact, String service) {
        return fact.type() == FactType.ANSWER
                && fact.state() == State.TRUE
                && fact.text("question").filter("which_plan"::equals).isPresent()
                && fact.subject().service().filter(service::equals).isPresent();
    }

    private IncidentId link(Located located, Instant at) {
        var symptom = located.symptom();
        return switch (IncidentLinker.link(board.shown(located.home().plan()), resolved(), symptom, links(), at)) {
            case Link.Join(var incident) -> incident;
            case Link.Merge(var survivor, var younger) -> {
                var why = "%s %s links them.".formatted(symptom.service(), symptom.kind());
                younger.forEach(it -> board.merge(survivor, it, why));
                yield survivor;
            }
            case Link.OpenNew(var previous) -> open(located, previous, at);
        };
    }

    private IncidentLinker.Links links() {
        return new IncidentLinker.Links() {

            @Override
            public boolean linked(PlanId plan, String one, String other) {
                return topology.linked(plan, one, other);
            }

            @Override
            public Duration window(PlanId plan) {
                return topology.linkWindow(plan);
            }
        };
    }

    private IncidentId open(Located located, Optional<IncidentId> previous, Instant at) {
        var incident = incidents.open(located.home().plan(), at, false, previous);
        board.opened(incident);
        if (located.home() instanceof Topology.Home.Ambiguous(var candidates, var service)) {
            var names = candidates.stream().map(Object::toString).sorted().collect(Collectors.joining(" and "));
            board.note(
                    incident.id(),
                    "plan",
                    "Several plans (%s) claim the service (%s): which one applies?".formatted(names, service));
        }
        return incident.id();
    }

    /** Nothing is resolved while the board is held, so they are read once. */
    private List<IncidentLinker.Shown> resolved() {
        var known = resolved;
        if (known == null) {
            known = readResolved();
            resolved = known;
        }
        return known;
    }

    private List<IncidentLinker.Shown> readResolved() {
        var lately = incidents.recent(RESOLVED_LATELY).stream()
                .filter(it -> it.status() == IncidentStatus.RESOLVED)
                .toList();
        var symptoms = incidents.symptoms(lately.stream().map(Incident::id).toList());
        return lately.stream()
                .map(it -> new IncidentLinker.Shown(
                        it.id(), it.plan(), it.openedAt(), symptoms.getOrDefault(it.id(), List.of())))
                .toList();
    }
}
