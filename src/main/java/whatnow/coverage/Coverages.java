package whatnow.coverage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import whatnow.coverage.Coverage.RuleOf;
import whatnow.coverage.Matrix.Serving;
import whatnow.incident.IncidentId;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.rulebook.BooksInForce;
import whatnow.time.Now;

/** The coverage of the plans as they stand now. */
@Component
public class Coverages {

    private final Plans plans;
    private final BooksInForce books;
    private final Library library;
    private final KnownUses uses;
    private final Now now;

    Coverages(Plans plans, BooksInForce books, Library library, KnownUses uses, Now now) {
        this.plans = plans;
        this.books = books;
        this.library = library;
        this.uses = uses;
        this.now = now;
    }

    /**
     * Active plans first, then those that only ship with the product.
     *
     * @param hidden incidents that the reader may not see; drills among them do not count. It is asked once and may fail as the
     *     database does
     */
    public List<Coverage> all(Supplier<Set<IncidentId>> hidden) {
        var matrix = matrix(hidden);
        var active = plans.active().stream().map(RecoveryPlan::id).collect(Collectors.toSet());
        return plans.all().stream()
                .sorted((one, other) -> order(one.id(), active) - order(other.id(), active))
                .map(it -> matrix.of(it, active.contains(it.id())))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    /** The general plan is always active and nobody's own. */
    private static int order(PlanId plan, Set<PlanId> active) {
        return plan.equals(PlanId.GENERAL) ? 2 : active.contains(plan) ? 0 : 1;
    }

    private Matrix matrix(Supplier<Set<IncidentId>> hidden) {
        var articles = library.all().stream()
                .collect(Collectors.toMap(Article::id, Function.identity(), (one, _) -> one, TreeMap::new));
        var known = uses.all(hidden);
        var drilled = new TreeMap<ArticleId, LocalDate>();
        articles.forEach((id, article) ->
                LastDrills.of(article, known.map(it -> it.get(id.slug()))).ifPresent(it -> drilled.put(id, it)));
        return new Matrix(rules(), articles, drilled, known.isPresent(), today());
    }

    private List<Serving> rules() {
        return books.all().stream()
                .flatMap(it -> it.book().stream()
                        .flatMap(book -> book.rules().stream())
                        .map(rule -> new Serving(new RuleOf(it.name(), rule.name(), rule.runbook()), rule.rows())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
    }
}
