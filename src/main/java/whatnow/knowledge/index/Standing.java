package whatnow.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import whatnow.knowledge.Article;
import whatnow.knowledge.Helpfulness;
import whatnow.knowledge.Particulars;
import whatnow.knowledge.question.Circumstances;
import whatnow.knowledge.question.Filter;

/**
 * What speaks for or against an article besides its words.
 *
 * @param by what its score is multiplied with; 1 says nothing
 * @param words for people
 */
record Standing(float by, String words) {

    private static final float OTHER_KIND = 0.75f;
    private static final float ALERT = 1.5f;
    private static final float SERVICE = 1.2f;
    private static final float PLAN = 1.1f;
    private static final float REGION = 1.05f;
    private static final float SEVERITY = 1.05f;
    private static final float OVERDUE = 0.97f;
    private static final float DEPRECATED = 0.5f;
    private static final float MOST_HELP = 0.2f;

    /** @param names of alerts that the question itself holds, in small letters */
    static List<Standing> of(Article article, Set<String> names, Circumstances around, Helpfulness.Votes votes) {
        var all = new ArrayList<Standing>();
        kind(article).ifPresent(all::add);
        shared(article, Filter.Field.ALERT, names, around.alerts(), ALERT, "names the alert")
                .ifPresent(all::add);
        shared(article, Filter.Field.SERVICE, Set.of(), around.services(), SERVICE, "is about the service")
                .ifPresent(all::add);
        shared(article, Filter.Field.PLAN, Set.of(), around.plans(), PLAN, "belongs to the plan")
                .ifPresent(all::add);
        shared(article, Filter.Field.REGION, Set.of(), around.regions(), REGION, "is about the region")
                .ifPresent(all::add);
        shared(article, Filter.Field.SEVERITY, Set.of(), around.severities(), SEVERITY, "is meant for the severity")
                .ifPresent(all::add);
        status(article).ifPresent(all::add);
        around.today().flatMap(it -> overdue(article, it)).ifPresent(all::add);
        helped(votes).ifPresent(all::add);
        return all;
    }

    /** In an incident one looks for what to do; what once happened comes after it. */
    private static Optional<Standing> kind(Article article) {
        return switch (article.type()) {
            case RUNBOOK, PROCEDURE, CHECKLIST -> Optional.empty();
            case TEMPLATE, LESSON, POSTMORTEM, REFERENCE, PLAN, CONTACT, DRILL_REPORT, ADR ->
                Optional.of(new Standing(
                        OTHER_KIND, "no runbook but a " + article.type().word()));
        };
    }

    private static Optional<Standing> shared(
            Article article, Filter.Field field, Set<String> asked, Set<String> around, float by, String words) {
        if (asked.isEmpty() && around.isEmpty()) {
            return Optional.empty();
        }
        return Particulars.of(article, field).stream()
                .filter(it -> asked.contains(it) || around.contains(it))
                .findFirst()
                .map(it -> new Standing(by, words + " " + shown(field, it)));
    }

    private static String shown(Filter.Field field, String value) {
        return field == Filter.Field.SEVERITY ? value.toUpperCase(Locale.ROOT) : value;
    }

    private static Optional<Standing> status(Article article) {
        return article.frontMatter().status() == Article.Status.DEPRECATED
                ? Optional.of(new Standing(DEPRECATED, "deprecated"))
                : Optional.empty();
    }

    private static Optional<Standing> overdue(Article article, LocalDate today) {
        var front = article.frontMatter();
        return front.lastReviewed()
                .flatMap(last -> front.reviewCadence().map(last::plus))
                .filter(due -> due.isBefore(today))
                .map(due -> new Standing(OVERDUE, "review overdue since " + due));
    }

    private static Optional<Standing> helped(Helpfulness.Votes votes) {
        var balance = votes.helped() - votes.wrong();
        if (balance == 0) {
            return Optional.empty();
        }
        var by = 1 + MOST_HELP * (float) Math.tanh(balance / 4.0);
        var words = String.format(Locale.ROOT, "helped %d times, wrong %d times", votes.helped(), votes.wrong());
        return Optional.of(new Standing(by, words));
    }
}
