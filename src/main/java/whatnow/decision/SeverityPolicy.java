package whatnow.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Assessment;
import whatnow.decision.Statement.Pressing;
import whatnow.decision.Statement.SeverityRowFits;
import whatnow.decision.known.Overridden;
import whatnow.plan.Severity;
import whatnow.plan.SeverityRow;
import whatnow.plan.Urgency;
import whatnow.rulebook.Spoken;

/**
 * The gravest row wins, the most urgent one sets the urgency. Silence is not good news: without a row
 * the severity is unknown and somebody must look now.
 */
final class SeverityPolicy {

    private static final String WHOEVER_IS_ON_CALL = "on_call_engineer";

    private static final Comparator<SeverityRow> GRAVEST = Comparator.comparing(SeverityRow::severity)
            .thenComparing(SeverityRow::urgency)
            .thenComparing(SeverityRow::condition);

    static Assessment settle(List<Spoken> spoken, Situation situation, Inputs inputs) {
        var rows = spoken.stream()
                .map(Spoken::statement)
                .filter(SeverityRowFits.class::isInstance)
                .map(it -> ((SeverityRowFits) it).row())
                .toList();
        var byRules = rows.stream().min(GRAVEST);
        var pressing = Stream.concat(rows.stream(), pressing(spoken)).map(SeverityRow::urgency);
        var assessed = byRules.isEmpty() ? nobodyKnows(inputs) : of(byRules.get(), pressing);
        return overruled(assessed, situation, inputs).orElseGet(() -> kept(assessed, inputs));
    }

    private static Assessment nobodyKnows(Inputs inputs) {
        return new Assessment(
                Severity.UNKNOWN,
                Severity.UNKNOWN,
                Urgency.NOW,
                Optional.empty(),
                false,
                WHOEVER_IS_ON_CALL,
                inputs.held().severity(),
                List.of());
    }

    private static Stream<SeverityRow> pressing(List<Spoken> spoken) {
        return spoken.stream()
                .map(Spoken::statement)
                .filter(Pressing.class::isInstance)
                .map(it -> ((Pressing) it).row());
    }

    private static Assessment of(SeverityRow gravest, Stream<Urgency> urgencies) {
        var urgency = urgencies.min(Comparator.naturalOrder());
        return new Assessment(
                gravest.severity(),
                gravest.severity(),
                urgency.orElse(gravest.urgency()),
                gravest.level(),
                gravest.assumed(),
                gravest.lead(),
                Optional.empty(),
                gravest.rows());
    }

    /**
     * A named person's severity counts until another person says otherwise, or until it is worse than that person could
     * know.
     */
    private static Optional<Assessment> overruled(Assessment assessed, Situation situation, Inputs inputs) {
        return situation
                .known(Overridden.class)
                .filter(it -> it.isTrue() && it.of().equals("severity"))
                .max(Comparator.comparing(Overridden::at))
                .filter(it -> !isOvertaken(it, inputs))
                .flatMap(it -> Severity.named(it.to()).filter(to -> isInForce(it, to, assessed.severity())))
                .map(it -> with(assessed, it));
    }

    /** It became major after that was said: only who knows of it lowers it again. */
    private static boolean isOvertaken(Overridden said, Inputs inputs) {
        var to = Severity.named(said.to()).orElse(Severity.UNKNOWN);
        return inputs.held()
                        .severity()
                        .filter(it -> it.isMajor() && it.isGraverThan(to))
                        .isPresent()
                && inputs.held().severitySince().filter(said.at()::isBefore).isPresent();
    }

    /**
     * What raises counts. What lowers counts while the rules say nothing graver than when it was said; where nobody wrote
     * down what that was, it lowers nothing major. Silence is not the calm that it spoke of.
     */
    private static boolean isInForce(Overridden said, Severity to, Severity assessed) {
        var from = said.from().flatMap(Severity::named);
        if (assessed == Severity.UNKNOWN) {
            return from.map(it -> !it.isGraverThan(to)).orElse(to.isMajor());
        }
        return !assessed.isGraverThan(to) || !assessed.isGraverThan(from.orElse(Severity.SEV3));
    }

    /** Only a person lowers a major incident. */
    private static Assessment kept(Assessment assessed, Inputs inputs) {
        return inputs.held()
                .severity()
                .filter(Severity::isMajor)
                .filter(_ -> assessed.severity() != Severity.UNKNOWN)
                .filter(it -> it.isGraverThan(assessed.severity()))
                .map(it -> with(assessed, it))
                .orElse(assessed);
    }

    private static Assessment with(Assessment assessed, Severity severity) {
        return new Assessment(
                severity,
                assessed.byRules(),
                severity.isMajor() ? Urgency.NOW : assessed.urgency(),
                severity == assessed.severity() ? assessed.level() : Optional.empty(),
                assessed.assumed(),
                assessed.lead(),
                assessed.lastKnown(),
                assessed.rows());
    }

    private SeverityPolicy() {}
}
