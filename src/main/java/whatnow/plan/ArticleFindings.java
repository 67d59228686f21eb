package whatnow.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Articles and sections that a plan cites and the knowledge base does not have. */
final class ArticleFindings {

    private static final Pattern ANCHOR = Pattern.compile("(?m)^#{1,6} .*\\{#([a-z0-9-]+)}\\s*$");

    private final Set<String> known;

    private ArticleFindings(Set<String> known) {
        this.known = known;
    }

    /** Reads ids of articles and sections only; rendering them is not its business. */
    static ArticleFindings in(Path knowledge) throws IOException {
        var known = new HashSet<String>();
        try (var files = Files.walk(knowledge)) {
            for (var file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
                var slug = String.valueOf(file.getFileName()).replaceAll("\\.md$", "");
                known.add(slug);
                ANCHOR.matcher(Files.readString(file)).results().forEach(it -> known.add(slug + "#" + it.group(1)));
            }
        }
        return new ArticleFindings(known);
    }

    List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        var plan = checked.plan();
        for (var i = 0; i < plan.strategies().size(); i++) {
            var strategy = plan.strategies().get(i);
            cited(checked, strategy.article(), "strategies." + i + ".article", found);
            for (var j = 0; j < strategy.articles().size(); j++) {
                cited(
                        checked,
                        strategy.articles().get(j).article(),
                        "strategies.%d.articles.%d".formatted(i, j),
                        found);
            }
        }
        for (var i = 0; i < plan.escalation().size(); i++) {
            cited(checked, plan.escalation().get(i).article(), "escalation." + i + ".article", found);
        }
        for (var i = 0; i < plan.messages().size(); i++) {
            cited(checked, plan.messages().get(i).template(), "messages." + i + ".template", found);
        }
        plan.degradation().ifPresent(it -> {
            for (var i = 0; i < it.tiers().size(); i++) {
                cited(checked, it.tiers().get(i).article(), "degradation.tiers." + i + ".article", found);
            }
        });
        return found.stream().distinct().toList();
    }

    private void cited(CheckedPlan checked, String article, String path, List<PlanFinding> found) {
        if (!known.contains(article) && found.stream().noneMatch(it -> it.id().endsWith("/" + article))) {
            found.add(checked.finding(
                    "article-missing",
                    article,
                    path,
                    List.of(),
                    "The article or section (%s) does not exist.".formatted(article),
                    "Write it, or cite another."));
        }
    }
}
