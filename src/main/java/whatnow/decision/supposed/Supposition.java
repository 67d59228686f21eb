package whatnow.decision.supposed;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;

/**
 * Something that could be learnt, and how near it lies to what is known.
 *
 * @param clauses as they stand after (if), what would have to be known last
 * @param family see {@link Families}
 * @param template the same for those that differ only in the service or zone that they are about; the family where that matters
 */
public record Supposition(List<Fact> facts, List<String> clauses, String family, String template, Nearness nearness) {

    public String words() {
        return String.join(" and ", clauses);
    }

    public Supposition and(Supposition other) {
        return new Supposition(
                Stream.concat(facts.stream(), other.facts.stream()).toList(),
                Stream.concat(clauses.stream(), other.clauses.stream())
                        .sorted(Comparator.comparing(it -> it.startsWith(Clause.KNOWN)))
                        .toList(),
                both(family, other.family),
                both(template, other.template),
                nearness.and(other.nearness));
    }

    private static String both(String one, String other) {
        return Stream.of(one, other).sorted().collect(Collectors.joining(" + "));
    }

    /** Nobody can learn both, one is but a form of the other, or together they are one symptom in another's place. */
    public boolean excludes(Supposition other) {
        return family.equals(other.family)
                || !Collections.disjoint(keys(), other.keys())
                || !Collections.disjoint(symptoms(State.TRUE), other.symptoms(State.FALSE))
                || !Collections.disjoint(symptoms(State.FALSE), other.symptoms(State.TRUE));
    }

    private Set<String> keys() {
        return facts.stream()
                .map(it -> it.type() + "/" + it.subject() + "/" + it.topic())
                .collect(Collectors.toSet());
    }

    private Set<Optional<String>> symptoms(State state) {
        return facts.stream()
                .filter(it -> it.type() == FactType.SYMPTOM && it.state() == state)
                .map(it -> it.subject().service())
                .collect(Collectors.toSet());
    }
}
