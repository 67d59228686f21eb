package whatnow.decision.otherwise;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Standing;

/** How near an outcome is to a goal, and what in it bears on the goal at all. */
final class Closeness {

    private static final int FAR = 100;

    private final Goal goal;
    private final Object shapeNow;

    Closeness(Goal goal, Outcome now) {
        this.goal = goal;
        this.shapeNow = said(now);
    }

    /** Smaller is nearer. */
    int of(Outcome outcome) {
        return switch (goal) {
            case Goal.HasSeverity it ->
                Math.abs(
                        outcome.assessment().byRules().ordinal() - it.severity().ordinal());
            case Goal.Chooses it ->
                outcome.choice()
                        .find(it.strategy())
                        .map(one -> standing(one.standing())
                                + one.vetoes().size()
                                + (one.standing() == Standing.ADVISED_AGAINST
                                        ? one.because().size()
                                        : 0))
                        .orElse(FAR);
            case Goal.ProposesTier it ->
                outcome.tier()
                        .proposed()
                        .map(one -> Math.abs(one.ordinal() - it.tier().ordinal()))
                        .orElse(FAR);
            case Goal.Calls it ->
                outcome.calls().stream().anyMatch(one -> one.level().equals(it.level())) ? 1 : 2;
        };
    }

    private static int standing(Standing standing) {
        return switch (standing) {
            case CHOSEN -> 0;
            case MISSES_RTO, MISSES_RPO, LARGER_REACH, HARDER_TO_UNDO, MORE_LOSS, SLOWER -> 1;
            case NOT_PROPOSED -> 3;
            case ADVISED_AGAINST -> 3;
            case VETOED -> 5;
        };
    }

    /** Other rules speak than now, or of something else. */
    boolean isMoved(Outcome outcome) {
        return !said(outcome).equals(shapeNow);
    }

    private Object said(Outcome outcome) {
        var said = outcome.reasons().stream()
                .filter(it -> !it.book().equals("communication"))
                .map(it -> it.book() + "/" + it.rule() + "/" + it.said())
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(said, standings(outcome));
    }

    /** The same for all that make the same rules speak, of whichever service. */
    Object shape(Outcome outcome) {
        Set<String> rules = outcome.reasons().stream()
                .filter(it -> !it.book().equals("communication"))
                .map(it -> it.book() + "/" + it.rule() + "/" + it.said().replaceFirst(" for .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return List.of(rules, standings(outcome));
    }

    private static List<String> standings(Outcome outcome) {
        var choice = outcome.choice();
        return java.util.stream.Stream.of(
                        choice.chosen().stream(), choice.runnerUp().stream(), choice.others().stream())
                .flatMap(it -> it)
                .map(it -> "%s %s %s %s".formatted(it.kind(), it.standing(), it.meetsRto(), it.meetsRpo()))
                .sorted()
                .toList();
    }
}
