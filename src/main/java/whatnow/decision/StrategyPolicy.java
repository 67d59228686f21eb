package whatnow.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Statement.OfStrategy;
import whatnow.decision.known.Approved;
import whatnow.decision.known.Forecast;
import whatnow.decision.known.Overridden;
import whatnow.plan.Reach;
import whatnow.plan.StrategyKind;
import whatnow.plan.Undo;
import whatnow.rulebook.Spoken;

/**
 * Chooses among what rules proposed: vetoed ones are out; among those that meet RTO and RPO the one
 * with the smallest reach that is easiest to undo, then the least loss, then the fastest. None meets:
 * the one that breaks fewest promises, then the fastest.
 */
final class StrategyPolicy {

    private static final Set<String> NOT_STEPS = Set.of("when", "before-you-start", "do-not", "the-choice");

    private static final Duration NEVER = Duration.ofDays(3650);

    private static final Comparator<Candidate> GENTLEST = Comparator.comparing(
                    (Candidate it) -> it.forecast.planned().reach())
            .thenComparing(it -> it.forecast.planned().undo())
            .thenComparing(Candidate::loss)
            .thenComparing(Candidate::recovery)
            .thenComparing(it -> it.forecast.kind());

    /** Without a time for either, kinds stand in the order of how fast they usually are. */
    private static final Comparator<Candidate> FASTEST = Comparator.comparing(Candidate::recovery)
            .thenComparing(it -> it.forecast.kind())
            .thenComparing(Candidate::loss);

