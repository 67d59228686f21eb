package whatnow.decision.supposed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import whatnow.decision.Inputs;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;

/** Facts as a person would say them at the moment of the decision, and the inputs as they would then be. */
public final class Supposing {

    /** Nobody's name: no fact that is supposed may be taken for one that was said. */
    private static final FactSource SOMEBODY = new FactSource(FactSource.Kind.PERSON, "somebody (supposed)");

    static Fact fact(FactType type, Subject subject, State state, Map<String, ?> fields, Instant now) {
        return fact(type, subject, state, fields, SOMEBODY, now);
    }

    /** In the name of whoever said the opposite, which it then replaces. */
    static Fact takenBack(Fact said, Instant now) {
        return fact(said.type(), said.subject(), State.FALSE, said.fields(), said.source(), now);
    }

    private static Fact fact(
            FactType type, Subject subject, State state, Map<String, ?> fields, FactSource source, Instant now) {
        SortedMap<String, Object> written = new TreeMap<>();
        fields.forEach((name, value) -> written.put(name, value instanceof Instant it ? it.toString() : value));
        var identity =
                String.join("/", type.key(), subject.toString(), state.name(), written.toString(), now.toString());
        return new Fact(
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
                type,
                subject,
                state,
                written,
                source,
                now,
                now,
                Optional.empty(),
                Optional.empty());
    }

    static Subject service(String name) {
        return new Subject(Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Subject region(String name) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Subject zone(String name, Optional<String> region) {
        return new Subject(Optional.empty(), Optional.empty(), region, Optional.of(name), Optional.empty());
    }

    /** What each fact says of the same thing is replaced; symptoms show or end as senders would show and end them. */
    public static Inputs with(Inputs inputs, List<Fact> learnt) {
        var facts = new LinkedHashMap<String, Fact>();
        inputs.facts().forEach(it -> facts.put(it.key(), it));
        learnt.forEach(it -> facts.put(it.key(), it));
        var symptoms = new LinkedHashMap<String, Symptom>();
        inputs.symptoms().forEach(it -> symptoms.put(it.key(), it));
        for (var fact : learnt) {
            if (fact.type() == FactType.SYMPTOM && !isReadingOfAnAlert(fact, inputs)) {
                symptoms.merge(shown(fact).key(), shown(fact), (old, now) -> as(now.state(), old));
            }
        }
        return inputs.with(new ArrayList<>(symptoms.values()), new ArrayList<>(facts.values()));
    }

    /** What a person says of a service whose alert nobody can read is what that alert means. */
    private static boolean isReadingOfAnAlert(Fact fact, Inputs inputs) {
        return inputs.symptoms().stream()
                .filter(it -> it.isOpen() && it.kind() == SymptomKind.OTHER)
                .anyMatch(it -> fact.state() == State.TRUE
                        && fact.subject().service().filter(it.service()::equals).isPresent());
    }

    private static Symptom shown(Fact fact) {
        return new Symptom(
                fact.subject().service().orElseThrow(),
                SymptomKind.valueOf(fact.text("kind").orElseThrow()),
                fact.subject().region(),
                fact.subject().zone(),
                fact.state(),
                fact.observedAt(),
                fact.observedAt(),
                Optional.empty(),
                1,
                false,
                List.of(fact.source().name()),
                List.of());
    }

    private static Symptom as(State state, Symptom it) {
        return new Symptom(
                it.service(),
                it.kind(),
                it.region(),
                it.zone(),
                state,
                it.since(),
                it.lastSeen(),
                it.value(),
                it.count(),
                it.flapping(),
                it.sources(),
                it.alerts());
    }

    private Supposing() {}
}
