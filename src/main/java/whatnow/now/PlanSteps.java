package whatnow.now;

import java.util.Optional;
import java.util.stream.Stream;
import whatnow.decision.Outcome.Weighed;
import whatnow.knowledge.Article;
import whatnow.knowledge.Citation;
import whatnow.knowledge.Library;
import whatnow.knowledge.Section;
import whatnow.now.NowCard.Link;
import whatnow.plan.PlanId;

/** The section of an article whose steps carry a strategy out under a plan. */
record PlanSteps(Article article, Section section) {

    /**
     * The steps for this plan's tooling where the article has them, else those cited, else the
     * article's usual ones.
     *
     * @param byTheProvider the usual steps are the provider's; a person said that they are the ones for it, where the
     *     plan leaves it open
     */
    static Optional<PlanSteps> of(Weighed strategy, PlanId plan, boolean byTheProvider, Library library) {
        var cited = Citation.parse(strategy.article());
        var own = "steps-" + plan;
        return library.find(cited.article())
                .flatMap(article -> Stream.of(
                                cited.section().equals("steps") && !byTheProvider ? own : cited.section(),
                                cited.section(),
                                own,
                                "steps")
                        .flatMap(it -> article.section(it).stream())
                        .filter(it -> !it.steps().isEmpty())
                        .findFirst()
                        .map(it -> new PlanSteps(article, it)));
    }

    Citation citation() {
        return new Citation(article.id(), section.id());
    }

    Link link() {
        return new Link(article.title(), "/kb/" + article.id().slug() + "#" + section.id());
    }

    /** The article's gravest prohibition, to be read after "do not". */
    Optional<String> doNot() {
        return article.section("do-not")
                .flatMap(it ->
                        it.text().lines().filter(line -> line.startsWith("- ")).findFirst())
                .map(it -> it.substring(2).strip())
                .map(it -> it.replaceFirst("^Do not ", ""));
    }
}
