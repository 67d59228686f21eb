package whatnow.now;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.Outcome.Standing;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.now.NowCard.Against;
import whatnow.now.NowCard.Ground;
import whatnow.now.NowCard.RunnerUp;
import whatnow.now.NowCard.Said;
import whatnow.now.NowCard.Why;

/** The card's third part: the rules that spoke, the runner-up, the vetoes, what changed and which target counts. */
final class WhyThis {

    private static final Duration RECENT = Duration.ofMinutes(60);
    private static final String BEFORE = "before ";

    /** What was seen tonight, then what was decided in advance. */
    private static final Comparator<Ground> FACTS_FIRST =
            Comparator.comparing(it -> it.age().isEmpty());

    static Why of(Picture picture) {
        var choice = picture.outcome().choice();
        return new Why(
                picture.outcome().reasons().stream()
                        .filter(it -> !isBeforeAnother(it, choice))
                        .sorted(Comparator.comparingInt(it -> weight(it, picture)))
                        .map(it -> said(it, picture))
                        .collect(Collectors.toMap(
                                it -> it.about() + it.rule(), it -> it, WhyThis::together, LinkedHashMap::new))
                        .sequencedValues()
                        .stream()
                        .toList(),
                choice.runnerUp()
                        .map(it -> new RunnerUp(
                                it.kind().words(), lostBecause(it), Predicted.lossInstead(it, picture.now()))),
                choice.others().stream()
                        .filter(it -> it.standing() == Standing.VETOED)
                        .flatMap(it -> it.vetoes().stream()
                                .map(veto -> new Against(it.kind().words(), veto)))
                        .toList(),
                Stream.of(choice.chosen().stream(), choice.runnerUp().stream(), choice.others().stream())
                        .flatMap(it -> it)
                        .flatMap(it -> it.lifted().stream()
                                .map(veto -> new Against(it.kind().words(), veto)))
                        .toList(),
                changed(picture),
                targets(picture.outcome().promise()));
    }

    /** What stands before a strategy that nobody is about to begin; the decision in full has it. */
    private static boolean isBeforeAnother(Reason reason, Outcome.Choice choice) {
        return reason.said().startsWith(BEFORE)
                && Stream.concat(choice.chosen().stream(), choice.runnerUp().stream())
                        .noneMatch(it ->
                                reason.said().startsWith(BEFORE + it.kind().key() + ":"));
    }

    /** First what made it so grave, then what chose the strategy, then what stands before it or against others. */
    private static int weight(Reason reason, Picture picture) {
        var severity = "severity " + picture.outcome().assessment().severity().name();
        var strategy = picture.chosen().map(it -> it.kind().key()).orElse("nothing was chosen");
        if (reason.said().startsWith(severity)) {
            return 0;
        }
        if (reason.said().equals("strategy " + strategy)) {
            return 1;
        }
        if (reason.said().contains(strategy)) {
            return 2;
        }
        return reason.said().startsWith("severity") || reason.said().startsWith("veto") ? 3 : 4;
    }

    private static Said said(Reason reason, Picture picture) {
        return new Said(
                reason.said(),
                reason.rule(),
                reason.runbook(),
                reason.rows(),
                reason.grounds().stream()
                        .map(it -> new Ground(it.text(), it.observedAt().map(picture::since)))
                        .sorted(FACTS_FIRST)
                        .toList());
    }

    /** A rule that says the same of several things is told once, with all its grounds. */
    private static Said together(Said one, Said other) {
        return new Said(
                one.about(),
                one.rule(),
                one.runbook(),
                one.rows(),
                Stream.concat(one.grounds().stream(), other.grounds().stream())
                        .distinct()
                        .sorted(FACTS_FIRST)
                        .toList());
    }

    private static String lostBecause(Weighed it) {
        return switch (it.standing()) {
            case ADVISED_AGAINST, VETOED -> String.join("; ", it.because());
            case MISSES_RTO -> "it would miss the RTO";
            case MISSES_RPO -> "it would lose more than the RPO allows";
            case LARGER_REACH -> "it touches more than what is broken";
            case HARDER_TO_UNDO -> "it is harder to undo";
            case MORE_LOSS -> "it loses more";
            case SLOWER -> "it is slower";
            case NOT_PROPOSED -> "no rule finds that it fits";
            case CHOSEN -> "";
        };
    }

    private static String changed(Picture picture) {
        var recent = picture.decision().inputs().facts().stream()
                .filter(it -> it.type() == FactType.DEPLOYMENT && it.state() == State.TRUE)
                .filter(it -> age(it, picture).compareTo(RECENT) <= 0)
                .map(it -> change(it, picture))
                .toList();
        return recent.isEmpty() ? "nothing reported" : String.join("; ", recent);
    }

    private static String change(Fact deployment, Picture picture) {
        return "%s%s %s"
                .formatted(
                        deployment.text("what").orElse("a change"),
                        deployment.subject().service().map(it -> " on " + it).orElse(""),
                        Words.ago(age(deployment, picture)));
    }

    private static Duration age(Fact deployment, Picture picture) {
        return picture.since(deployment.time("at").orElse(deployment.observedAt()));
    }

    private static List<String> targets(Outcome.Promise promise) {
        var used = promise.rto()
                .map(it -> "target used: RTO %s%s, of %s"
                        .formatted(
                                Words.span(it),
                                promise.rpo()
                                        .map(rpo -> ", RPO " + Words.span(rpo))
                                        .orElse(""),
                                promise.of().equals("plan") ? "the plan" : promise.of()))
                .orElse("target used: none, nobody has promised anything for it");
        return Stream.concat(Stream.of(used), promise.overrides().stream().map(it -> "overrides " + it))
                .toList();
    }

    private WhyThis() {}
}
