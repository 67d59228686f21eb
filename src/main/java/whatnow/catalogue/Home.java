package whatnow.catalogue;

import java.util.List;
import java.util.Optional;
import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;

/** Where a signal belongs. */
public sealed interface Home {

    /** @param service empty if a selector of the plan claims the signal but no service has that name */
    record InPlan(PlanId plan, Optional<PlannedService> service) implements Home {}

    /** Two or more plans, by name. A person is asked, never guessed for. */
    record Ambiguous(List<PlanId> plans) implements Home {}

    /** In no plan: {@code general} answers, and says so. */
    record Nowhere() implements Home {

        public PlanId plan() {
            return PlanId.GENERAL;
        }
    }
}
