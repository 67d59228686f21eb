package whatnow.decision.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Inputs;
import whatnow.decision.Outcome;
import whatnow.decision.Outcome.Gate;
import whatnow.decision.Outcome.Weighed;
import whatnow.decision.known.Words;
import whatnow.incident.Fact;
import whatnow.incident.FactType;
import whatnow.incident.State;
import whatnow.plan.FailoverCriteria;
import whatnow.plan.RecoveryPlan;

/**
 * Answers to try. Every name that is offered is tried; of times and amounts those on both sides of each limit that the plan
 * sets and of each time that the decision weighs, because nothing changes elsewhere.
 */
final class SampleAnswers {

    private static final Duration BESIDE = Duration.ofMinutes(1);
    private static final Duration WITHIN_THE_HOUR = Duration.ofMinutes(10);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** What lies on one is said as a range. */
    enum Scale {
        NONE("", ""),
        TIME("earlier", "later"),
        AMOUNT("less", "more");

        private final String less;
        private final String more;

        Scale(String less, String more) {
            this.less = less;
            this.more = more;
        }

        String less() {
            return less;
        }

        String more() {
            return more;
        }
    }

    /** @param words as people would say it */
    record Sample(String words, Answer answer, Optional<Instant> at, Scale scale) {

        boolean isOnScale() {
            return scale != Scale.NONE;
        }
    }

    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final Outcome outcome;

    SampleAnswers(RecoveryPlan plan, Inputs inputs, Outcome outcome) {
        this.plan = plan;
        this.inputs = inputs;
        this.outcome = outcome;
    }

    List<Sample> of(Askable asked) {
        var key = asked.key().text();
        return switch (AnswerForm.of(asked.question())) {
            case CHOICE ->
                asked.names().stream().map(it -> said(it, Answer.of(key, it))).toList();
            case TIME -> times(asked).map(it -> time(key, it)).toList();
            case SECONDS -> lags().map(it -> seconds(key, it)).toList();
            case CHANGE -> List.of(change(key), said("nothing", Answer.of(key, "no")));
            case BACKUP ->
                Stream.concat(Stream.of(said("none", Answer.of(key, "no"))), losses().map(it -> backup(key, it)))
                        .toList();
            case LOSS ->
                asked.names().stream()
                        .map(it -> said(it.replace('_', ' '), new Answer(key, it, "", "", role(it))))
                        .toList();
        };
    }

    private static Sample said(String words, Answer answer) {
        return new Sample(words, answer, Optional.empty(), Scale.NONE);
    }

    private Sample time(String key, Instant at) {
        return new Sample(clock(at), new Answer(key, "yes", at.toString(), "", ""), Optional.of(at), Scale.TIME);
    }

    private Sample seconds(String key, Duration lag) {
        return new Sample(
                Words.span(lag),
                new Answer(key, "yes", "", String.valueOf(lag.toSeconds()), ""),
                Optional.empty(),
                Scale.AMOUNT);
    }

    private Sample change(String key) {
        var at = inputs.now().minus(WITHIN_THE_HOUR);
        return new Sample(
                "a change", new Answer(key, "yes", at.toString(), "", "a change"), Optional.of(at), Scale.NONE);
    }

    /** It was checked just now, and has everything until {@code covers}. */
    private Sample backup(String key, Instant covers) {
        var answer =
                new Answer(key, "yes", inputs.now().toString(), "", "full", covers.toString(), "", covers.toString());
        return new Sample(clock(covers), answer, Optional.of(inputs.now()), Scale.TIME);
    }

    private String clock(Instant at) {
        var ago = Duration.between(at, inputs.now());
        return ago.compareTo(A_DAY) < 0 ? Words.clock(at) : Words.ago(ago);
    }

    private String role(String strategy) {
        return Stream.concat(outcome.choice().chosen().stream(), outcome.choice().runnerUp().stream())
                .filter(it -> it.kind().key().equals(strategy))
                .flatMap(it -> it.gates().stream())
                .filter(Gate::acceptsTheLoss)
                .flatMap(it -> it.role().stream())
                .findFirst()
                .orElse("incident_commander");
    }

    private Stream<Instant> times(Askable asked) {
        return switch (asked.question()) {
            case WHEN_WAS_THE_FIRST_BAD_WRITE ->
                past(Stream.concat(rpo(), lagsKnown())
                        .flatMap(it -> atAndBefore(inputs.now().minus(it))));
            case WHEN_WAS_THE_FIRST_COMPROMISE -> past(backupsTaken().flatMap(SampleAnswers::atAndBefore));
            default -> losses();
        };
    }

    /** Up to when data may still be there: nothing lost, the RPO just kept, just broken, and beside what others lose. */
    private Stream<Instant> losses() {
        var from = corruptFor().findAny().isPresent()
                ? inputs.now()
                : outcome.promise().startedAt();
        return past(Stream.of(
                        Stream.of(outcome.promise().startedAt()),
                        rpo().flatMap(it -> atAndBefore(from.minus(it))),
                        weighed().flatMap(it -> it.lossSince().stream()).flatMap(SampleAnswers::atAndBefore))
                .flatMap(it -> it));
    }

    private Stream<Duration> lags() {
        var goneBy = Duration.between(outcome.promise().startedAt(), inputs.now());
        return Stream.of(
                        plan.failover().map(FailoverCriteria::maxLag).stream(),
                        rpo().map(it -> it.plus(goneBy)),
                        corruptFor())
                .flatMap(it -> it)
                .flatMap(it -> Stream.of(Duration.ZERO, it.minus(BESIDE), it.plus(BESIDE)))
                .map(it -> Duration.ofSeconds(it.toSeconds()))
                .filter(it -> !it.isNegative())
                .distinct()
                .sorted();
    }

    private Stream<Duration> rpo() {
        return outcome.promise().rpo().stream();
    }

    private Stream<Weighed> weighed() {
        var choice = outcome.choice();
        return Stream.of(choice.chosen().stream(), choice.runnerUp().stream(), choice.others().stream())
                .flatMap(it -> it);
    }

    private Stream<Duration> lagsKnown() {
        return facts(FactType.REPLICATION)
                .flatMap(it -> it.number("lagSeconds").stream())
                .map(it -> Duration.ofSeconds(it.longValue()));
    }

    private Stream<Duration> corruptFor() {
        return facts(FactType.CORRUPTION)
                .map(it -> it.time("firstBadWrite").or(() -> it.time("since")).orElse(it.observedAt()))
                .map(it -> Duration.between(it, inputs.now()));
    }

    private Stream<Instant> backupsTaken() {
        return facts(FactType.BACKUP).flatMap(it -> it.time("takenAt").stream());
    }

    private Stream<Fact> facts(FactType type) {
        return inputs.facts().stream().filter(it -> it.type() == type && it.state() != State.FALSE);
    }

    private Stream<Instant> past(Stream<Instant> times) {
        return Stream.concat(Stream.of(inputs.now().minus(BESIDE)), times)
                .filter(it -> !it.isAfter(inputs.now()))
                .distinct()
                .sorted();
    }

    private static Stream<Instant> atAndBefore(Instant at) {
        return Stream.of(at, at.minus(BESIDE));
    }
}
