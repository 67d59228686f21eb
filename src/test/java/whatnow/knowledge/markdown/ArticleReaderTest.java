package whatnow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Articles;
import whatnow.knowledge.Section;
import whatnow.knowledge.Step;

class ArticleReaderTest {

    final Article runbook = Articles.read(Articles.RUNBOOK);

    @Test
    void readsTheFrontMatter() {
        var front = runbook.frontMatter();

        assertThat(runbook.id()).isEqualTo(new ArticleId("regional-failover"));
        assertThat(runbook.type()).isEqualTo(Article.Type.RUNBOOK);
        assertThat(front.refs()).containsExactly("S1-13", "S4-12");
        assertThat(front.lastReviewed()).contains(LocalDate.of(2026, 11, 20));
        assertThat(front.reviewCadence()).contains(Period.ofMonths(3));
        assertThat(front.related()).isEmpty();
        assertThat(runbook.sha256()).hasSize(64);
    }

    @Test
    void readsTheSectionsInOrderWithTheirLines() {
        assertThat(runbook.sections())
                .extracting(Section::id)
                .containsExactly(
                        "fail-over-to-the-standby-region",
                        "when",
                        "do-not",
                        "before-you-start",
                        "steps",
                        "verification",
                        "rollback",
                        "escalation");
        var lines = runbook.text().lines().toList();
        assertThat(runbook.sections())
                .allSatisfy(it -> assertThat(lines.get(it.line() - 1)).contains(it.heading()));
    }

    @Test
    void readsADangerousStepWithEverythingItSays() {
        var step = runbook.section("steps").orElseThrow().steps().get(1);

        assertThat(step)
                .isEqualTo(new Step(
                        2,
                        "Promote the replica.",
                        "It becomes a primary of its own.",
                        Optional.of(new Step.Command(
                                "promote",
                                "aws rds promote-read-replica --region {target_region} --db-instance-identifier {replica}",
                                true,
                                Optional.empty())),
                        "a test write is accepted.",
                        "cannot be undone: go on with [fail-back](#rollback).",
                        Optional.of("last-commit"),
                        Optional.of("dr_team_lead decides, deputy operations_lead."),
                        Optional.of("the replica never follows the old primary again."),
                        50));
    }

    @Test
    void joinsALineThatIsBrokenInTheFile() {
        var step = runbook.section("steps").orElseThrow().steps().getFirst();

        assertThat(step.text()).isEqualTo("It says what will be lost.");
        assertThat(step.command().orElseThrow().verify()).contains("lag_seconds < 60");
    }

    @Test
    void aSectionHoldsItsSmallerHeadings() {
        var article = Articles.read(
                Articles.minimal("a", "## Levels {#levels}\n\nOne.\n\n### Deep\n\nTwo.\n\n## Next\n\nThree."));

        assertThat(article.section("levels").orElseThrow().text()).isEqualTo("One.\n\n### Deep\n\nTwo.");
        assertThat(article.section("deep").orElseThrow().text()).isEqualTo("Two.");
    }

    @Test
    void aHeadingWithoutAnIdGetsOneOfItsOwn() {
        var article = Articles.read(Articles.minimal("a", "## Über `x` & co.\n\n## Über `x` & co.\n\n## !"));

        assertThat(article.sections())
                .extracting(Section::id)
                .containsExactly("a-lesson", "ber-x-co", "ber-x-co-2", "section");
    }

    @Test
    void aHeadingInsideACodeBlockIsNone() {
        var article = Articles.read(Articles.minimal("a", "```sh\n# not a heading\n```"));

        assertThat(article.sections()).hasSize(1);
    }

    /** Unknown is not harmless. */
    @Test
    void aCommandThatDoesNotSayIsTakenAsDangerous() {
        var text = Articles.RUNBOOK.replace("id=start danger=false", "id=start danger=maybe");

        assertThat(Articles.reading(text)).isInstanceOfSatisfying(Reading.Read.class, it -> {
            assertThat(it.article()
                            .section("steps")
                            .orElseThrow()
                            .stepOf("start")
                            .orElseThrow()
                            .isDangerous())
                    .isTrue();
            assertThat(it.remarks())
                    .singleElement()
                    .extracting(Remark::what)
                    .asString()
                    .contains("taken as so");
        });
    }

    @Test
    void linesMayEndInCarriageReturns() {
        var windows = Articles.read(Articles.RUNBOOK.replace("\n", "\r\n"));

        assertThat(windows.sections()).isEqualTo(runbook.sections());
    }

    @Test
    void whatIsNotTextIsNoArticle() {
        var reading = ArticleReader.read("a.md", new byte[] {'-', '-', '-', '\n', (byte) 0xff});

        assertThat(reading).isEqualTo(new Reading.Broken(new Remark(1, "The file is not UTF-8.", "UTF-8 text")));
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsNoArticle() {
        assertThat(ArticleReader.read("a.md", new byte[ArticleReader.MOST_BYTES + 1]))
                .isInstanceOf(Reading.Broken.class);
    }
}
