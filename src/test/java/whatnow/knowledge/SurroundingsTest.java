package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.knowledge.ArticleCheck.RuleCitation;
import whatnow.knowledge.ArticleCheck.Surroundings;
import whatnow.knowledge.Finding.Kind;

/** What the check finds when it sees articles together, with rules, in time; and in imported ones. */
class SurroundingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Surroundings NOTHING = new Surroundings(DAY, Optional.empty(), Optional.empty());
    private static final String WORDS =
            "the replica lags behind and nobody has looked at it since the long weekend began "
                    + "while the primary keeps writing and the disk fills up slowly until somebody is called at night";

    @TempDir
    Path folder;

    @Test
    void importedArticlesKeepTheirOwnShape() throws IOException {
        imported("a", "title: A\nowner: crew", "## Meaning\n\nWords.\n\n```sh\nls\n```\n");

        assertThat(check(NOTHING)).isEmpty();
    }

    @Test
    void anImportedArticleWithoutOwnerIsToKnowAndOneOfOursIsToMend() throws IOException {
        imported("a", "title: A\nowner: ''", "words\n");
        Articles.write(
                folder, "runbooks/regional-failover.md", Articles.RUNBOOK.replace("owner: team-recovery", "owner: ''"));

        assertThat(check(NOTHING))
                .extracting(Finding::kind, Finding::isToMend)
                .containsExactly(tuple(Kind.NO_OWNER, false), tuple(Kind.NO_OWNER, true));
    }

    @Test
    void deadLinksOfAnImportedArticleAreToKnow() throws IOException {
        imported(
                "a",
                "title: A\nowner: crew",
                "[b](b.md) [no](c.md) [part](b.md#nothing) ![no](images/no.png) ![x](images/x.png) [web](mailto:a@b)\n");
        imported("b", "title: B\nowner: crew", "words\n");
        Articles.write(folder, "imported/images/x.png", "png");

        var findings = check(NOTHING);

        assertThat(findings)
                .extracting(Finding::kind)
                .containsOnly(Kind.DEAD_LINK)
                .hasSize(3);
        assertThat(findings).noneMatch(Finding::isToMend);
    }

    @Test
    void linksOfAnImportedArticleMayBeWrittenAsItsSiteTakesThem() throws IOException {
        imported(
                "a",
                "title: A\nowner: crew",
                "[b](b) [b](b.html#Part) [b](/b/) [[B]] [here](#in-short)\n\n## In short\n");
        imported("b", "title: B\nowner: crew", "words\n\n## Part\n");

        assertThat(check(NOTHING)).isEmpty();
    }

    @Test
    void linksMayLeadToCommandsOfSteps() throws IOException {
        var runbook = Articles.RUNBOOK.replace("Call the CTO.", "See [it](#last-commit) and [no](#no-command).");
        Articles.write(folder, "runbooks/regional-failover.md", runbook);

        assertThat(check(NOTHING)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.DEAD_LINK);
            assertThat(it.what()).contains("#no-command");
            assertThat(it.isToMend()).isTrue();
        });
    }

    @Test
    void whatIsToBeCheckedFirstIsACommand() throws IOException {
        var runbook = Articles.RUNBOOK.replace(
                "   Expect: the running count", "   Check first: nothing-like-it\n\n   Expect: the running count");
        Articles.write(folder, "runbooks/regional-failover.md", runbook);

        assertThat(check(NOTHING))
                .extracting(Finding::what)
                .containsExactly("Step 3 is to check (nothing-like-it) first, which is no command here.");
    }

    @Test
    void aReviewIsOverdueTheDayAfterItWasDue() throws IOException {
        imported("a", "title: A\nowner: crew\nlast_reviewed: 2026-08-29\nreview_cadence: P3M", "words\n");
        imported("b", "title: B\nowner: crew\nlast_reviewed: 2026-08-30\nreview_cadence: P3M", "others\n");

        assertThat(check(NOTHING)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.OVERDUE);
            assertThat(it.file()).isEqualTo("imported/a.md");
            assertThat(it.line()).isEqualTo(6);
        });
    }

    @Test
    void titlesThatStandTwiceAreFoundWhateverTheirCase() throws IOException {
        imported("a", "title: Disk is full\nowner: crew", "words\n");
        imported("b", "title: disk is FULL!\nowner: crew", "other\n");

        assertThat(check(NOTHING)).extracting(Finding::kind).containsExactly(Kind.SAME_TITLE);
    }

    @Test
    void articlesThatAreNearlyTheSameAreFound() throws IOException {
        imported("a", "title: A\nowner: crew", WORDS + "\n");
        imported("b", "title: B\nowner: crew", WORDS + " or so\n");
        imported("c", "title: C\nowner: crew", "entirely different words about certificates that expire\n");

        assertThat(check(NOTHING)).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.NEARLY_THE_SAME);
            assertThat(it.file()).isEqualTo("imported/b.md");
            assertThat(it.what()).contains("that of a,");
        });
    }

    @Test
    void aRuleThatCitesNothingIsToMend() throws IOException {
        imported("a", "title: A\nowner: crew", "## Steps\n\nwords\n");
        var rules = List.of(
                new RuleCitation("Good", "severity/x.drl", 3, "a#steps"),
                new RuleCitation("No article", "severity/x.drl", 9, "b#steps"),
                new RuleCitation("No section", "severity/x.drl", 12, "a#rollback"),
                new RuleCitation("No citation", "severity/x.drl", 15, "?"));

        var findings = check(new Surroundings(DAY, Optional.of(rules), Optional.empty()));

        assertThat(findings).extracting(Finding::line).containsExactly(9, 12, 15);
        assertThat(findings).allMatch(it -> it.kind() == Kind.NO_ARTICLE && it.isToMend());
    }

    @Test
    void anArticleThatNeitherRuleNorSearchReachedIsToKnow() throws IOException {
        imported("cited", "title: A\nowner: crew", "## Steps\n\nwords\n");
        imported("searched", "title: B\nowner: crew", "other words\n");
        imported("lonely", "title: C\nowner: crew", "third words\n");
        var rules = Optional.of(List.of(new RuleCitation("Good", "severity/x.drl", 3, "cited#steps")));

        var known = check(new Surroundings(DAY, rules, Optional.of(Set.of(new ArticleId("searched")))));
        var unknown = check(new Surroundings(DAY, rules, Optional.empty()));

        assertThat(known).extracting(Finding::file).containsExactly("imported/lonely.md");
        assertThat(unknown).extracting(Finding::file).containsExactly("imported/lonely.md", "imported/searched.md");
        assertThat(unknown).allMatch(it -> it.what().contains("is not known"));
    }

    private List<Finding> check(Surroundings surroundings) {
        return ArticleCheck.of(folder, surroundings);
    }

    private void imported(String id, String front, String body) throws IOException {
        Articles.write(folder, "imported/" + id + ".md", """
                ---
                id: %s
                type: reference
                %s
                status: technical_review
                imported_from: x.md
                ---
                # Heading

                %s""".formatted(id, front, body));
    }
}
