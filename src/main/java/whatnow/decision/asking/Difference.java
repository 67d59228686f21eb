package whatnow.decision.asking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Assessment;
import whatnow.decision.Outcome.Call;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Telling;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.Question;
import whatnow.decision.known.Words;
import whatnow.notation.CitationForm;

/** What people would do otherwise by one decision than by another. The reasons alone are no difference. */
record Difference(Outcome before, Outcome after) {

    Optional<Effect> greatest() {
        return Arrays.stream(Effect.values())
                .filter(it -> !seen(before, it).equals(seen(after, it)))
                .findFirst();
    }

    private static List<Object> seen(Outcome outcome, Effect change) {
        var chosen = outcome.choice().chosen();
        var assessment = outcome.assessment();
        return switch (change) {
            case STRATEGY ->
                List.of(chosen.map(Difference::way), outcome.choice().wouldChange());
            case GATE -> List.of(before(outcome), forbidden(outcome));
            case STEPS -> List.of(chosen.map(Weighed::article));
            case SEVERITY -> List.of(assessment.severity(), assessment.urgency(), assessment.level());
            case TIER -> List.of(outcome.tier().proposed(), outcome.tier().switchedOff());
            case OTHER ->
                List.of(
                        assessment.lead(),
                        assessment.lastKnown(),
                        outcome.calls(),
                        outcome.tellings(),
                        chosen.map(Difference::costs));
            case INSTEAD -> List.of(outcome.choice().runnerUp().map(Difference::wayAndCosts));
        };
    }

    private static List<Object> way(Weighed it) {
        return List.of(it.kind(), it.target(), it.criticalOnly());
    }

    private static List<Object> costs(Weighed it) {
        return List.of(it.loss(), it.lossSince(), it.recovery(), it.meetsRto(), it.meetsRpo());
    }

    private static List<Object> wayAndCosts(Weighed it) {
        return List.of(way(it), it.article(), it.standing(), costs(it), before(it));
    }

    private static List<String> before(Outcome outcome) {
        return outcome.choice().chosen().stream()
                .flatMap(it -> before(it).stream())
                .toList();
    }

    /** What stands before a strategy, in words. */
    private static List<String> before(Weighed strategy) {
        return Stream.concat(
                        strategy.holds().stream(),
                        strategy.gates().stream().filter(it -> !it.approved()).map(Difference::words))
                .toList();
    }

    private static String words(Gate gate) {
        return gate.question()
                .map(Question::words)
                .or(() -> gate.role().map(it -> it.replace('_', ' ') + " decides"))
                .orElse(gate.because());
    }

    private static List<String> forbidden(Outcome outcome) {
        var choice = outcome.choice();
        return Stream.of(choice.chosen().stream(), choice.runnerUp().stream(), choice.others().stream())
                .flatMap(it -> it)
                .filter(it -> !it.vetoes().isEmpty())
                .map(it -> it.kind().words())
                .sorted()
                .toList();
    }

    /** What would be decided, as far as it is another thing. */
    String words() {
        return greatest().map(this::words).orElse("as now");
    }

    private String words(Effect change) {
        return switch (change) {
            case STRATEGY ->
                after.choice()
                        .wouldChange()
                        .filter(_ -> !after.choice()
                                .wouldChange()
                                .equals(before.choice().wouldChange()))
                        .map(it -> "would change to: " + it.words())
                        .or(() -> after.choice().chosen().map(Difference::name))
                        .orElse("no strategy");
            case GATE -> gates();
            case STEPS ->
                after.choice()
                        .chosen()
                        .map(it -> "by the steps of " + CitationForm.article(it.article()))
                        .orElse("other steps");
            case SEVERITY -> severity(after.assessment());
            case TIER -> after.tier().proposed().map(it -> "tier " + it).orElse("no tier");
            case OTHER -> calls().or(this::tellings).or(this::loss).orElse("others are called or told");
            case INSTEAD ->
                after.choice().runnerUp().map(it -> "next best: " + name(it)).orElse("nothing is next best");
        };
    }

    private static String severity(Assessment assessed) {
        return "%s%s, urgency %s"
                .formatted(
                        assessed.severity(),
                        assessed.level().map(it -> " (" + it + ")").orElse(""),
                        assessed.urgency());
    }

    private static String name(Weighed strategy) {
        return strategy.kind().words() + strategy.target().map(it -> ", " + it).orElse("");
    }

    private String gates() {
        var said = new ArrayList<String>();
        news(forbidden(before), forbidden(after)).forEach(it -> said.add("forbids: " + it));
        news(before(before), before(after)).forEach(it -> said.add("first: " + it));
        if (said.isEmpty()) {
            news(forbidden(after), forbidden(before)).forEach(it -> said.add("no longer forbids: " + it));
            said.addAll(gone());
        }
        return said.stream().distinct().collect(Collectors.joining("; "));
    }

    private List<String> gone() {
        if (news(before(after), before(before)).isEmpty()) {
            return List.of();
        }
        return List.of(
                before(after).isEmpty() ? "nothing stands before it any more" : "one thing less stands before it");
    }

    private static List<String> news(List<String> old, List<String> now) {
        return now.stream().filter(Predicate.not(old::contains)).toList();
    }

    private Optional<String> calls() {
        return after.calls().stream()
                .filter(it -> !before.calls().contains(it))
                .filter(it -> !it.answered())
                .findFirst()
                .map(Call::level)
                .map(it -> "calls " + it);
    }

    private Optional<String> tellings() {
        return after.tellings().stream()
                .filter(it -> !before.tellings().contains(it))
                .findFirst()
                .map(Telling::audience)
                .map(it -> "tells " + it);
    }

    private Optional<String> loss() {
        var was = before.choice().chosen().flatMap(Weighed::lossSince);
        return after.choice()
                .chosen()
                .flatMap(Weighed::lossSince)
                .filter(it -> !was.equals(Optional.of(it)))
                .map(it -> "writes after %s are gone".formatted(Words.clock(it)));
    }
}
