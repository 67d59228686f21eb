package whatnow.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import whatnow.decision.known.Belief;
import whatnow.incident.Fact;
import whatnow.incident.FactSource.Kind;
import whatnow.incident.State;

/** Folds what several sources say about one thing into one belief. */
public final class Beliefs {

    /** Newest first; among equals by id, so that the order of arrival does not matter. */
    static final Comparator<Fact> NEWEST = Comparator.comparing(Fact::observedAt)
            .thenComparing(Fact::recordedAt)
            .thenComparing(Fact::id)
            .reversed();

    /**
     * A named person's newest word beats machines; among machines the newest fresh one counts, and a
     * fresh contradiction is marked.
     */
    public static Belief of(Collection<Fact> facts, Instant now) {
        var newest = newestFirst(facts);
        var leading = leading(newest, now);
        var state = leading.believed(now);
        var agreeing = newest.stream().filter(it -> it.believed(now) == state).toList();
        return new Belief(
                state,
                isFirm(agreeing),
                isDisputed(newest, now),
                leading.observedAt(),
                agreeing.stream()
                        .map(it -> it.source().name())
                        .distinct()
                        .sorted()
                        .toList(),
                agreeing.stream().anyMatch(Beliefs::isFromOutside));
    }

    /** The fact whose word counts and whose fields are used. */
    public static Fact leading(Collection<Fact> facts, Instant now) {
        var newest = newestFirst(facts);
        if (newest.size() == 1) {
            return newest.getFirst();
        }
        return newest.stream()
                .filter(it -> it.source().kind() == Kind.PERSON && it.believed(now) != State.UNKNOWN)
                .findFirst()
                .or(() -> newest.stream()
                        .filter(it -> it.believed(now) != State.UNKNOWN)
                        .findFirst())
                .orElseGet(newest::getFirst);
    }

    /** How many sources say the same as the leading one. */
    static int confirmations(Collection<Fact> facts, Instant now) {
        var state = leading(facts, now).believed(now);
        var agreeing = facts.stream().filter(it -> it.believed(now) == state).toList();
        var names = agreeing.stream().map(it -> it.source().name()).distinct().count();
        var besides = agreeing.stream()
                .filter(it -> it.text("confirmedBy").isPresent())
                .count();
        return (int) (names + besides);
    }

    /** Most things are told by one source alone, and there is nothing to sort. */
    private static List<Fact> newestFirst(Collection<Fact> facts) {
        return facts.size() == 1
                ? List.copyOf(facts)
                : facts.stream().sorted(NEWEST).toList();
    }

    private static boolean isFirm(List<Fact> agreeing) {
        return agreeing.stream().anyMatch(it -> it.source().kind() == Kind.PERSON)
                || agreeing.stream().map(it -> it.source().kind()).distinct().count() >= 2;
    }

    private static boolean isDisputed(List<Fact> facts, Instant now) {
        return facts.size() > 1
                && facts.stream()
                                .map(it -> it.believed(now))
                                .filter(it -> it != State.UNKNOWN)
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean isFromOutside(Fact fact) {
        return fact.source().kind() == Kind.PROVIDER
                || fact.text("vantage").filter("outside"::equals).isPresent()
                || fact.text("confirmedBy").filter(it -> it.contains("outside")).isPresent();
    }

    private Beliefs() {}
}
