package whatnow.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.known.Forecast;
import whatnow.decision.known.Overridden;
import whatnow.plan.StrategyKind;

/** Which vetoes people have lifted: no rule does that. */
final class LiftedVetoes {

    private final List<Forecast> forecasts;
    private final Situation situation;

    LiftedVetoes(List<Forecast> forecasts, Situation situation) {
        this.forecasts = forecasts;
        this.situation = situation;
    }

    /**
     * Two named persons may lift a veto, one of them in a role that the plan lets decide about the strategy. Where it names
     * nobody for it, whoever decides about another one of its strategies counts.
     */
    boolean isLifted(Forecast forecast) {
        var lifting = lifting(forecast.kind());
        var own = deciders(Stream.of(forecast));
        var able = own.isEmpty() ? deciders(forecasts.stream()) : own;
        return lifting.stream().flatMap(LiftedVetoes::persons).distinct().count() >= 2
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
    String liftedBy(StrategyKind kind) {
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
}
