package whatnow.decision.otherwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Ground;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;
import whatnow.plan.Condition;
import whatnow.plan.EscalationStep;
import whatnow.plan.Importance;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;

/** What stands against a goal now, in words. */
final class Obstacles {

    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final Outcome outcome;
    private final Goal goal;

    Obstacles(RecoveryPlan plan, Inputs inputs, Outcome outcome, Goal goal) {
        this.plan = plan;
        this.inputs = inputs;
        this.outcome = outcome;
        this.goal = goal;
    }

    /** No fact lowers a major incident that is held, nor takes back what a person said of it. */
    Optional<String> personSettles() {
        return switch (goal) {
            case Goal.HasSeverity it -> keptBack(it.severity());
            case Goal.Chooses _, Goal.ProposesTier _, Goal.Calls _ -> Optional.empty();
        };
    }

    private Optional<String> keptBack(Severity wanted) {
        return inputs.held()
                .severity()
                .filter(it -> it.isMajor() && it.isGraverThan(wanted))
                .map(it -> "%s is held%s, and only a named person lowers it."
                        .formatted(
                                it,
                                inputs.held()
                                        .severitySince()
                                        .map(since -> " since " + Words.clock(since))
                                        .orElse("")));
    }

    List<String> against() {
        return switch (goal) {
            case Goal.HasSeverity it -> severity(it.severity());
            case Goal.Chooses it -> strategy(it.strategy());
            case Goal.ProposesTier it -> tier(it);
            case Goal.Calls it -> level(it.level());
        };
    }

    private List<String> severity(Severity wanted) {
        var said = new ArrayList<String>();
        var assessed = outcome.assessment();
        said.add("It is %s%s.".formatted(assessed.severity(), speaking("severity " + assessed.byRules())));
        if (assessed.severity() != assessed.byRules()) {
            said.add("The rules say %s; what is held or what a person said counts.".formatted(assessed.byRules()));
        }
        var rows = plan.severities().stream()
                .filter(it -> it.severity() == wanted)
                .map(it -> words(it.condition(), it.importance()))
                .distinct()
                .toList();
        said.add(
                rows.isEmpty()
                        ? "The plan (%s) calls nothing %s.".formatted(plan.id().name(), wanted)
                        : "The plan (%s) calls it %s when %s."
                                .formatted(plan.id().name(), wanted, either(rows)));
        return said;
    }

    private String speaking(String said) {
        var rules = outcome.reasons().stream()
                .filter(it -> it.said().equals(said) || it.said().startsWith(said + " "))
                .map(Reason::rule)
                .distinct()
                .toList();
        return rules.isEmpty() ? "" : ": " + quoted(rules);
    }

    private String grounds(String said) {
        var grounds = outcome.reasons().stream()
                .filter(it -> it.said().equals(said))
                .flatMap(it -> it.grounds().stream())
                .filter(it -> it.observedAt().isPresent())
                .map(Ground::text)
                .distinct()
                .toList();
        return grounds.isEmpty() ? "" : ", because of " + String.join(", ", grounds);
    }

    private List<String> strategy(StrategyKind wanted) {
        if (plan.strategy(wanted).isEmpty()) {
            return List.of(
                    "The plan (%s) has no strategy (%s).".formatted(plan.id().name(), wanted.key()));
        }
        var said = new ArrayList<String>();
        var chosen = outcome.choice().chosen();
        chosen.filter(_ -> outcome.choice().held())
                .ifPresent(it -> said.add("(%s) is held, because a step of it is ticked."
                        .formatted(it.kind().words())));
        outcome.choice().find(wanted).ifPresent(it -> said.add(standing(it, chosen)));
        return said;
    }

