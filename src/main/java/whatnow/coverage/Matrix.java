package whatnow.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import whatnow.coverage.Coverage.DrillOf;
import whatnow.coverage.Coverage.Row;
import whatnow.coverage.Coverage.RuleOf;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.notation.CitationForm;
import whatnow.plan.RecoveryPlan;

/**
 * Which row of a plan is served by which rule, article and drill. Pure.
 *
 * @param rules of all books
 * @param drilled when the steps of an article were last rehearsed
 */
record Matrix(
        List<Serving> rules,
        Map<ArticleId, Article> articles,
        Map<ArticleId, LocalDate> drilled,
        boolean drillsKnown,
        LocalDate today) {

    /** A rule with the rows that it says it serves. */
    record Serving(RuleOf rule, List<String> rows) {}

    Coverage of(RecoveryPlan plan, boolean active) {
        var places = PlanPlaces.of(plan);
        var cadence = DrillCadence.of(plan);
        var rows = ids(plan, places).stream()
                .map(it -> row(it, places, cadence))
                .sorted(Comparator.comparingInt(Row::order).thenComparing(Row::id))
                .toList();
        return new Coverage(plan.id(), plan.title(), active, drillsKnown, cadence.words(), rows);
    }

    /** Those of the plan's own sources; what it shares with others belongs to the plan that names that source as its own. */
    private Set<String> ids(RecoveryPlan plan, List<PlanPlaces.Place> places) {
        var own = Stream.of(plan.source().split("[,;\\s]+"))
                .filter(it -> !it.isBlank())
                .map(it -> it + "-")
                .toList();
        var written = new TreeSet<String>();
        places.forEach(it -> written.addAll(it.rows()));
        var ids = new TreeSet<>(written);
        rules.forEach(it -> ids.addAll(it.rows()));
        articles.values().forEach(it -> ids.addAll(it.frontMatter().refs()));
        ids.removeIf(it -> own.stream().noneMatch(it::startsWith));
        return ids.isEmpty() ? written : ids;
    }

    private Row row(String id, List<PlanPlaces.Place> places, DrillCadence cadence) {
        var here = places.stream().filter(it -> it.rows().contains(id)).toList();
        var serving = rules.stream()
                .filter(it -> it.rows().contains(id))
                .map(Serving::rule)
                .distinct()
                .toList();
        var served = articles(id, here);
        var drill = drill(served, cadence);
        return new Row(
                id,
                here.stream().map(PlanPlaces.Place::where).distinct().toList(),
                serving,
                served,
                drill,
                gaps(serving, served, drill));
    }

    /** Those that say they serve the row, and those that the plan names where it keeps it. */
    private List<String> articles(String id, List<PlanPlaces.Place> here) {
        var found = new TreeMap<String, String>();
        articles.values().stream()
                .filter(it -> it.frontMatter().refs().contains(id))
                .forEach(it -> found.put(it.id().slug(), it.id().slug()));
        here.stream()
                .flatMap(it -> it.articles().stream())
                .filter(CitationForm::isArticleOrSection)
                .filter(it -> articles.containsKey(slug(it)))
                .forEach(it -> found.put(slug(it).slug(), it));
        return new ArrayList<>(found.values());
    }

    private Optional<DrillOf> drill(List<String> served, DrillCadence cadence) {
        var rehearsed = served.stream()
                .map(Matrix::slug)
                .filter(it -> Optional.ofNullable(articles.get(it))
                        .filter(Matrix::isDrilled)
                        .isPresent())
                .toList();
        if (rehearsed.isEmpty()) {
            return Optional.empty();
        }
        var last = rehearsed.stream()
                .flatMap(it -> Optional.ofNullable(drilled.get(it)).stream())
                .max(Comparator.naturalOrder());
        return Optional.of(new DrillOf(
                last,
                last.filter(it -> it.plus(cadence.period()).isBefore(today)).isPresent()));
    }

    private Set<Gap> gaps(List<RuleOf> serving, List<String> served, Optional<DrillOf> drill) {
        var gaps = EnumSet.noneOf(Gap.class);
        if (serving.isEmpty() && served.isEmpty()) {
            gaps.add(Gap.NO_ANSWER);
        } else if (served.isEmpty()) {
            gaps.add(Gap.NO_ARTICLE);
        } else if (serving.isEmpty()) {
            gaps.add(Gap.NO_RULE);
        }
        drill.ifPresent(it -> {
            if (it.last().isEmpty() && drillsKnown) {
                gaps.add(Gap.NEVER_DRILLED);
            }
            if (it.overdue()) {
                gaps.add(Gap.DRILL_OVERDUE);
            }
        });
        return gaps;
    }

    /** Whether somebody can rehearse it. Nobody drills how an incident is classified or a message is written. */
    static boolean isDrilled(Article article) {
        return article.type() == Article.Type.RUNBOOK
                && article.sections().stream().anyMatch(it -> !it.steps().isEmpty());
    }

    private static ArticleId slug(String citation) {
        return new ArticleId(CitationForm.article(citation));
    }
}
