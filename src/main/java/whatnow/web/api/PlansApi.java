package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import whatnow.plan.PlanId;
import whatnow.plan.PlanProblem;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.security.Person;

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

    record Activation(boolean active) {}

    @PostMapping("/api/v1/plans/{id}/activation")
    @Operation(summary = "Switches a plan on or off in the name of whoever asks")
    PlanInForce activate(
            @AuthenticationPrincipal Person person, @PathVariable String id, @RequestBody Activation activation) {
        var plan = plans.find(new PlanId(id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no plan of this name. GET /api/v1/plans has all of them."));
        if (plan.id().equals(PlanId.GENERAL)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The plan (general) answers for services that no plan knows; it stays on.");
        }
        plans.activate(plan.id(), activation.active(), person.name());
        return new PlanInForce(activation.active(), plan);
    }
}
