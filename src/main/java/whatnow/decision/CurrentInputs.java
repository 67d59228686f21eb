package whatnow.decision;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import whatnow.incident.Incident;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.time.Now;

/** What the next decision about an incident would depend on, for whoever asks what it would be. Nothing is written. */
@Component
public class CurrentInputs {

    private final InputsReader inputs;
    private final Plans plans;
    private final Supplier<RuleBooks> books;
    private final Now now;

    CurrentInputs(InputsReader inputs, Plans plans, Supplier<RuleBooks> books, Now now) {
        this.inputs = inputs;
        this.plans = plans;
        this.books = books;
        this.now = now;
    }

    /** The three arguments of {@link Decider#decide}, all from one moment. */
    public record AsOfNow(RuleBooks books, RecoveryPlan plan, Inputs inputs) {

        public Outcome outcome() {
            return Decider.decide(books, plan, inputs);
        }
    }

    /** An incident of a plan that is gone is decided by the general one. */
    public AsOfNow of(Incident incident) {
        var plan =
                plans.find(incident.plan()).or(() -> plans.find(PlanId.GENERAL)).orElseThrow();
        var inForce = books.get();
        return new AsOfNow(inForce, plan, inputs.read(incident, plan, inForce, now.instant()));
    }
}
