package whatnow.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import whatnow.decision.Outcome.Assessment;
import whatnow.decision.Outcome.Choice;
import whatnow.decision.Outcome.Reason;
import whatnow.decision.Outcome.TierProposal;
import whatnow.decision.Statement.SeverityRowFits;
import whatnow.decision.known.Approver;
import whatnow.decision.known.LossAcceptance;
import whatnow.decision.known.Recognised;
import whatnow.decision.known.Settled;
import whatnow.incident.FactType;
import whatnow.plan.DegradationTier;
import whatnow.plan.EscalationStep;
import whatnow.plan.MessageRow;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.Spoken;

/**
 * Decides: consults the books in order and hands each answer on to the next.
 *
 * <p>Within a book rules are independent; where two disagree a policy here settles it and the loser
 * stays in the record. Nothing is read but the arguments, so the same arguments give the same outcome,
 * byte for byte.
 */
public final class Decider {

    private final RuleBooks books;
    private final RecoveryPlan plan;
    private final Inputs inputs;
    private final Situation situation;
    private final Grounds grounds = new Grounds();
    private final List<Reason> reasons = new ArrayList<>();

    private Decider(RuleBooks books, RecoveryPlan plan, Inputs inputs) {
        this.books = books;
        this.plan = plan;
        this.inputs = inputs;
        this.situation = new Situation(plan, inputs);
    }

    /**
     * @param inputs whose hashes name exactly these books and this plan
     */
    public static Outcome decide(RuleBooks books, RecoveryPlan plan, Inputs inputs) {
        return settle(books, plan, inputs).outcome();
    }

    /** The outcome, and what was recognised on the way to it. */
    record Settlement(Outcome outcome, List<Recognised> recognised) {}

    static Settlement settle(RuleBooks books, RecoveryPlan plan, Inputs inputs) {
        return new Decider(books, plan, inputs).settle();
    }

    private Settlement settle() {
        var severity = consult(
                books.severity(), plan.severities(), plan.failover().stream().toList());
        var recognised = recognised(severity);
        var assessment = SeverityPolicy.settle(severity, situation, inputs);

        var forecasts = new Forecaster(plan, situation, inputs.now()).all();
        var strategy = consult(
                books.strategy(),
                recognised,
                forecasts,
                plan.failover().stream().toList(),
                deciders());
        var choice = StrategyPolicy.settle(strategy, forecasts, situation, inputs);

        var triggers = plan.degradation().map(it -> it.triggers()).orElse(List.of());
        var tier = TierPolicy.settle(
                consult(books.degradation(), recognised, triggers), plan.degradation(), situation, inputs);

        var settled = List.of(settled(assessment, choice, tier));
        var calls = consult(books.escalation(), recognised, settled, forecasts, escalation());
        var words = consult(books.communication(), settled, messages());
        var outcome = new Outcome(
                situation.promise(),
                assessment,
                choice,
                tier,
                CallPolicy.settle(calls, plan, situation.clock()),
                TellingPolicy.settle(words),
                QuestionPolicy.settle(strategy, choice),
                List.copyOf(reasons));
        return new Settlement(outcome, recognised);
    }

    private List<Spoken> consult(RuleBook book, List<?>... more) {
        var facts = new ArrayList<Object>(situation.facts());
        for (var each : more) {
            facts.addAll(each);
        }
        var spoken = book.consult(facts, Proposals::new);
        spoken.forEach(it -> reasons.add(grounds.reason(book.name(), it)));
        return spoken;
    }

    /**
     * In a drill the books are not even given what leaves the company: so no rule can draft it, and the record, the card
     * and every door agree.
     */
    private List<EscalationStep> escalation() {
        return inputs.drill() ? WithinTheCompany.escalation(plan) : plan.escalation();
    }

    private List<MessageRow> messages() {
        return inputs.drill() ? WithinTheCompany.messages(plan) : plan.messages();
    }

    private static List<Recognised> recognised(List<Spoken> severity) {
        return severity.stream()
                .map(Spoken::statement)
                .filter(SeverityRowFits.class::isInstance)
                .map(SeverityRowFits.class::cast)
                .map(SeverityRowFits::recognised)
                .distinct()
                .sorted(Comparator.comparing(Recognised::condition).thenComparing(Recognised::service))
                .toList();
    }

    /** Who decides about each strategy, and who accepts losses. */
    private List<Object> deciders() {
        var deciders = new ArrayList<Object>();
        for (var strategy : plan.strategies()) {
            strategy.approvals()
                    .forEach(it -> deciders.add(new Approver(strategy.kind(), it.role(), it.deputy(), it.because())));
        }
        plan.lossAcceptance().ifPresent(it -> deciders.add(new LossAcceptance(it.role(), it.deputy())));
        return deciders;
    }

    private Settled settled(Assessment assessment, Choice choice, TierProposal tier) {
        var proposed = tier.proposed().orElse(DegradationTier.NORMAL);
        var since = inputs.held()
                .tier()
                .filter(it -> it == proposed)
                .flatMap(_ -> inputs.held().tierSince());
        var severity = lastKnown(assessment.severity());
        return new Settled(
                severity,
                isRtoOver(severity)
                        || choice.chosen()
                                .flatMap(it -> it.meetsRto())
                                .filter(it -> !it)
                                .isPresent(),
                proposed,
                since.orElse(inputs.now()));
    }

    /** Nobody timed what was chosen, but no time is left for it. What hurts no user breaks no promise. */
    private boolean isRtoOver(Severity severity) {
        return severity.isGraverThan(Severity.SEV4)
                && rtoEnds(situation.promise())
                        .filter(situation.clock()::hasCome)
                        .isPresent();
    }

    private static Optional<Instant> rtoEnds(Outcome.Promise promise) {
        return promise.rto().map(promise.startedAt()::plus);
    }

    /**
     * Silence stops no clock that a declaration started: what was known last is what people are called and told by. The
     * card still says UNKNOWN.
     */
    private Severity lastKnown(Severity assessed) {
        return Optional.of(assessed)
                .filter(it -> it != Severity.UNKNOWN || !situation.clock().isDeclared())
                .or(() -> inputs.held().severity())
                .or(this::declared)
                .orElse(assessed);
    }

    private Optional<Severity> declared() {
        return situation
                .newest(FactType.DECLARATION)
                .flatMap(it -> it.text("severity"))
                .flatMap(Severity::named);
    }

    /** When the decision should be looked at again, though no fact has changed: the next deadline. */
    public static Optional<Instant> nextDeadline(Outcome outcome, Instant now) {
        var times = new TreeSet<Instant>();
        outcome.calls().forEach(it -> it.due().ifPresent(times::add));
        outcome.tellings().forEach(it -> it.due().ifPresent(times::add));
        rtoEnds(outcome.promise()).ifPresent(times::add);
        outcome.tier().heldUntil().ifPresent(times::add);
        return Optional.ofNullable(times.higher(now));
    }
}
