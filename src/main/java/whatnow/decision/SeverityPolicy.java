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
        return overruled(assessed, situation).orElseGet(() -> kept(assessed, inputs));
    }

    private static Assessment nobodyKnows(Inputs inputs) {
        return new Assessment(
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
                urgency.orElse(gravest.urgency()),
                gravest.level(),
                gravest.assumed(),
                gravest.lead(),
                Optional.empty(),
                gravest.rows());
    }

    /** A named person's severity counts until another person says otherwise. */
    private static Optional<Assessment> overruled(Assessment assessed, Situation situation) {
        return situation
                .known(Overridden.class)
                .filter(it -> it.of().equals("severity"))
                .max(Comparator.comparing(it -> it.belief().observedAt()))
                .flatMap(it -> severity(it.to()))
                .map(it -> with(assessed, it));
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
                severity.isMajor() ? Urgency.NOW : assessed.urgency(),
                severity == assessed.severity() ? assessed.level() : Optional.empty(),
                assessed.assumed(),
                assessed.lead(),
                assessed.lastKnown(),
                assessed.rows());
    }

    private static Optional<Severity> severity(String name) {
        return List.of(Severity.values()).stream()
                .filter(it -> it.name().equalsIgnoreCase(name.replace("-", "")))
                .findFirst();
    }

    private SeverityPolicy() {}
}
