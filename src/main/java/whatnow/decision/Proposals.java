package whatnow.decision;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import whatnow.decision.known.Approver;
import whatnow.decision.known.LossAcceptance;
import whatnow.plan.Degradation.TierTrigger;
import whatnow.plan.EscalationStep;
import whatnow.plan.MessageRow;
import whatnow.plan.PlannedService;
import whatnow.plan.SeverityRow;
import whatnow.plan.StrategyKind;

/**
 * The words that rules have. A rule says only what it proposes; which rule spoke, what it cites and
 * what made it speak are known from the engine.
 */
public final class Proposals {

    static final String ACCEPTS_THE_LOSS = "accepts the loss";

    private final Consumer<Object> said;

    Proposals(Consumer<Object> said) {
        this.said = said;
    }

    /** The plan's severity row fits what is going on. */
    public void severity(SeverityRow row) {
        said.accept(new Statement.SeverityRowFits(row, Optional.empty(), Optional.empty()));
    }

    /** The plan's severity row fits this service. */
    public void severity(SeverityRow row, PlannedService service) {
        said.accept(new Statement.SeverityRowFits(row, Optional.of(service.name()), Optional.of(service.importance())));
    }

    /** Until more is known it is as urgent as the plan's row says, and only as grave as other rules say. */
    public void asUrgentAs(SeverityRow row, PlannedService service) {
        said.accept(new Statement.Pressing(row, service.name()));
    }

    /** Nothing that is known says how bad it is. */
    public void severityUnknown() {
        said.accept(new Statement.SeverityCannotBeTold());
    }

    public void strategy(StrategyKind kind) {
        said.accept(new Statement.Proposed(kind));
    }

    /** The strategy does not help here; it loses, but nothing forbids it. */
    public void against(StrategyKind kind) {
        said.accept(new Statement.Against(kind));
    }

    /** The strategy would make it worse. No rule lifts this. */
    public void veto(StrategyKind kind) {
        said.accept(new Statement.Veto(kind));
    }

    /** The question must be answered before the strategy's step that cannot be taken back. */
    public void gate(StrategyKind kind, Question question) {
        said.accept(new Statement.Gate(kind, question));
    }

    /** A named person of the role must agree first. */
    public void approval(Approver approver) {
        said.accept(new Statement.Approval(approver.kind(), approver.role(), approver.deputy(), approver.because()));
    }

    /** A named person must accept the loss first. */
    public void lossApproval(StrategyKind kind, LossAcceptance accepts) {
        said.accept(new Statement.Approval(kind, accepts.role(), accepts.deputy(), ACCEPTS_THE_LOSS));
    }

    /** What automation would do by itself must wait. */
    public void hold(StrategyKind kind) {
        said.accept(new Statement.Hold(kind));
    }

    public void askAPerson(Question question) {
        said.accept(new Statement.Ask(question, Optional.empty()));
    }

    public void askAPerson(Question question, String subject) {
        said.accept(new Statement.Ask(question, Optional.of(subject)));
    }

    public void degrade(TierTrigger trigger) {
        said.accept(new Statement.TierFits(trigger));
    }

    /** The step's clock runs from {@code start}. */
    public void call(EscalationStep step, Instant start) {
        said.accept(new Statement.Called(step, Optional.of(start.plus(step.after())), false));
    }

    /** The step's people are called at {@code at}, whatever its own clock says: a person asked for them. */
    public void callAt(EscalationStep step, Instant at) {
        said.accept(new Statement.Called(step, Optional.of(at), false));
    }

    /** The step's people will be called once its clock starts. */
    public void callLater(EscalationStep step) {
        said.accept(new Statement.Called(step, Optional.empty(), false));
    }

    /** The step's people need not be called: somebody answered. */
    public void answered(EscalationStep step) {
        said.accept(new Statement.Called(step, Optional.empty(), true));
    }

    /** Words are owed since {@code since}. */
    public void tell(MessageRow row, Instant since) {
        said.accept(new Statement.Owed(row, since));
    }
}
