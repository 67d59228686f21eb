package whatnow.coverage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import whatnow.feedback.ArticleUses.Use;
import whatnow.incident.IncidentId;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.DeadLinks;
import whatnow.knowledge.Decay;
import whatnow.knowledge.Library;
import whatnow.knowledge.WrittenLink;
import whatnow.notation.CitationForm;
import whatnow.plan.PlanId;
import whatnow.plan.Plans;
import whatnow.plan.RecoveryPlan;
import whatnow.rulebook.BooksInForce;
import whatnow.time.Now;

/** What leads to an article and what became of it: rules, plans, decisions, judgements, drills, decay. */
@Component
public class ArticleLinks {

    private final BooksInForce books;
    private final Plans plans;
    private final Library library;
    private final KnownUses uses;
    private final Now now;

    /** Walking a plan costs milliseconds; its text changes once a week. */
    private final Map<PlanId, Walked> walked = new ConcurrentHashMap<>();

    private record Walked(String sha256, List<PlanPlaces.Place> places) {}

    ArticleLinks(BooksInForce books, Plans plans, Library library, KnownUses uses, Now now) {
        this.books = books;
        this.plans = plans;
        this.library = library;
        this.uses = uses;
        this.now = now;
    }

    /**
     * What is shown beside an article.
     *
     * @param use empty while the database is away
     * @param lastDrilled empty for never, or where nobody can tell
     * @param drilled whether it is a runbook with steps, which can be rehearsed
     */
    public record Panel(
            List<CitedByRule> rules,
            List<NamedByPlan> plans,
            Optional<Use> use,
            boolean drilled,
            Optional<LocalDate> lastDrilled,
            List<WrittenLink> deadLinks,
            Decay decay) {}

    /** @param section of the article; empty where the rule cites all of it */
    public record CitedByRule(String book, String rule, String section) {}

    /**
     * @param where in the plan
     * @param rows of the source that stand there
     * @param section that is named; empty for all of it
     */
    public record NamedByPlan(PlanId plan, String where, List<String> rows, String section) {}

    /** @param hidden incidents that the reader may not see; it may fail as the database does */
    public Panel of(Article article, Supplier<Set<IncidentId>> hidden) {
        var use = uses.of(article.id(), hidden);
        var dead = DeadLinks.of(article, library);
        var lastDrilled = LastDrills.of(article, use);
        var drilled = Matrix.isDrilled(article);
        var known = new Decay.Known(
                article.frontMatter().lastReviewed(),
                article.frontMatter().reviewCadence(),
                dead.size(),
                use.map(Use::wrong),
                !article.frontMatter().owner().isBlank(),
                drilled,
                lastDrilled,
                use.isPresent());
        return new Panel(
                rules(article.id()),
                plans(article.id()),
                use,
                drilled,
                lastDrilled,
                dead,
                Decay.of(known, LocalDate.ofInstant(now.instant(), ZoneOffset.UTC)));
    }

    private List<CitedByRule> rules(ArticleId article) {
        return books.all().stream()
                .flatMap(it -> it.book().stream()
                        .flatMap(book -> book.rules().stream())
                        .filter(rule -> isOf(rule.runbook(), article))
                        .map(rule -> new CitedByRule(it.name(), rule.name(), section(rule.runbook()))))
                .toList();
    }

    private List<NamedByPlan> plans(ArticleId article) {
        return plans.all().stream()
                .flatMap(plan -> places(plan).stream()
                        .flatMap(place -> place.articles().stream()
                                .filter(it -> isOf(it, article))
                                .map(it -> new NamedByPlan(plan.id(), place.where(), place.rows(), section(it)))))
                .distinct()
                .toList();
    }

    private List<PlanPlaces.Place> places(RecoveryPlan plan) {
        return walked.compute(
                        plan.id(),
                        (_, before) -> before != null && before.sha256().equals(plan.sha256())
                                ? before
                                : new Walked(plan.sha256(), PlanPlaces.of(plan)))
                .places();
    }

    private static boolean isOf(String citation, ArticleId article) {
        return CitationForm.isArticleOrSection(citation)
                && CitationForm.article(citation).equals(article.slug());
    }

    private static String section(String citation) {
        return citation.contains("#") ? citation.replaceFirst("^.*#", "") : "";
    }
}
