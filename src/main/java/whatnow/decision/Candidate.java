package whatnow.decision;

import java.time.Duration;
import java.util.List;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Forecast;
import whatnow.plan.Reach;
import whatnow.plan.StrategyKind;
import whatnow.plan.Undo;

/**
 * One strategy of a plan, with what it would cost now and what rules and people said of it.
 *
 * @param lifted vetoes that people lifted, each with who and why
 */
record Candidate(
        Forecast forecast,
        boolean proposed,
        List<String> because,
        String article,
        List<String> against,
        List<String> vetoes,
        List<String> lifted,
        List<String> holds,
        List<Gate> gates) {

    private static final Duration NEVER = Duration.ofDays(3650);

    /** Looking on is chosen only where nothing is to be done. */
    boolean isPassive() {
        return forecast.kind() == StrategyKind.OBSERVE || forecast.kind() == StrategyKind.DEGRADE_ONLY;
    }

    /** Replaces everything: that nobody can say what it loses makes it no better than one whose loss is known. */
    boolean isLastResort() {
        return forecast.kind() == StrategyKind.FULL_REBUILD;
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
