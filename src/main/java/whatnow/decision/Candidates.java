package whatnow.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Statement.OfStrategy;
import whatnow.decision.known.Approved;
import whatnow.decision.known.Forecast;
import whatnow.plan.StrategyKind;
import whatnow.rulebook.Spoken;

/** Gathers what rules and people said of each strategy of a plan. */
final class Candidates {

    private static final Set<String> NOT_STEPS = Set.of("when", "before-you-start", "do-not", "the-choice");

    private final Map<StrategyKind, Map<Class<?>, List<Spoken>>> spoken = new EnumMap<>(StrategyKind.class);
    private final List<Forecast> forecasts;
    private final Situation situation;
    private final LiftedVetoes lifted;

    Candidates(List<Spoken> spoken, List<Forecast> forecasts, Situation situation) {
        this.forecasts = forecasts;
        this.situation = situation;
        this.lifted = new LiftedVetoes(forecasts, situation);
        for (var each : spoken) {
            if (each.statement() instanceof OfStrategy said) {
                this.spoken
                        .computeIfAbsent(said.kind(), _ -> new HashMap<>())
                        .computeIfAbsent(said.getClass(), _ -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /** In the order of the forecasts. */
    List<Candidate> all() {
        return forecasts.stream().map(this::candidate).toList();
    }

    private Candidate candidate(Forecast forecast) {
        var kind = forecast.kind();
        var proposing = saying(Statement.Proposed.class, kind);
        var vetoes = rules(saying(Statement.Veto.class, kind));
        var isLifted = !vetoes.isEmpty() && lifted.isLifted(forecast);
        return new Candidate(
                forecast,
                !proposing.isEmpty(),
                rules(proposing),
                proposing.stream()
                        .map(Spoken::runbook)
                        .filter(Candidates::saysHow)
                        .findFirst()
                        .orElse(forecast.planned().article()),
                rules(saying(Statement.Against.class, kind)),
                isLifted ? List.of() : vetoes,
                isLifted ? vetoes.stream().map(it -> it + lifted.liftedBy(kind)).toList() : List.of(),
                rules(saying(Statement.Hold.class, kind)),
                gates(forecast));
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
        return spoken.getOrDefault(kind, Map.of()).getOrDefault(what, List.of());
    }

    private static List<String> rules(List<Spoken> spoken) {
        return spoken.isEmpty()
                ? List.of()
                : spoken.stream().map(Spoken::rule).distinct().sorted().toList();
    }
}
