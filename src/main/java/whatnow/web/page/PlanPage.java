package whatnow.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.security.Person;

/** The recovery plans, and which of them are in force. */
@Controller
class PlanPage {

    private final Plans plans;

    PlanPage(Plans plans) {
        this.plans = plans;
    }

    @GetMapping("/plans")
    String list(Model model) {
        model.addAttribute("plans", plans.all());
        model.addAttribute(
                "active", plans.active().stream().map(RecoveryPlan::id).toList());
        model.addAttribute("problems", plans.problems());
        return "plan/list";
    }

    @GetMapping("/plans/{id}")
    String page(@PathVariable String id, Model model) {
        var plan = find(id);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "active", plans.active().stream().anyMatch(it -> it.id().equals(plan.id())));
        model.addAttribute("last", plans.lastActivation(plan.id()));
        model.addAttribute(
                "problems",
                plans.problems().stream().filter(it -> it.plan().equals(id)).toList());
        return "plan/page";
    }

    @PostMapping("/plans/{id}/activation")
    String activate(@AuthenticationPrincipal Person person, @PathVariable String id, @RequestParam boolean active) {
        var plan = find(id);
        if (plan.id().equals(PlanId.GENERAL)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The plan (general) answers for services that no plan knows; it stays on.");
        }
        plans.activate(plan.id(), active, person.name());
        return "redirect:/plans/" + plan.id().name();
    }

    private RecoveryPlan find(String id) {
        return plans.find(new PlanId(id))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no plan of this name. The list has all of them."));
    }
}
