package whatnow.decision.supposed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Symptom;

/** All that a person could learn or say of an incident, nearest first, and nothing that is so already. */
public final class Suppositions {

    private final Scene scene;

    private Suppositions(Scene scene) {
        this.scene = scene;
    }

    public static List<Supposition> of(Scene scene) {
        return new Suppositions(scene).all();
    }

    private List<Supposition> all() {
        return Stream.of(
                        new KnownSupposed(scene).all(),
                        new SymptomsSupposed(scene).all(),
                        new PlacesSupposed(scene).all(),
                        new ReplicasSupposed(scene).all(),
                        new DataSupposed(scene).all(),
                        new PeopleSupposed(scene).all())
                .flatMap(it -> it)
                .filter(it -> !it.facts().stream().allMatch(this::isSo))
                .map(this::supposition)
                .collect(Collectors.toMap(Supposition::facts, it -> it, Suppositions::nearer, HashMap::new))
                .values()
                .stream()
                .sorted((one, other) -> one.nearness().compareTo(other.nearness()))
                .toList();
    }

    private static Supposition nearer(Supposition one, Supposition other) {
        return one.nearness().compareTo(other.nearness()) <= 0 ? one : other;
    }

    private Supposition supposition(Draft draft) {
        var facts = draft.facts();
        var clauses = draft.words()
                .map(List::of)
                .orElseGet(() ->
                        facts.stream().map(it -> clause(it).inACondition()).toList());
        var ring = facts.stream().mapToInt(this::ring).max().orElse(0);
        var nearness = new Nearness(
                facts.size(),
                ring,
                facts.stream()
                        .mapToInt(it -> Nearness.surprise(it.type(), contradicts(it)))
                        .sum(),
                String.join(" and ", clauses));
        var family = Families.of(facts);
        return new Supposition(facts, clauses, family, template(facts, ring).orElse(family), nearness);
    }

    private Clause clause(Fact fact) {
        var clause = Clauses.of(fact);
        return isSaidSo(fact) ? clause.confirmed() : clause;
    }

    /** One of several services or zones that the same could be said of, none of them in the incident. */
    private static Optional<String> template(List<Fact> facts, int ring) {
        return Optional.of(facts)
                .filter(it -> it.size() == 1 && ring >= 2)
                .map(List::getFirst)
                .filter(it -> it.type() == FactType.SYMPTOM
                        || it.type() == FactType.DEPENDENCY
                        || it.type() == FactType.ZONE_STATUS)
                .filter(it -> Families.isHarm(it))
                .map(it -> it.type() == FactType.ZONE_STATUS
                        ? "zone lost"
                        : Families.sort(it) + it.subject().zone());
    }

    /** It is believed, firmly, with all that is supposed. */
    private boolean isSo(Fact fact) {
        return fact.type() == FactType.SYMPTOM
                ? showsAlready(fact)
                : isSaidSo(fact) && scene.belief(fact).filter(it -> it.firm()).isPresent();
    }

    private boolean isSaidSo(Fact fact) {
        return scene.belief(fact)
                .filter(it -> it.state() == fact.state() && fact.state() != State.UNKNOWN)
                .filter(_ -> agrees(fact, whatIsSaid(fact)))
                .isPresent();
    }

    private Map<String, Object> whatIsSaid(Fact fact) {
        return whatnow.decision.Beliefs.leading(scene.said(fact), scene.now()).fields();
    }

    private static boolean agrees(Fact fact, Map<String, Object> said) {
        return fact.fields().entrySet().stream().allMatch(it -> it.getValue().equals(said.get(it.getKey())));
    }

    private boolean showsAlready(Fact fact) {
        var shown = like(fact).anyMatch(Symptom::isFiring);
        return fact.state() == State.TRUE ? shown : like(fact).noneMatch(Symptom::isOpen);
    }

    private Stream<Symptom> like(Fact fact) {
        return scene.inputs().symptoms().stream()
                .filter(it -> it.kind().name().equals(fact.text("kind").orElse("")))
                .filter(it ->
                        fact.subject().service().filter(it.service()::equals).isPresent())
                .filter(it -> it.region().equals(fact.subject().region()))
                .filter(it -> it.zone().equals(fact.subject().zone()));
    }

    private int contradicts(Fact fact) {
        if (fact.type() == FactType.SYMPTOM) {
            return fact.state() == State.FALSE && like(fact).anyMatch(Symptom::isFiring) ? 1 : 0;
        }
        return scene.belief(fact)
                .filter(it -> it.state() != State.UNKNOWN && it.state() != fact.state())
                .map(it -> it.firm() ? 2 : 1)
                .orElse(0);
    }

    private int ring(Fact fact) {
        return isAsked(fact) || isUnknown(fact) ? 0 : 1 + distance(fact);
    }

    private int distance(Fact fact) {
        var on = fact.subject();
        if (on.service().isPresent()) {
            return scene.ring(scene.plan()
                    .named(on.service().get())
                    .map(it -> it.name())
                    .orElse(on.service().get()));
        }
        var place = on.zone().or(on::region);
        if (place.isPresent()) {
            return scene.places().contains(place.get()) ? 0 : 1;
        }
        return fact.type().isPersonal() || !scene.said(fact).isEmpty() ? 0 : 2;
    }

    private boolean isUnknown(Fact fact) {
        return fact.type() == FactType.SYMPTOM
                ? like(fact).anyMatch(it -> it.state() == State.UNKNOWN)
                : scene.belief(fact).filter(it -> it.state() == State.UNKNOWN).isPresent();
    }

    /** Where it is not said of what is asked, it is asked of the incident. */
    private boolean isAsked(Fact fact) {
        return scene.outcome().questions().stream()
                .anyMatch(it -> fact.type() == FactType.ANSWER
                        ? fact.text("question")
                                .filter(it.question().key()::equals)
                                .isPresent()
                        : it.question().type() == fact.type()
                                && (it.subject().isEmpty()
                                        ? distance(fact) == 0
                                        : it.subject().equals(fact.subject().service())));
    }
}
