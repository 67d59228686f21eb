package whatnow.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.coverage.ArticleLinks.Panel;
import whatnow.incident.IncidentId;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Library;
import whatnow.rulebook.BooksInForce;
import whatnow.testkit.MovableClock;
import whatnow.testkit.SampleCards;
import whatnow.testkit.SamplePlans;
import whatnow.testkit.SampleUses;
import whatnow.testkit.ShippedArticles;
import whatnow.testkit.ShippedRules;

class ArticleLinksTest {

    final Library library = ShippedArticles.library();
    final MovableClock clock = new MovableClock(SampleCards.NOW);
    final ArticleLinks links =
            new ArticleLinks(strategies(), new SamplePlans(), library, new KnownUses(new SampleUses(), clock), clock);

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void theRulesThatCiteItAreNamedWithTheSection() {
        var panel = panel("regional-failover", Set::of);

        assertThat(panel.rules()).isNotEmpty().allMatch(it -> it.book().equals("strategy"));
        assertThat(panel.rules())
                .allMatch(it -> library.find(new ArticleId("regional-failover"))
                        .orElseThrow()
                        .section(it.section())
                        .isPresent());
    }

    @Test
    void thePlansThatNameItAreNamedWithThePlaceAndItsRows() {
        var panel = panel("regional-failover", Set::of);

        assertThat(panel.plans())
                .anyMatch(it -> it.plan().name().equals("freight")
                        && it.where().startsWith("strategies: ")
                        && it.section().equals("steps")
                        && it.rows().stream().allMatch(row -> row.startsWith("S1-")));
    }

    @Test
    void itsDrillAndItsJudgementsAreCountedAsDecay() {
        var panel = panel("regional-failover", Set::of);

        assertThat(panel.use().orElseThrow().decisions()).isEqualTo(12);
        assertThat(panel.decay().reasons().stream().map(it -> it.words()))
                .contains("somebody who worked by it said that it is wrong")
                .anyMatch(it -> it.startsWith("last drilled on "));
    }

    @Test
    void whatHasNoStepsNeedsNoDrill() {
        var panel = panel("status-update", Set::of);

        assertThat(panel.drilled()).isFalse();
        assertThat(panel.decay().reasons()).noneMatch(it -> it.words().contains("drill"));
    }

    @Test
    @DisplayName("without the database the rest is shown, and nothing is called never (read-only life)")
    void withoutTheDatabaseTheRestIsShown() {
        var panel = panel("regional-failover", () -> {
            throw new DataAccessResourceFailureException("away");
        });

        assertThat(panel.use()).isEmpty();
        assertThat(panel.rules()).isNotEmpty();
        assertThat(panel.plans()).isNotEmpty();
        assertThat(panel.decay().reasons()).noneMatch(it -> it.words().contains("never drilled"));
    }

    @Test
    void aDatabaseThatDidNotAnswerIsLeftAloneForAWhile() {
        var asked = new AtomicInteger();
        Supplier<Set<IncidentId>> away = () -> {
            asked.incrementAndGet();
            throw new DataAccessResourceFailureException("away");
        };

        panel("regional-failover", away);
        panel("regional-failover", away);
        assertThat(asked).hasValue(1);

        clock.passes(Duration.ofSeconds(10));
        assertThat(panel("regional-failover", Set::of).use()).isPresent();
    }

    private Panel panel(String article, Supplier<Set<IncidentId>> hidden) {
        return links.of(library.find(new ArticleId(article)).orElseThrow(), hidden);
    }

    private static BooksInForce strategies() {
        var standing =
                new BooksInForce.Standing("strategy", Optional.of(ShippedRules.book("strategy")), Map.of(), List.of());
        return new BooksInForce() {

            @Override
            public List<Standing> all() {
                return List.of(standing);
            }

            @Override
            public List<String> troubles() {
                return List.of();
            }
        };
    }
}
