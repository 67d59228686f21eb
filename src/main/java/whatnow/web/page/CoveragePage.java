package whatnow.web.page;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import whatnow.clearance.Clearance;
import whatnow.coverage.Coverage;
import whatnow.coverage.Coverages;
import whatnow.coverage.Gap;
import whatnow.security.Person;

/** Plan row, rule, article, drill: what has no answer yet. */
@Controller
class CoveragePage {

    private static final String GAPS = "gaps";

    private final Coverages coverages;
    private final Clearance clearance;

    CoveragePage(Coverages coverages, Clearance clearance) {
        this.coverages = coverages;
        this.clearance = clearance;
    }

    /**
     * One plan at a time; all of them would be hundreds of rows.
     *
     * @param plan its name; without it the first one, which is active if any is
     * @param only {@code gaps}, or one kind of gap
     */
    @GetMapping("/kb/coverage")
    String page(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String plan,
            @RequestParam(defaultValue = "") String only,
            Model model) {
        var all = coverages.all(() -> clearance.of(person).hides());
        var shown = all.stream()
                .filter(it -> it.plan().name().equals(plan))
                .findFirst()
                .or(() -> all.stream().findFirst());
        model.addAttribute("all", all);
        model.addAttribute("whole", shown);
        model.addAttribute("rows", shown.map(it -> rows(it, only)).orElse(List.of()));
        model.addAttribute("only", only);
        return "knowledge/coverage";
    }

    private static List<Coverage.Row> rows(Coverage whole, String only) {
        Optional<Gap> gap = Gap.named(only);
        return gap.map(whole::only)
                .orElseGet(() -> only.equals(GAPS) ? whole.onlyGaps() : whole)
                .rows();
    }
}
