package whatnow.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Promise;
import whatnow.decision.known.AllSilent;
import whatnow.decision.known.Corruption;
import whatnow.decision.known.Elsewhere;
import whatnow.decision.known.HealthCheck;
import whatnow.decision.known.IncidentClock;
import whatnow.decision.known.Intrusion;
import whatnow.decision.known.Known;
import whatnow.decision.known.ObserverCutOff;
import whatnow.decision.known.PlannedRegion;
import whatnow.decision.known.RegionStatus;
import whatnow.decision.known.RunningRecovery;
import whatnow.decision.known.Words;
import whatnow.decision.known.ZoneStatus;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.ServiceTier;
import whatnow.plan.StrategyKind;
import whatnow.plan.Target;

/**
 * The inputs of a decision in the form in which rules see them. Made anew for every decision, in
 * canonical order, from nothing but plan and inputs.
 */
final class Situation {

    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final List<Known> known;
    private final List<Symptom> symptoms;
    private final Map<Class<?>, List<Known>> byKind;
    private final IncidentClock clock;
    private final List<PlannedService> planned;
    private final Target target;
    /** The alert of our own probes when they reach nothing. */
    private static final String OBSERVER_MAY_BE_CUT_OFF = "ObserverMayBeCutOff";

    private final Optional<AllSilent> allSilent;
    private final List<Object> facts;

    Situation(RecoveryPlan plan, Inputs inputs) {
        this.plan = plan;
        this.inputs = inputs;
        this.known = Knowing.from(inputs.facts(), inputs.now()).stream()
                .map(this::confirmed)
                .toList();
        this.byKind = known.stream().collect(Collectors.groupingBy(Known::getClass));
        this.symptoms = Knowing.undisputed(inputs.shown(plan), known).stream()
                .sorted(Comparator.comparing(Symptom::key))
                .toList();
        this.clock = new IncidentClock(
                inputs.now(),
                inputs.openedAt(),
                impactStartedAt(),
                newest(FactType.DECLARATION).map(it -> it.time("at").orElse(it.observedAt())),
                newest(FactType.ACKNOWLEDGEMENT).map(Fact::observedAt));
        this.planned =
                services().stream().flatMap(it -> plan.service(it).stream()).toList();
        this.target = strictest();
        this.allSilent = allSilent();
        this.facts = everything();
    }

    /** Whoever else sees that the region does not serve is another source, whether it spoke of it as a fact or not. */
    private Known confirmed(Known known) {
        if (!(known instanceof RegionStatus it) || !it.isFalse()) {
            return known;
        }
        var names = new TreeSet<>(it.belief().sources());
        inputs.symptoms().stream()
                .filter(one -> one.isFiring() && one.kind() == SymptomKind.REGION_DOWN)
                .filter(one -> one.region().isEmpty()
                        || one.region().filter(it.region()::equals).isPresent())
                .forEach(one -> names.addAll(one.sources()));
        inputs.facts().stream()
                .filter(one -> one.type() == FactType.HEALTH_CHECK && findsItDown(one))
                .filter(one -> one.subject().service().isEmpty()
                        && one.subject().region().filter(it.region()::equals).isPresent())
                .forEach(one -> names.add(one.source().name()));
        return new RegionStatus(it.region(), Math.max(it.confirmations(), names.size()), it.belief());
    }

    /** By what it says or by what it counts: rules raise the alarm on either. */
    private boolean findsItDown(Fact check) {
        var failures = check.number("failures").orElse(0.0);
        var checks = check.number("checks").orElse(0.0);
        return switch (check.believed(inputs.now())) {
            case FALSE -> true;
            case TRUE -> checks > 0 && failures / checks >= 0.5;
            case UNKNOWN -> false;
        };
    }

    /** What every book sees. */
    List<Object> facts() {
        return facts;
    }

    private List<Object> everything() {
        var facts = new ArrayList<Object>();
        facts.add(clock);
        facts.addAll(symptoms);
        inputs.elsewhere().stream().map(Elsewhere::of).distinct().forEach(facts::add);
        facts.addAll(known);
        facts.addAll(plan.services());
        facts.addAll(regions());
        allSilent.ifPresent(facts::add);
        return List.copyOf(facts);
    }

