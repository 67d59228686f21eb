package whatnow.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.known.Approved;
import whatnow.decision.known.Forecast;
import whatnow.decision.known.Overridden;
import whatnow.rulebook.Spoken;

/**
 * Chooses among what rules proposed: vetoed ones are out; among those that meet RTO and RPO the one
 * with the smallest reach that is easiest to undo, then the least loss, then the fastest. None meets:
 * the one that breaks fewest promises, then the fastest.
 */
final class StrategyPolicy {

    private static final Comparator<Candidate> GENTLEST = Comparator.comparing(
                    (Candidate it) -> it.forecast().planned().reach())
            .thenComparing(it -> it.forecast().planned().undo())
            .thenComparing(Candidate::loss)
            .thenComparing(Candidate::recovery)
            .thenComparing(it -> it.forecast().kind());

    /** Without a time for either, kinds stand in the order of how fast they usually are. */
    private static final Comparator<Candidate> FASTEST = Comparator.comparing(Candidate::recovery)
            .thenComparing(it -> it.forecast().kind())
            .thenComparing(Candidate::loss);

    private static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::isPassive)
            .thenComparing(Candidate::breaches)
            .thenComparing(Candidate::isLastResort)
            .thenComparing(Candidate::breaksAPromise)
            .thenComparing(
                    (one, other) -> one.breaksAPromise() ? FASTEST.compare(one, other) : GENTLEST.compare(one, other));

    private final Situation situation;

    private StrategyPolicy(Situation situation) {
        this.situation = situation;
    }

    static Choice settle(List<Spoken> spoken, List<Forecast> forecasts, Situation situation, Inputs inputs) {
        return new StrategyPolicy(situation).choose(new Candidates(spoken, forecasts, situation).all(), inputs);
    }

    private Choice choose(List<Candidate> candidates, Inputs inputs) {
        var able = candidates.stream()
                .filter(it -> it.proposed() && it.vetoes().isEmpty())
                .sorted(BEST)
                .toList();
        var willing = able.stream().filter(it -> it.against().isEmpty()).toList();
        var byRules = willing.stream().findFirst().or(() -> able.stream().findFirst());
        var chosen = kept(candidates, inputs)
                .or(() -> ordered(candidates))
                .or(() -> byRules.filter(it -> it.forecast().isLosingTooMuch()).flatMap(_ -> accepted(able)))
                .or(() -> byRules);
        var held = chosen.isPresent() && kept(candidates, inputs).isPresent();
        var advisedAgainst = candidates.stream()
                .filter(it -> !it.against().isEmpty() && it.vetoes().isEmpty());
        var runnerUp = Stream.of(willing.stream(), able.stream(), advisedAgainst)
                .flatMap(it -> it)
                .filter(it -> !chosen.equals(Optional.of(it)))
                .findFirst();
        var others = candidates.stream()
                .filter(it -> !chosen.equals(Optional.of(it)) && !runnerUp.equals(Optional.of(it)))
                .map(it -> it.weighed(standing(it, chosen)))
                .toList();
        return new Choice(
                chosen.map(it -> it.weighed(Standing.CHOSEN)),
                runnerUp.map(it -> it.weighed(standing(it, chosen))),
                others,
                byRules.filter(_ -> held)
                        .filter(it -> !chosen.equals(Optional.of(it)))
                        .map(it -> it.forecast().kind()),
                held);
    }

    /** A strategy that somebody has begun stays; a better one is named beside it. */
    private static Optional<Candidate> kept(List<Candidate> candidates, Inputs inputs) {
        return inputs.held()
                .strategy()
                .flatMap(kind -> candidates.stream()
                        .filter(it -> it.forecast().kind() == kind)
                        .findFirst());
    }

    /** A named person's choice counts, but lifts no veto. */
    private Optional<Candidate> ordered(List<Candidate> candidates) {
        return situation
                .known(Overridden.class)
                .filter(it -> it.isTrue() && it.of().equals("strategy"))
                .max(Comparator.comparing(Overridden::at))
                .flatMap(it -> Knowing.strategy(Optional.of(it.to())))
                .flatMap(kind -> candidates.stream()
                        .filter(it ->
                                it.forecast().kind() == kind && it.vetoes().isEmpty())
                        .findFirst());
    }

    /** Where every way loses more than was promised, a person settles which loss it is. */
    private Optional<Candidate> accepted(List<Candidate> able) {
        return situation
                .known(Approved.class)
                .sorted(Comparator.comparing((Approved it) -> it.belief().observedAt())
                        .reversed())
                .flatMap(it -> able.stream()
                        .filter(one -> it.acceptsLoss(
                                one.forecast().kind(), one.forecast().lossSince())))
                .findFirst();
    }

    private static Standing standing(Candidate it, Optional<Candidate> winner) {
        if (!it.vetoes().isEmpty()) {
            return Standing.VETOED;
        }
        if (!it.against().isEmpty()) {
            return Standing.ADVISED_AGAINST;
        }
        if (!it.proposed()) {
            return Standing.NOT_PROPOSED;
        }
        return winner.map(other -> comparedWith(it, other)).orElse(Standing.NOT_PROPOSED);
    }

    private static Standing comparedWith(Candidate it, Candidate winner) {
        if (it.forecast().meetsRto().filter(ok -> !ok).isPresent()) {
            return Standing.MISSES_RTO;
        }
        if (it.forecast().isLosingTooMuch()) {
            return Standing.MISSES_RPO;
        }
        if (it.forecast()
                        .planned()
                        .reach()
                        .compareTo(winner.forecast().planned().reach())
                > 0) {
            return Standing.LARGER_REACH;
        }
        if (it.forecast().planned().undo().compareTo(winner.forecast().planned().undo()) > 0) {
            return Standing.HARDER_TO_UNDO;
        }
        return it.loss().compareTo(winner.loss()) > 0 ? Standing.MORE_LOSS : Standing.SLOWER;
    }
}
