package whatnow.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import whatnow.plan.PlanProblem;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;

/** Plans for programs. */
@RestController
@Tag(name = "Plans")
class PlansApi {

    private final Plans plans;

    PlansApi(Plans plans) {
        this.plans = plans;
    }

    record PlanInForce(boolean active, RecoveryPlan plan) {}

    record Answer(List<PlanInForce> plans, List<PlanProblem> problems) {}

    @GetMapping("/api/v1/plans")
    Answer plans() {
        var active = plans.active().stream().map(RecoveryPlan::id).toList();
        return new Answer(
                plans.all().stream()
                        .map(it -> new PlanInForce(active.contains(it.id()), it))
                        .toList(),
                plans.problems());
    }
}
