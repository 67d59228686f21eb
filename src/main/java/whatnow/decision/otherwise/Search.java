package whatnow.decision.otherwise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Decider;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.RuleBooks;
import whatnow.decision.otherwise.WhyNot.Answer;
import whatnow.decision.otherwise.WhyNot.Budget;
import whatnow.decision.supposed.Scene;
import whatnow.decision.supposed.Supposition;
import whatnow.decision.supposed.Suppositions;
import whatnow.incident.Fact;
import whatnow.plan.RecoveryPlan;

/** Looks for the smallest changes that give a goal. */
final class Search {

    /** Asked, unknown or in the incident. */
    private static final int NEAR = 1;

    private final RuleBooks books;
    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final Goal goal;
    private final Trials trials;
    private final Outcome now;

    /** As it is now, of the books that are asked. */
    private final Outcome bare;

    private final Scene scene;
    private final Obstacles obstacles;
    private final Optional<String> personSettles;
    private final Closeness closeness;
    private final Bearing bearing;

    private final List<Supposition> found = new ArrayList<>();
    private final Set<String> families = new HashSet<>();
    private final Set<String> templates = new HashSet<>();
    private final List<Tried> failed = new ArrayList<>();
    private boolean complete = true;

    /** One that does not give the goal alone. */
    private record Tried(Supposition supposition, Outcome outcome) {}

    Search(RuleBooks books, RecoveryPlan plan, Inputs inputs, Goal goal, Budget budget) {
        this.books = books;
        this.plan = plan;
        this.inputs = inputs;
        this.goal = goal;
        this.now = Decider.decide(books, plan, inputs);
        this.trials = new Trials(books.only(goal.books()), plan, inputs, budget.decisions());
        this.bare = trials.decide(inputs);
        this.scene = new Scene(plan, inputs, now);
        this.obstacles = new Obstacles(plan, inputs, now, goal);
        this.personSettles = obstacles.personSettles();
        this.closeness = new Closeness(goal, bare);
        this.bearing = Bearing.on(goal, now, books, plan);
    }

    Answer answer() {
        var inTime =
                goal.isMetBy(now) ? Optional.<String>empty() : new Waiting(books, plan, inputs, now, goal).inTime();
        if (!gives(now)) {
            singles();
            pairs();
        }
        return new Answer(
                goal,
                goal.isMetBy(now),
                gives(now),
                new Changes(scene).of(found),
                personSettles,
                goal.isMetBy(now) ? List.of() : obstacles.against(),
                inTime,
                trials.count(),
                complete);
    }

    private void singles() {
        for (var each : Suppositions.of(scene)) {
            if (isSpent()) {
                return;
            }
            if (!families.contains(each.family())) {
                var outcome = trials.supposing(each.facts());
                if (gives(outcome)) {
                    keep(each);
                } else {
                    failed.add(new Tried(each, outcome));
                }
            }
        }
        failed.removeIf(it -> families.contains(it.supposition().family()));
    }

    private boolean isSpent() {
        complete = complete && !trials.areSpent();
        return trials.areSpent();
    }

    /** Where a single one is held back until a person settles it, the rules' own word counts. */
    private boolean gives(Outcome outcome) {
        return personSettles.isPresent() && goal instanceof Goal.HasSeverity severity
                ? severity.isByRules(outcome)
                : goal.isMetBy(outcome);
    }

    /** No part of what is kept gives the goal; the smallest part that does is kept in its place. */
    private void keep(Supposition supposition) {
        var kept = parts(supposition.facts())
                .filter(it -> gives(trials.supposing(it)))
                .min(Comparator.comparingInt(List::size))
                .map(it -> Suppositions.of(scene, it))
                .orElse(supposition);
        if (families.add(kept.family())) {
            found.add(kept);
            templates.add(kept.template());
        }
    }

    /** All that is left when something is left out, but nothing at all. */
    private static Stream<List<Fact>> parts(List<Fact> facts) {
        return Stream.iterate(1, it -> it < (1 << facts.size()) - 1, it -> it + 1)
                .map(chosen -> Stream.iterate(0, it -> it < facts.size(), it -> it + 1)
                        .filter(it -> (chosen & 1 << it) != 0)
                        .map(facts::get)
                        .toList());
    }

    /** Where a single fact does, only what is near is looked at in twos. */
    private void pairs() {
        if (!found.isEmpty()) {
            failed.removeIf(it -> it.supposition().nearness().ring() > NEAR);
        }
        var moved = firstOfEachShape(failed.stream()
                .filter(it -> closeness.isMoved(it.outcome()))
                .sorted(Comparator.comparing((Tried it) -> closeness.of(it.outcome()))
                        .thenComparing(it -> !bearing.isAStep(bare, it.outcome()))
                        .thenComparing(it -> it.supposition().nearness()))
                .toList());
        var relevant = firstOfEachSort(failed.stream()
                .filter(it -> bearing.isOn(it.supposition().facts()))
                .toList());
        var all = firstOfEachSort(failed);
        moved.forEach(it -> pairs(it, askedAfter(it, all)));
        moved.forEach(it -> pairs(it, relevant));
        moved.forEach(it -> pairs(it, moved));
        moved.forEach(it -> pairs(it, all));
    }

    private void pairs(Tried one, List<Tried> others) {
        for (var other : others) {
            if (templates.size() >= WhyNot.MOST_CHANGES || isSpent()) {
                return;
            }
            if (!one.supposition().excludes(other.supposition())) {
                tryBoth(one.supposition().and(other.supposition()));
            }
        }
    }

    private void tryBoth(Supposition both) {
        if (!templates.contains(both.template())
                && !families.contains(both.family())
                && gives(trials.supposing(both.facts()))) {
            keep(both);
        }
    }

    /** Of those that make the same rules speak, the first. */
    private List<Tried> firstOfEachShape(List<Tried> tried) {
        return firsts(tried, it -> closeness.shape(it.outcome()));
    }

    /** The same, but only of those that differ in nothing but the service. */
    private List<Tried> firstOfEachSort(List<Tried> tried) {
        return firsts(tried, it -> List.of(it.supposition().template(), closeness.shape(it.outcome())));
    }

    private static List<Tried> firsts(List<Tried> tried, Function<Tried, Object> sort) {
        var first = new LinkedHashMap<Object, Tried>();
        tried.forEach(it -> first.putIfAbsent(sort.apply(it), it));
        return List.copyOf(first.values());
    }

    /** What the rules would ask next. */
    private static List<Tried> askedAfter(Tried one, List<Tried> others) {
        var types = one.outcome().questions().stream()
                .map(it -> it.question().type())
                .collect(Collectors.toSet());
        return others.stream()
                .filter(it -> it.supposition().facts().stream().anyMatch(fact -> types.contains(fact.type())))
                .toList();
    }
}
