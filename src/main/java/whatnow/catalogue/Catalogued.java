package whatnow.catalogue;

import whatnow.plan.PlanId;
import whatnow.plan.PlannedService;

/** A service and the plan it stands in. */
public record Catalogued(PlanId plan, PlannedService service) {}