    private static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::isPassive)
            .thenComparing(Candidate::breaches)
            .thenComparing(Candidate::breaksAPromise)
            .thenComparing(
                    (one, other) -> one.breaksAPromise() ? FASTEST.compare(one, other) : GENTLEST.compare(one, other));

    private final Map<StrategyKind, List<Spoken>> spoken;
    private final List<Forecast> forecasts;
    private final Situation situation;

    private StrategyPolicy(List<Spoken> spoken, List<Forecast> forecasts, Situation situation) {
        this.spoken = new EnumMap<>(StrategyKind.class);
        this.forecasts = forecasts;
        this.situation = situation;
        for (var each : spoken) {
            if (each.statement() instanceof OfStrategy said) {
                this.spoken.computeIfAbsent(said.kind(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    static Choice settle(List<Spoken> spoken, List<Forecast> forecasts, Situation situation, Inputs inputs) {
        return new StrategyPolicy(spoken, forecasts, situation).choose(inputs);
    }

    private Choice choose(Inputs inputs) {
        var candidates = forecasts.stream().map(this::candidate).toList();
        var able = candidates.stream()
                .filter(it -> it.proposed && it.vetoes.isEmpty())
                .sorted(BEST)
                .toList();
        var willing = able.stream().filter(it -> it.against.isEmpty()).toList();
        var byRules = willing.stream().findFirst().or(() -> able.stream().findFirst());
        var chosen = kept(candidates, inputs)
                .or(() -> ordered(candidates))
                .or(() -> byRules.filter(it -> it.forecast.isLosingTooMuch()).flatMap(_ -> accepted(able)))
                .or(() -> byRules);
        var held = chosen.isPresent() && kept(candidates, inputs).isPresent();
        var advisedAgainst = candidates.stream().filter(it -> !it.against.isEmpty() && it.vetoes.isEmpty());
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
                        .map(it -> it.forecast.kind()),
                held);
    }

    /** A strategy that somebody has begun stays; a better one is named beside it. */
    private static Optional<Candidate> kept(List<Candidate> candidates, Inputs inputs) {
        return inputs.held()
                .strategy()
                .flatMap(kind -> candidates.stream()
                        .filter(it -> it.forecast.kind() == kind)
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
                        .filter(it -> it.forecast.kind() == kind && it.vetoes.isEmpty())
                        .findFirst());
    }

    /** Where every way loses more than was promised, a person settles which loss it is. */
    private Optional<Candidate> accepted(List<Candidate> able) {
        return situation
                .known(Approved.class)
                .sorted(Comparator.comparing((Approved it) -> it.belief().observedAt())
                        .reversed())
                .flatMap(it ->
                        able.stream().filter(one -> it.acceptsLoss(one.forecast.kind(), one.forecast.lossSince())))
                .findFirst();
    }

    private static Standing standing(Candidate it, Optional<Candidate> winner) {
        if (!it.vetoes.isEmpty()) {
            return Standing.VETOED;
        }
        if (!it.against.isEmpty()) {
            return Standing.ADVISED_AGAINST;
        }
        if (!it.proposed) {
            return Standing.NOT_PROPOSED;
        }
        return winner.map(other -> comparedWith(it, other)).orElse(Standing.NOT_PROPOSED);
    }

    private static Standing comparedWith(Candidate it, Candidate winner) {
        if (it.forecast.meetsRto().filter(ok -> !ok).isPresent()) {
            return Standing.MISSES_RTO;
        }
        if (it.forecast.isLosingTooMuch()) {
            return Standing.MISSES_RPO;
        }
        if (it.forecast.planned().reach().compareTo(winner.forecast.planned().reach()) > 0) {
            return Standing.LARGER_REACH;
        }
        if (it.forecast.planned().undo().compareTo(winner.forecast.planned().undo()) > 0) {
            return Standing.HARDER_TO_UNDO;
        }
        return it.loss().compareTo(winner.loss()) > 0 ? Standing.MORE_LOSS : Standing.SLOWER;
    }

    private Candidate candidate(Forecast forecast) {
        var kind = forecast.kind();
        var proposing = saying(Statement.Proposed.class, kind);
        var vetoes = rules(saying(Statement.Veto.class, kind));
        var isLifted = !vetoes.isEmpty() && isLifted(forecast);
        return new Candidate(
                forecast,
                !proposing.isEmpty(),
                rules(proposing),
                proposing.stream()
                        .map(Spoken::runbook)
                        .filter(StrategyPolicy::saysHow)
                        .findFirst()
                        .orElse(forecast.planned().article()),
                rules(saying(Statement.Against.class, kind)),
                isLifted ? List.of() : vetoes,
                isLifted ? vetoes.stream().map(it -> it + liftedBy(kind)).toList() : List.of(),
                rules(saying(Statement.Hold.class, kind)),
                gates(forecast));
    }

    /**
     * Two named persons may lift a veto, one of them in a role that the plan lets decide about the strategy. Where it names
     * nobody for it, whoever decides about another one of its strategies counts.
     */
    private boolean isLifted(Forecast forecast) {
        var lifting = lifting(forecast.kind());
        var own = deciders(Stream.of(forecast));
        var able = own.isEmpty() ? deciders(forecasts.stream()) : own;
        return lifting.stream().flatMap(StrategyPolicy::persons).distinct().count() >= 2
                && lifting.stream()
                        .anyMatch(it -> it.byRole().filter(able::contains).isPresent());
    }

    private static Set<String> deciders(Stream<Forecast> forecasts) {
        return forecasts
                .flatMap(it -> it.planned().approvals().stream())
                .flatMap(it -> Stream.of(it.role(), it.deputy()))
                .collect(Collectors.toSet());
    }

    private List<Overridden> lifting(StrategyKind kind) {
        return situation
                .known(Overridden.class)
                .filter(it -> it.isTrue() && it.of().equals("veto:" + kind.key()))
                .sorted(Comparator.comparing(it -> it.belief().sources().toString()))
                .toList();
    }

    private static Stream<String> persons(Overridden said) {
        return said.belief().sources().stream();
    }

    /** Who lifted it and why, for as long as it would stand. */
    private String liftedBy(StrategyKind kind) {
        return lifting(kind).stream()
                .map(it -> "%s%s: %s"
                        .formatted(
                                persons(it).collect(Collectors.joining(", ")),
                                it.byRole()
                                        .map(role -> " as " + role.replace('_', ' '))
                                        .orElse(""),
                                it.reason()))
                .collect(Collectors.joining("; ", ", lifted by ", ""));
    }

    private List<Gate> gates(Forecast forecast) {
        var kind = forecast.kind();
        var gates = new ArrayList<Gate>();
        for (var each : saying(Statement.Approval.class, kind)) {
            var said = (Statement.Approval) each.statement();
            gates.add(new Gate(
                    Optional.of(said.role()),
                    Optional.of(said.deputy()),
                    said.because(),
                    Optional.empty(),
                    isAgreedTo(forecast, said)));
        }
        for (var each : saying(Statement.Gate.class, kind)) {
            var said = (Statement.Gate) each.statement();
            gates.add(new Gate(Optional.empty(), Optional.empty(), each.rule(), Optional.of(said.question()), false));
        }
        return List.copyOf(gates);
    }

    /** Who agrees to a strategy has not accepted what it loses. */
    private boolean isAgreedTo(Forecast forecast, Statement.Approval wanted) {
        return wanted.because().equals(Proposals.ACCEPTS_THE_LOSS)
                ? isLossAccepted(forecast, wanted)
                : isApproved(forecast.kind(), wanted);
    }

    private boolean isApproved(StrategyKind kind, Statement.Approval wanted) {
        return situation
                .known(Approved.class)
                .filter(it -> it.isEstablished() && it.of().equals(kind.key()))
                .anyMatch(it -> isBy(it, wanted));
    }

    private boolean isLossAccepted(Forecast forecast, Statement.Approval wanted) {
        return situation
                .known(Approved.class)
                .filter(it -> it.acceptsLoss(forecast.kind(), forecast.lossSince()))
                .anyMatch(it -> isBy(it, wanted));
    }

    private static boolean isBy(Approved approved, Statement.Approval wanted) {
        return approved.byRole().equals(wanted.role()) || approved.byRole().equals(wanted.deputy());
    }

    /** Some rules cite why and not how; then the plan's own article counts. */
    private static boolean saysHow(String citation) {
        return !NOT_STEPS.contains(citation.substring(citation.indexOf('#') + 1));
    }

    private List<Spoken> saying(Class<? extends OfStrategy> what, StrategyKind kind) {
        return spoken.getOrDefault(kind, List.of()).stream()
                .filter(it -> what.isInstance(it.statement()))
                .toList();
    }

    private static List<String> rules(List<Spoken> spoken) {
        return spoken.stream().map(Spoken::rule).distinct().sorted().toList();
    }

    private record Candidate(
            Forecast forecast,
            boolean proposed,
            List<String> because,
            String article,
            List<String> against,
            List<String> vetoes,
            List<String> lifted,
            List<String> holds,
            List<Gate> gates) {

        /** Looking on is chosen only where nothing is to be done. */
        boolean isPassive() {
            return forecast.kind() == StrategyKind.OBSERVE || forecast.kind() == StrategyKind.DEGRADE_ONLY;
        }

        /** So small and so easily undone that trying it costs no option, even if nobody has timed it. */
        boolean isLight() {
            return forecast.planned().reach().compareTo(Reach.SERVICE) <= 0
                    && forecast.planned().undo() == Undo.EASY;
        }

        /** Promises that it breaks or that nobody can say it keeps. */
        int breaches() {
            return (forecast.meetsRto().orElse(isLight()) ? 0 : 1)
                    + (forecast.meetsRpo().orElse(false) ? 0 : 1);
        }

        /** It is known to miss a target, not merely unknown to meet it. */
        boolean breaksAPromise() {
            return forecast.meetsRto().filter(it -> !it).isPresent() || forecast.isLosingTooMuch();
        }

        Duration recovery() {
            return forecast.recovery().orElse(NEVER);
        }

        Duration loss() {
            return forecast.loss().orElse(NEVER);
        }

        Weighed weighed(Standing standing) {
            var planned = forecast.planned();
            return new Weighed(
                    forecast.kind(),
                    standing,
                    reasons(standing),
                    planned.reach(),
                    forecast.target(),
                    forecast.criticalOnly(),
                    forecast.recovery(),
                    planned.estimate().map(it -> it.origin()),
                    forecast.loss(),
                    forecast.lossSince(),
                    forecast.meetsRto(),
                    forecast.meetsRpo(),
                    article,
                    gates,
                    vetoes,
                    lifted,
                    holds);
        }

        private List<String> reasons(Standing standing) {
            return switch (standing) {
                case VETOED -> vetoes;
                case ADVISED_AGAINST -> against;
                case CHOSEN, MISSES_RTO, MISSES_RPO, LARGER_REACH, HARDER_TO_UNDO, MORE_LOSS, SLOWER, NOT_PROPOSED ->
                    because;
            };
        }
    }
}
