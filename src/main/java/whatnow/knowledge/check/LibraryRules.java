package whatnow.knowledge.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleCheck.RuleCitation;
import whatnow.knowledge.ArticleCheck.Surroundings;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Citation;
import whatnow.knowledge.Finding;
import whatnow.knowledge.Finding.Kind;
import whatnow.notation.CitationForm;

/** What shows only when all articles are seen together, with the rules that cite them, on a day. */
public final class LibraryRules {

    private final Map<ArticleId, Article> articles;
    private final List<Finding> findings = new ArrayList<>();

    private LibraryRules(Map<ArticleId, Article> articles) {
        this.articles = articles;
    }

    public static List<Finding> check(Map<ArticleId, Article> articles, Surroundings surroundings) {
        var rules = new LibraryRules(articles);
        rules.titles();
        rules.reviews(surroundings);
        rules.nearlyTheSame();
        surroundings.rules().ifPresent(it -> {
            rules.missing(it);
            rules.unreached(it, surroundings);
        });
        return List.copyOf(rules.findings);
    }

    private void titles() {
        var first = new HashMap<String, Article>();
        for (var article : articles.values()) {
            var words = String.join(" ", Shingles.words(article.title()));
            var same = words.isEmpty() ? null : first.putIfAbsent(words, article);
            if (same != null) {
                findings.add(new Finding(
                        Kind.SAME_TITLE,
                        !ArticleRules.isImported(article) && !ArticleRules.isImported(same),
                        article.path(),
                        Subject.lineOf(article, "title"),
                        "The title (%s) is that of %s too.".formatted(article.title(), same.id()),
                        "a title of its own",
                        "say what is different about it"));
            }
        }
    }

    /** Time passes by itself, so that an overdue review is to be known; it breaks no build. */
    private void reviews(Surroundings surroundings) {
        for (var article : living()) {
            var front = article.frontMatter();
            if (front.lastReviewed().isPresent() && front.reviewCadence().isPresent()) {
                var due = front.lastReviewed().get().plus(front.reviewCadence().get());
                if (due.isBefore(surroundings.today())) {
                    know(
                            Kind.OVERDUE,
                            article,
                            "last_reviewed",
                            "The review was due on %s.".formatted(due),
                            "a review every %s".formatted(front.reviewCadence().get()),
                            "read it, mend it and set the date");
                }
            }
        }
    }

    private void nearlyTheSame() {
        for (var pair : NearDuplicates.among(List.copyOf(articles.values()))) {
            know(
                    Kind.NEARLY_THE_SAME,
                    pair.later(),
                    "title",
                    "The text is that of %s, but for %d %%."
                            .formatted(pair.earlier().id(), Math.round(100 * (1 - pair.likeness()))),
                    "one article for one thing",
                    "merge them, or say in both what is different");
        }
    }

    private void missing(List<RuleCitation> rules) {
        for (var rule : rules) {
            if (!exists(rule.cites())) {
                findings.add(new Finding(
                        Kind.NO_ARTICLE,
                        true,
                        "rules/" + rule.file(),
                        rule.line(),
                        "The rule (%s) cites (%s), which does not exist.".formatted(rule.rule(), rule.cites()),
                        "an article and a section of it",
                        "write it, or cite another"));
            }
        }
    }

    private boolean exists(String cites) {
        try {
            var citation = Citation.parse(cites);
            var article = articles.get(citation.article());
            return article != null && article.section(citation.section()).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private void unreached(List<RuleCitation> rules, Surroundings surroundings) {
        var cited = rules.stream().map(it -> CitationForm.article(it.cites())).collect(Collectors.toSet());
        var reached = surroundings.reached().orElse(Set.of());
        var what = surroundings.reached().isPresent()
                ? "No rule cites the article, and no search or decision ever showed it."
                : "No rule cites the article; whether a search ever reached it is not known.";
        living().stream()
                .filter(it -> !cited.contains(it.id().slug()) && !reached.contains(it.id()))
                .forEach(it -> know(
                        Kind.UNREACHED,
                        it,
                        "id",
                        what,
                        "an article that somebody finds",
                        "cite it, give it the words that people search for, or deprecate it"));
    }

    private List<Article> living() {
        return articles.values().stream()
                .filter(it -> it.frontMatter().status() != Article.Status.DEPRECATED)
                .toList();
    }

    private void know(Kind kind, Article article, String key, String what, String expected, String tryThis) {
        findings.add(new Finding(kind, false, article.path(), Subject.lineOf(article, key), what, expected, tryThis));
    }
}
