package whatnow.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.known.Belief;
import whatnow.incident.Fact;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlannedService;
import whatnow.plan.RecoveryPlan;

/**
 * What people say about symptoms: what an unread alert means, and that a service which another needs is down. An alert
 * that is read so lasts as long as the alert itself.
 */
final class Told {

    private final List<Fact> facts;
    private final RecoveryPlan plan;
    private final Instant now;

    private Told(List<Fact> facts, RecoveryPlan plan, Instant now) {
        this.facts = facts;
        this.plan = plan;
        this.now = now;
    }

    /** The symptoms with those told beside them; each is there once, and what senders show comes first. */
    static List<Symptom> symptoms(List<Symptom> shown, List<Fact> facts, RecoveryPlan plan, Instant now) {
        var told = new Told(facts, plan, now);
        var byKey = new LinkedHashMap<String, Symptom>();
        shown.forEach(it -> told.add(byKey, it));
        shown.stream()
                .filter(it -> it.kind() == SymptomKind.OTHER)
                .flatMap(told::meanings)
                .forEach(it -> told.add(byKey, it));
        told.brokenDependencies().filter(it -> !isShown(byKey, it)).forEach(it -> told.add(byKey, it));
        return List.copyOf(byKey.values());
    }

    private static boolean isShown(Map<String, Symptom> byKey, Symptom symptom) {
        return byKey.values().stream()
                .anyMatch(it -> it.isFiring()
                        && it.kind() == symptom.kind()
                        && it.service().equals(symptom.service()));
    }

    private void add(Map<String, Symptom> byKey, Symptom symptom) {
        var service = plan.named(symptom.service()).map(PlannedService::name).orElse(symptom.service());
        var named = as(symptom, service, symptom.kind(), symptom.sources());
        byKey.merge(named.key(), named, (one, other) -> one.isFiring() ? one : other);
    }

    /** The same alert, read by a person. */
    private Stream<Symptom> meanings(Symptom unread) {
        return persons(FactType.SYMPTOM, State.TRUE)
                .filter(it ->
                        it.subject().service().filter(unread.service()::equals).isPresent())
                .flatMap(it ->
                        kind(it).map(kind -> as(unread, unread.service(), kind, with(unread.sources(), it))).stream());
    }

    private Stream<Symptom> brokenDependencies() {
        return persons(FactType.DEPENDENCY, State.FALSE)
                .flatMap(it -> it
                        .subject()
                        .service()
                        .map(service -> new Symptom(
                                service,
                                SymptomKind.UNAVAILABLE,
                                it.subject().region(),
                                it.subject().zone(),
                                State.TRUE,
                                it.observedAt(),
                                it.observedAt(),
                                Optional.empty(),
                                1,
                                false,
                                List.of(it.source().name()),
                                List.of()))
                        .stream());
    }

    /** What the newest word of a person about each thing is, where it still holds. */
    private Stream<Fact> persons(FactType type, State state) {
        return facts.stream()
                .filter(it -> it.type() == type)
                .collect(
                        Collectors.groupingBy(it -> it.subject() + "/" + it.topic(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(it -> belief(it).state() == state)
                .map(it -> Beliefs.leading(it, now))
                .filter(it -> it.source().kind() == Kind.PERSON);
    }

    private Belief belief(Collection<Fact> said) {
        return Beliefs.of(said, now);
    }

    private static Optional<SymptomKind> kind(Fact fact) {
        return fact.text("kind")
                .map(it -> it.toUpperCase(Locale.ROOT))
                .flatMap(it -> Stream.of(SymptomKind.values())
                        .filter(kind -> kind.name().equals(it) && kind != SymptomKind.OTHER)
                        .findFirst());
    }

    private static List<String> with(List<String> sources, Fact fact) {
        var all = new TreeSet<>(sources);
        all.add(fact.source().name());
        return new ArrayList<>(all);
    }

    private static Symptom as(Symptom it, String service, SymptomKind kind, List<String> sources) {
        return new Symptom(
                service,
                kind,
                it.region(),
                it.zone(),
                it.state(),
                it.since(),
                it.lastSeen(),
                it.value(),
                it.count(),
                it.flapping(),
                sources,
                it.alerts());
    }
}
