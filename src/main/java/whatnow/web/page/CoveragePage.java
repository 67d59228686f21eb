package whatnow.web.page;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import whatnow.clearance.Clearance;
import whatnow.coverage.Coverage;
import whatnow.coverage.Coverages;
import whatnow.coverage.Gap;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.security.Person;

/** Plan row, rule, article, drill: what has no answer yet. */
@Controller
class CoveragePage {

    private static final String GAPS = "gaps";

    private final Coverages coverages;
    private final Plans plans;
    private final Clearance clearance;

    CoveragePage(Coverages coverages, Plans plans, Clearance clearance) {
        this.coverages = coverages;
        this.plans = plans;
        this.clearance = clearance;
    }

    /**
     * One plan at a time; all of them would be hundreds of rows.
     *
     * @param plan its name; without it the first one, which is active if any is
     * @param only {@code gaps}, or one kind of gap
     */
    @GetMapping("/coverage")
    String page(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String only,
            Model model) {
        var all = coverages.all(() -> clearance.of(person).hides());
        var shown = plan.isEmpty() ? all.stream().findFirst() : named(plan, all);
        model.addAttribute("all", all);
        model.addAttribute("whole", shown);
        model.addAttribute("rows", shown.map(it -> rows(it, only)).orElse(List.of()));
        model.addAttribute("only", only);
        return "knowledge/coverage";
    }

    /** Nothing for a plan that names no rows of its source. */
    private Optional<Coverage> named(String plan, List<Coverage> all) {
        if (plans.find(new PlanId(plan)).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no plan of this name. The list has all of them.");
        }
        return all.stream().filter(it -> it.plan().name().equals(plan)).findFirst();
    }

    private static List<Coverage.Row> rows(Coverage whole, String only) {
        return switch (only) {
            case "" -> whole.rows();
            case GAPS -> whole.onlyGaps().rows();
            default ->
                Gap.named(only)
                        .map(it -> whole.only(it).rows())
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "No gap has this name. Choose one on the page of all rows."));
        };
    }
}
