package whatnow.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.known.Approved;
import whatnow.plan.DegradationTier;
import whatnow.plan.Reach;
import whatnow.plan.RecoveryPlan;
import whatnow.plan.Severity;
import whatnow.plan.StrategyKind;
import whatnow.plan.Urgency;

/**
 * What was settled on, and everything that was on the table. Losing proposals are kept: people ask why
 * a rule was overruled more often than why it won.
 *
 * @param reasons what every rule of every book said, in canonical order
 */
public record Outcome(
        Promise promise,
        Assessment assessment,
        Choice choice,
        TierProposal tier,
        List<Call> calls,
        List<Telling> tellings,
        List<Asked> questions,
        List<Reason> reasons) {

    /** The same without the times at which facts were observed: what is left is what people act on. */
    Outcome withoutAges() {
        var ageless = reasons.stream().map(Reason::withoutAges).toList();
        return new Outcome(promise, assessment, choice, tier, calls, tellings, questions, ageless);
    }

    /** Whoever leads, else the first who is called, with a number or an address; empty if the plan names nobody. */
    public Optional<String> leadInReach(RecoveryPlan plan) {
        return Stream.concat(
                        CallPolicy.Contacts.of(plan, assessment.lead()),
                        calls.stream().flatMap(it -> it.contacts().stream()))
                .filter(CallPolicy.Contacts::isInReach)
                .findFirst();
    }

    /**
     * What was promised for what is affected. The most specific target counts.
     *
     * @param of {@code plan}, a tier's id or a service's name; {@code none} where nobody promised anything
     * @param startedAt when users began to be hurt: the RTO runs from here
     * @param overrides wider targets that it overrode, in words
     */
    public record Promise(
            String of,
            Optional<Duration> rto,
            Optional<Duration> rpo,
            Instant startedAt,
            List<String> overrides,
            List<String> rows) {}

    /**
     * How bad and how urgent.
     *
     * @param level the plan's own level; empty if it has no scale
     * @param assumed not signed by the plan's owner
     * @param lead role that leads
     * @param byRules what the rules say, whatever a person said or was held
     * @param lastKnown the severity held before everything fell silent
     */
    public record Assessment(
            Severity severity,
            Severity byRules,
            Urgency urgency,
            Optional<String> level,
            boolean assumed,
            String lead,
            Optional<Severity> lastKnown,
            List<String> rows) {}

    /**
     * How to recover.
     *
     * @param chosen empty when nothing may be proposed: then a person is asked
     * @param wouldChange what would be chosen if no step of a held strategy had been ticked
     * @param held whether it was kept because somebody has begun it
     */
    public record Choice(
            Optional<Weighed> chosen,
            Optional<Weighed> runnerUp,
            List<Weighed> others,
            Optional<StrategyKind> wouldChange,
            boolean held) {

        public Optional<Weighed> find(StrategyKind kind) {
            return java.util.stream.Stream.concat(
                            java.util.stream.Stream.concat(chosen.stream(), runnerUp.stream()), others.stream())
                    .filter(it -> it.kind() == kind)
                    .findFirst();
        }
    }

    /**
     * One strategy, weighed.
     *
     * @param standing where it ended up, and so why it lost
     * @param because the sentences of the rules that put it there, sorted
     * @param target region it goes to; empty if it stays
     * @param recovery how long it takes; empty if nobody ever measured or planned it
     * @param recoveryOrigin {@code plan, never measured} or {@code measured n times}
     * @param loss data lost in clock time; empty if unknown
     * @param lossSince writes after this are gone; empty if unknown or none
     * @param meetsRto empty if it cannot be told
     * @param article article and section that say how
     * @param lifted vetoes that two people lifted, with who and why
     * @param holds automatic execution is held; the sentences say why
     */
    public record Weighed(
            StrategyKind kind,
            Standing standing,
            List<String> because,
            Reach reach,
            Optional<String> target,
            boolean criticalOnly,
            Optional<Duration> recovery,
            Optional<String> recoveryOrigin,
            Optional<Duration> loss,
            Optional<Instant> lossSince,
            Optional<Boolean> meetsRto,
            Optional<Boolean> meetsRpo,
            String article,
            List<Gate> gates,
            List<String> vetoes,
            List<String> lifted,
            List<String> holds) {

        /** Whoever said {@code of}, giving up writes after {@code since}, has given up all that it loses. */
        public boolean isLossAcceptedBy(String of, Optional<Instant> since) {
            return Approved.acceptsLoss(of, since, kind, lossSince);
        }
    }

    /** Where a strategy ended up. */
    public enum Standing {
        CHOSEN,
        VETOED,
        /** A rule speaks against it here. */
        ADVISED_AGAINST,
        MISSES_RTO,
        MISSES_RPO,
        LARGER_REACH,
        HARDER_TO_UNDO,
        MORE_LOSS,
        SLOWER,
        /** No rule finds that it fits these facts. */
        NOT_PROPOSED
    }

    /**
     * What must happen before a step that cannot be taken back.
     *
     * @param role who decides; empty when the gate is a question alone
     * @param approved a person of that role has agreed
     */
    public record Gate(
            Optional<String> role,
            Optional<String> deputy,
            String because,
            Optional<Question> question,
            boolean approved) {

        /** What is agreed to is the loss, not the strategy: an approval of the strategy does not open it. */
        public boolean acceptsTheLoss() {
            return role.isPresent() && because.equals(Proposals.ACCEPTS_THE_LOSS);
        }
    }

    /**
     * @param proposed what the facts call for, passing all steps at once when it gets worse
     * @param inForce what a person or a system said is in force; empty if nobody did
     * @param known false for a plan that has no tiers
     * @param milderSince since when a milder tier would be enough; empty while this one is needed
     * @param heldUntil when one step down may be proposed
     */
    public record TierProposal(
            boolean known,
            Optional<DegradationTier> proposed,
            Optional<DegradationTier> inForce,
            List<String> switchedOff,
            Optional<String> article,
            Optional<Instant> milderSince,
            Optional<Instant> heldUntil,
            List<String> because) {}

    /**
     * Somebody who must know.
     *
     * @param due by when; empty until a declaration starts the clock
     * @param respondBy until when somebody must have answered; empty if the plan says nothing or nothing is due
     * @param contacts name and telephone number, ready to be shown
     */
    public record Call(
            String level,
            String title,
            List<String> roles,
            List<String> contacts,
            Optional<Instant> due,
            Optional<Instant> respondBy,
            boolean dueNow,
            boolean answered,
            String authority,
            boolean assumed,
            String article,
            List<String> rows) {}

    /** Words that are owed. {@code outside}: they leave the company, so a named person approves them. */
    public record Telling(
            String audience,
            List<String> channels,
            Optional<Instant> due,
            Optional<Duration> every,
            boolean outside,
            String template,
            List<String> rows) {}

    /** A question, and the rules that want to know. */
    public record Asked(Question question, Optional<String> subject, List<String> because) {}

    /** What one rule of one book said, and on what grounds. */
    public record Reason(
            String book,
            String rule,
            String runbook,
            List<String> rows,
            String owner,
            String said,
            List<Ground> grounds) {

        Reason withoutAges() {
            var ageless = grounds.stream()
                    .map(it -> new Ground(it.text(), Optional.empty()))
                    .toList();
            return new Reason(book, rule, runbook, rows, owner, said, ageless);
        }
    }

    /** A fact, symptom or plan row that made a rule speak. {@code observedAt} is empty for plan rows. */
    public record Ground(String text, Optional<Instant> observedAt) {}
}