    /** Those of the plan, sorted. Where it names no home, whatever is lost may be it. */
    private List<PlannedRegion> regions() {
        var homes = plan.homeRegions();
        var promoted = known(RunningRecovery.class)
                .anyMatch(
                        it -> it.isTrue() && it.isAfterPromotion() && it.strategy() == StrategyKind.REGIONAL_FAILOVER);
        return plan.services().stream()
                .flatMap(it -> it.regions().stream())
                .distinct()
                .sorted()
                .map(it -> new PlannedRegion(it, homes.contains(it), promoted))
                .toList();
    }

    /** Every source of what is known has fallen silent. */
    boolean isSilent() {
        return allSilent.isPresent();
    }

    List<Symptom> symptoms() {
        return symptoms;
    }

    IncidentClock clock() {
        return clock;
    }

    /**
     * The target in force for what is affected: the most specific one of each service, and of these
     * the strictest. Nobody promised anything for a third party.
     */
    Target target() {
        return target;
    }

    /** The target in force in words, with the wider ones that it overrode. */
    Promise promise() {
        var wider = Stream.concat(plan.tiers().stream().map(ServiceTier::target), Stream.of(plan.target()))
                .filter(it -> !it.of().equals(target.of()) && it.rto().isPresent())
                .filter(it -> it.of().equals("plan") || isTierOf(it.of()))
                .filter(_ -> target.rto().isPresent())
                .map(it -> "%s: RTO %s%s"
                        .formatted(
                                it.of(),
                                Words.span(it.rto().orElseThrow()),
                                it.rpo().map(rpo -> ", RPO " + Words.span(rpo)).orElse("")))
                .distinct()
                .toList();
        return new Promise(target.of(), target.rto(), target.rpo(), clock.impactStartedAt(), wider, target.rows());
    }

    private boolean isTierOf(String tier) {
        return planned.stream().anyMatch(it -> it.tier().filter(tier::equals).isPresent());
    }

    /** Services that the incident touches, sorted. */
    private List<String> services() {
        var names = new TreeSet<String>();
        symptoms.stream().filter(Symptom::isOpen).map(Symptom::service).forEach(names::add);
        inputs.facts().stream()
                .filter(it -> !it.type().isPersonal())
                .filter(it -> it.type() != FactType.DEPENDENCY || it.state() == State.FALSE)
                .flatMap(it -> it.subject().service().stream())
                .forEach(names::add);
        return List.copyOf(names);
    }

    <T extends Known> Stream<T> known(Class<T> kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast);
    }

    Optional<Fact> newest(FactType type) {
        return inputs.facts().stream()
                .filter(it -> it.type() == type && it.state() == State.TRUE)
                .min(Beliefs.NEWEST);
    }

    private Target strictest() {
        if (!planned.isEmpty() && planned.stream().allMatch(PlannedService::isExternal)) {
            return Target.NONE;
        }
        return planned.stream()
                .filter(it -> !it.isExternal())
                .map(it -> plan.targetOf(it.name()))
                .filter(it -> it.rto().isPresent())
                .min(Comparator.comparing((Target it) -> it.rto().orElse(Duration.ofDays(365)))
                        .thenComparing(Target::of))
                .orElse(plan.target());
    }

    /** When users began to be hurt, by the earliest sign that still holds. */
    private Instant impactStartedAt() {
        var bySymptom = symptoms.stream().filter(Symptom::isOpen).map(Symptom::since);
        var byFact = known.stream().filter(Situation::isHarm).flatMap(it -> it.observedAt().stream());
        return Stream.concat(bySymptom, byFact)
                .min(Comparator.naturalOrder())
                .filter(it -> !it.isAfter(inputs.now()))
                .orElse(inputs.openedAt());
    }

    private static boolean isHarm(Known known) {
        return switch (known) {
            case RegionStatus it -> it.isFalse();
            case ZoneStatus it -> it.isFalse();
            case HealthCheck it -> it.isFalse();
            case Corruption it -> it.isTrue();
            case Intrusion it -> it.isTrue();
            default -> false;
        };
    }

    private Optional<AllSilent> allSilent() {
        var open = symptoms.stream().filter(Symptom::isOpen).toList();
        var heard = known.stream().anyMatch(Situation::isHarm) || byKind.containsKey(ObserverCutOff.class);
        return open.isEmpty() || heard || open.stream().anyMatch(Symptom::isFiring)
                ? Optional.empty()
                : open.stream()
                        .map(Symptom::lastSeen)
                        .max(Comparator.naturalOrder())
                        .map(it -> new AllSilent(
                                it, open.stream().anyMatch(one -> one.alerts().contains(OBSERVER_MAY_BE_CUT_OFF))));
    }
}
