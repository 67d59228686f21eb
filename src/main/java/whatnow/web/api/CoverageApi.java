package whatnow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import whatnow.clearance.Clearance;
import whatnow.coverage.Coverage;
import whatnow.coverage.Coverages;
import whatnow.coverage.Gap;
import whatnow.feedback.ArticleUses;
import whatnow.now.Shown;
import whatnow.security.Person;

/** What became of articles, and which rows of plans have no answer, for programs and terminals. */
@RestController
@Tag(name = "Knowledge")
class CoverageApi {

    private final ArticleUses uses;
    private final Coverages coverages;
    private final Clearance clearance;

    CoverageApi(ArticleUses uses, Coverages coverages, Clearance clearance) {
        this.uses = uses;
        this.coverages = coverages;
        this.clearance = clearance;
    }

    /** @param searches how many showed it */
    record Used(
            String article,
            Optional<Instant> lastUsedByDecision,
            long decisions,
            long incidents,
            long searches,
            long helped,
            long wrong,
            long missing) {

        static Used of(ArticleUses.Use use) {
            return new Used(
                    use.article(),
                    use.lastUsedByDecision(),
                    use.decisions(),
                    use.incidents(),
                    use.searches(),
                    use.helped(),
                    use.wrong(),
                    use.missing());
        }
    }

    /** @param counts how many rows have each gap */
    record OfPlan(Map<Gap, Long> counts, long complete, Coverage coverage) {}

    @GetMapping("/api/v1/kb/use")
    @Operation(
            summary = "Which articles decisions cited, searches showed and people judged; what is not named never was")
    List<Used> use(@AuthenticationPrincipal Person person) {
        return uses.all(clearance.of(person).hides()).stream().map(Used::of).toList();
    }

    @GetMapping(path = "/api/v1/kb/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Each row of each plan with the rules, articles and drills that serve it, gravest gaps first")
    List<OfPlan> coverage(@AuthenticationPrincipal Person person) {
        return coverages.all(() -> clearance.of(person).hides()).stream()
                .map(it -> new OfPlan(it.counts(), it.complete(), it))
                .toList();
    }

    @GetMapping(path = "/api/v1/kb/coverage", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(hidden = true)
    String text(@AuthenticationPrincipal Person person) {
        return coverage(person).stream().map(CoverageApi::text).collect(Collectors.joining("\n"));
    }

    private static String text(OfPlan plan) {
        return "%s%s: %d rows; %s\n%s"
                .formatted(
                        plan.coverage().plan().name(),
                        plan.coverage().active() ? "" : " (not active)",
                        plan.coverage().rows().size(),
                        plan.counts().entrySet().stream()
                                .map(it -> it.getValue() + " " + it.getKey().words())
                                .collect(Collectors.joining(", ")),
                        plan.coverage().onlyGaps().rows().stream()
                                .map(CoverageApi::line)
                                .collect(Collectors.joining()));
    }

    private static String line(Coverage.Row row) {
        return "%-8s  %-40s  %s\n"
                .formatted(
                        row.id(),
                        row.gaps().stream().map(Gap::words).collect(Collectors.joining(", ")),
                        Shown.of(row.places().stream().findFirst().orElse("in no part of the plan")));
    }
}
