package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.knowledge.question.Circumstances;

class LibraryTest {

    static final ArticleId FAILOVER = new ArticleId("regional-failover");

    @TempDir
    Path folder;

    @BeforeEach
    void oneRunbookLiesInTheFolder() throws IOException {
        Articles.write(folder, "runbooks/regional-failover.md", Articles.RUNBOOK);
    }

    @Test
    void findsAnArticleAndTheSectionThatARuleCites() {
        var library = Library.of(folder);

        assertThat(library.find(FAILOVER))
                .get()
                .extracting(Article::title)
                .isEqualTo("Fail over to the standby region");
        assertThat(library.find(Citation.parse("regional-failover#do-not")))
                .get()
                .extracting(Section::text)
                .isEqualTo("- Do not restart the old primary.");
        assertThat(library.find(Citation.parse("regional-failover#nowhere"))).isEmpty();
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void searchesSections() {
        var hits = Library.of(folder).search("old primary", 5);

        assertThat(hits.getFirst().citation()).hasToString("regional-failover#do-not");
    }

    @Test
    void aChangedFileIsServedAfterTheNextLook() throws IOException {
        var library = Library.of(folder);
        Articles.write(folder, "runbooks/regional-failover.md", Articles.RUNBOOK.replace("the CTO", "the vendor"));

        assertThat(library.reload()).isTrue();

        assertThat(library.find(Citation.parse("regional-failover#escalation")))
                .get()
                .extracting(Section::text)
                .isEqualTo("Call the vendor.");
        assertThat(library.search("vendor", 5)).hasSize(1);
    }

    @Test
    void nothingIsReadAgainWhenNothingChanged() {
        var library = Library.of(folder);

        assertThat(library.reload()).isFalse();
    }

    @Test
    void aBrokenFileKeepsItsLastGoodVersionAndIsNamed() throws IOException {
        var library = Library.of(folder);
        Articles.write(
                folder, "runbooks/regional-failover.md", Articles.RUNBOOK.replace("type: runbook", "type: [a: {"));

        library.reload();
        Articles.write(folder, "lessons/other.md", Articles.minimal("other", "Text."));
        library.reload();

        assertThat(library.find(FAILOVER)).isPresent();
        assertThat(library.find(new ArticleId("other"))).isPresent();
        assertThat(library.problems()).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("runbooks/regional-failover.md");
            assertThat(it.line()).isGreaterThan(1);
            assertThat(it.what()).contains("last good version");
        });
    }

    @Test
    void aMendedFileIsNoLongerAProblem() throws IOException {
        var library = Library.of(folder);
        Articles.write(folder, "runbooks/regional-failover.md", "nothing");
        library.reload();

        Articles.write(folder, "runbooks/regional-failover.md", Articles.RUNBOOK);
        library.reload();

        assertThat(library.problems()).isEmpty();
    }

    @Test
    void aDeletedFileIsGone() throws IOException {
        var library = Library.of(folder);
        Files.delete(folder.resolve("runbooks/regional-failover.md"));

        library.reload();

        assertThat(library.all()).isEmpty();
        assertThat(library.search("primary", 5)).isEmpty();
    }

    @Test
    void aFolderThatVanishesLeavesTheArticlesInPlace() throws IOException {
        var library = Library.of(folder);
        var away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);

        library.reload();

        assertThat(library.find(FAILOVER)).isPresent();
        assertThat(library.problems()).hasSize(1);
        Files.move(away, folder);
        library.reload();
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void anIdTakenTwiceKeepsTheFirstFileAndNamesTheSecond() throws IOException {
        Articles.write(folder, "runbooks/zzz.md", Articles.RUNBOOK.replace("the CTO", "nobody"));

        var library = Library.of(folder);

        assertThat(library.find(FAILOVER)).get().extracting(Article::path).isEqualTo("runbooks/regional-failover.md");
        assertThat(library.problems()).extracting(Library.Problem::file).containsExactly("runbooks/zzz.md");
    }

    @Test
    void otherFilesAreNotArticles() throws IOException {
        Articles.write(folder, "plans/freight/plan.yaml", "id: freight");
        Articles.write(folder, "README.md", "# How to write a runbook");
        Articles.write(folder, ".git/x.md", "# no");

        var library = Library.of(folder);

        assertThat(library.all()).hasSize(1);
        assertThat(library.problems()).isEmpty();
    }

    @Test
    @DisplayName("a link that leads out of the folder is not followed (S-2)")
    void aLinkThatLeadsOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Articles.write(elsewhere, "secret.md", Articles.minimal("secret", "A password."));
        Files.createSymbolicLink(folder.resolve("runbooks/secret.md"), elsewhere.resolve("secret.md"));
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);

        assertThat(Library.of(folder).all()).extracting(Article::id).containsExactly(FAILOVER);
    }

    /** That is how mounted configuration arrives. */
    @Test
    void aLinkThatStaysInTheFolderIsFollowed() throws IOException {
        Articles.write(folder, "..data/other.md", Articles.minimal("other", "Text."));
        Files.createSymbolicLink(folder.resolve("other.md"), Path.of("..data/other.md"));

        var library = Library.of(folder);

        assertThat(library.find(new ArticleId("other"))).isPresent();
        assertThat(library.problems()).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistIsAProblemAndNoFailure() {
        var library = Library.open(folder.resolve("missing").toString());

        assertThat(library.problems().getFirst().what()).contains("packed copy");
    }

    @Test
    void aWatchedFolderIsReadAgainWithinSeconds() throws Exception {
        try (var library = Library.of(folder).watched()) {
            Articles.write(folder, "lessons/other.md", Articles.minimal("other", "Text."));

            var isThere = false;
            for (var waited = 0; waited < 100 && !isThere; waited++) {
                Thread.sleep(Duration.ofMillis(100));
                isThere = library.find(new ArticleId("other")).isPresent();
            }

            assertThat(isThere).isTrue();
        }
    }

    @Test
    void rendersAnArticleWithItsTitleAndASectionWithoutItsHeading() {
        var library = Library.of(folder);
        var article = library.find(FAILOVER).orElseThrow();

        assertThat(library.render(article))
                .startsWith("<h1")
                .contains("<h2 id=\"steps\">Steps<a ")
                .doesNotContain("team-recovery");
        assertThat(library.render(article.section("escalation").orElseThrow())).isEqualTo("<p>Call the CTO.</p>\n");
    }

    @Test
    void saysWhatWasLeftOutOfTheWords() {
        var library = Library.of(folder);

        assertThat(library.find("primary", Circumstances.NONE, 3).notes()).isEmpty();
        assertThat(library.find("primary ".repeat(100), Circumstances.NONE, 3).notes())
                .singleElement()
                .asString()
                .contains("first 512 characters");
    }

    @Test
    void namesArticlesAboutTheSame() {
        try (var shipped = Library.of(Path.of("knowledge-base"))) {
            var lag = shipped.find(new ArticleId("replication-lag")).orElseThrow();

            assertThat(shipped.like(lag, 4)).hasSize(4).doesNotContain(lag);
            assertThat(shipped.like(lag, 6))
                    .anySatisfy(it ->
                            assertThat(it.title().toLowerCase(Locale.ROOT)).containsAnyOf("lag", "standby", "replica"));
        }
    }
}