    private String standing(Weighed it, Optional<Weighed> chosen) {
        var other = chosen.map(one -> one.kind().words()).orElse("what is chosen");
        return switch (it.standing()) {
            case CHOSEN -> "It is chosen.";
            case VETOED ->
                "It is vetoed: %s. No rule lifts that; two named persons may.".formatted(quoted(it.vetoes()));
            case ADVISED_AGAINST -> "A rule speaks against it: %s.".formatted(quoted(it.because()));
            case NOT_PROPOSED -> "No rule finds that it fits what is known.";
            case MISSES_RTO ->
                "It would take %s, longer than the RTO leaves."
                        .formatted(it.recovery().map(Words::span).orElse("too long"));
            case MISSES_RPO ->
                "It would lose %s, more than the RPO allows."
                        .formatted(it.loss().map(Words::span).orElse("too much"));
            case LARGER_REACH -> "It touches more than (%s), which would do.".formatted(other);
            case HARDER_TO_UNDO -> "It is harder to take back than (%s), which would do.".formatted(other);
            case MORE_LOSS -> "It would lose more than (%s).".formatted(other);
            case SLOWER -> "It is no better than (%s).".formatted(other);
        };
    }

    private List<String> tier(Goal.ProposesTier wanted) {
        if (plan.degradation().isEmpty()) {
            return List.of("The plan (%s) has no tiers.".formatted(plan.id().name()));
        }
        var said = new ArrayList<String>();
        outcome.tier().proposed().ifPresent(it -> said.add("The tier is %s%s.".formatted(it, grounds("tier " + it))));
        outcome.tier()
                .proposed()
                .filter(it -> it.isWorseThan(wanted.tier()))
                .ifPresent(_ -> said.add("Tiers are left one verified step at a time%s."
                        .formatted(outcome.tier()
                                .heldUntil()
                                .map(it -> ", not before " + Words.clock(it))
                                .orElse(""))));
        var triggers = plan.degradation().orElseThrow().triggers().stream()
                .filter(it -> it.tier() == wanted.tier())
                .map(it -> words(it.condition(), it.importance()))
                .distinct()
                .toList();
        if (!triggers.isEmpty()) {
            said.add("The plan (%s) enters it when %s.".formatted(plan.id().name(), either(triggers)));
        }
        return said;
    }

    private List<String> level(String wanted) {
        var steps = plan.escalation().stream()
                .filter(it -> it.level().equals(wanted))
                .map(Obstacles::words)
                .distinct()
                .toList();
        return steps.isEmpty()
                ? List.of("The plan (%s) has no level (%s).".formatted(plan.id().name(), wanted))
                : List.of("The plan (%s) calls %s %s.".formatted(plan.id().name(), wanted, either(steps)));
    }

    private static String words(EscalationStep step) {
        var after = step.after().isZero() ? "at once when " : Words.span(step.after()) + " after ";
        var what = switch (step.trigger()) {
            case OPENED -> step.after().isZero() ? "it opens" : "it opened";
            case DECLARED -> step.after().isZero() ? "it is declared" : "it was declared";
            case UNANSWERED -> "it opened, if nobody has answered";
            case BUSINESS_CRITICAL -> "nothing brings a critical service back or data may be lost";
            case RTO_MISSED -> "the RTO will be missed";
        };
        var which = step.severities().isEmpty()
                ? ""
                : step.severities().stream().map(Severity::name).collect(Collectors.joining(", ", " (", ")"));
        return after + what + which;
    }

    private static String words(Condition condition, Optional<Importance> importance) {
        return Conditions.words(condition)
                + importance
                        .map(it -> " (" + it.name().toLowerCase(Locale.ROOT) + ")")
                        .orElse("");
    }

    private static String either(List<String> things) {
        return things.size() == 1
                ? things.getFirst()
                : Stream.of(String.join(", ", things.subList(0, things.size() - 1)), things.getLast())
                        .collect(Collectors.joining(" or "));
    }

    private static String quoted(List<String> rules) {
        return rules.stream().map(it -> "\"" + it + "\"").collect(Collectors.joining(", "));
    }
}
