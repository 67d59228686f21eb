package whatnow.decision.supposed;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Beliefs;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.known.Belief;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;

/** What is believed of an incident now, what it is about, and what in its plan is near it. */
public final class Scene {

    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final Outcome outcome;
    private final List<Symptom> symptoms;
    private final TreeMap<String, List<Fact>> byTopic;
    private final Set<String> services;
    private final Set<String> neighbours;
    private final Set<String> places;

    public Scene(RecoveryPlan plan, Inputs inputs, Outcome outcome) {
        this.plan = plan;
        this.inputs = inputs;
        this.outcome = outcome;
        this.symptoms = inputs.shown(plan).stream().filter(Symptom::isOpen).toList();
        this.byTopic = inputs.facts().stream()
                .filter(it -> it.type() != FactType.SYMPTOM)
                .collect(Collectors.groupingBy(Scene::topic, TreeMap::new, Collectors.toList()));
        this.services = affected();
        this.neighbours = linked();
        this.places = touched();
    }

    public RecoveryPlan plan() {
        return plan;
    }

    public Inputs inputs() {
        return inputs;
    }

    Outcome outcome() {
        return outcome;
    }

    public Instant now() {
        return inputs.now();
    }

    /** Open ones, by the names that the plan gives to services. */
    public List<Symptom> symptoms() {
        return symptoms;
    }

    /** What is known, one list for each thing that facts speak of. */
    Collection<List<Fact>> topics() {
        return byTopic.values();
    }

    /** What is said of the same thing as this fact. */
    public List<Fact> said(Fact fact) {
        return byTopic.getOrDefault(topic(fact), List.of());
    }

    Optional<Belief> belief(Fact about) {
        var said = said(about);
        return said.isEmpty() ? Optional.empty() : Optional.of(Beliefs.of(said, now()));
    }

    /** Of the incident, sorted. */
    Set<String> services() {
        return services;
    }

    /** Those that the incident's services need and those that need them, sorted. */
    Set<String> neighbours() {
        return neighbours;
    }

    /** Regions and zones that the incident is known to touch. */
    Set<String> places() {
        return places;
    }

    /** All of the plan, the home regions first. */
    List<String> regions() {
        var home = new TreeSet<>(plan.homeRegions());
        var all = new LinkedHashSet<>(home);
        plan.services().forEach(it -> all.addAll(it.regions()));
        return List.copyOf(all);
    }

    List<String> zones() {
        return plan.services().stream()
                .flatMap(it -> it.zones().stream())
                .distinct()
                .toList();
    }

    /** The incident's, then its neighbours', then all others of the plan. */
    List<PlannedService> nearestServices() {
        return Stream.of(0, 1, 2)
                .flatMap(rank -> plan.services().stream().filter(it -> ring(it.name()) == rank))
                .toList();
    }

    List<PlannedService> databases() {
        return nearestServices().stream().filter(PlannedService::isDatabase).toList();
    }

    /** 0 in the incident, 1 next to it, 2 elsewhere in the plan. */
    int ring(String service) {
        return services.contains(service) ? 0 : neighbours.contains(service) ? 1 : 2;
    }

    private Set<String> affected() {
        var names = new TreeSet<String>();
        symptoms.stream().filter(Symptom::isOfService).map(Symptom::service).forEach(names::add);
        inputs.facts().stream()
                .filter(it -> !it.type().isPersonal() && !isGoodNews(it))
                .flatMap(it -> it.subject().service().stream())
                .forEach(names::add);
        return names;
    }

    /** Of what is said to be well the incident is not. */
    private static boolean isGoodNews(Fact fact) {
        return switch (fact.type()) {
            case HEALTH_CHECK, DEPENDENCY, STANDBY, BACKUP, WAL_ARCHIVE, REPLICATION -> fact.state() == State.TRUE;
            default -> fact.type() == FactType.LAST_COMMIT_REPLAYED || fact.state() == State.FALSE;
        };
    }

    private Set<String> linked() {
        var names = new TreeSet<String>();
        for (var each : plan.services()) {
            if (services.contains(each.name())) {
                names.addAll(each.dependsOn());
            } else if (each.dependsOn().stream().anyMatch(services::contains)) {
                names.add(each.name());
            }
        }
        names.removeAll(services);
        return names;
    }

    private Set<String> touched() {
        var names = new TreeSet<String>();
        for (var each : symptoms) {
            each.region().ifPresent(names::add);
            each.zone().ifPresent(names::add);
        }
        for (var each : inputs.facts()) {
            each.subject().region().ifPresent(names::add);
            each.subject().zone().ifPresent(names::add);
        }
        services.stream()
                .flatMap(it -> plan.service(it).stream())
                .flatMap(it -> it.regions().stream().limit(1))
                .forEach(names::add);
        return names;
    }

    private static String topic(Fact fact) {
        var person = fact.type() == FactType.APPROVAL ? fact.source().name() : "";
        return String.join("/", fact.type().key(), fact.subject().toString(), fact.topic(), person);
    }
}
