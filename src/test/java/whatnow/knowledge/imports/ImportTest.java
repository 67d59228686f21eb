package whatnow.knowledge.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.knowledge.Article;
import whatnow.knowledge.Library;
import whatnow.knowledge.foreign.Foreign;
import whatnow.knowledge.foreign.Source;
import whatnow.knowledge.imports.ImportShelf.Fate;

class ImportTest {

    @TempDir
    Path there;

    @TempDir
    Path here;

    @Test
    void whatIsImportedIsAnArticleOfTheLibrary() throws IOException {
        there("runbooks/PgDown.md", "The database is down.\n");

        var report = run();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.files()).containsExactly(Map.entry("ops-runbooks-pg-down.md", Fate.WRITTEN));
        try (var library = Library.of(here)) {
            assertThat(library.problems()).isEmpty();
            assertThat(library.all()).singleElement().satisfies(it -> {
                assertThat(it.type()).isEqualTo(Article.Type.RUNBOOK);
                assertThat(it.frontMatter().alerts()).containsExactly("PgDown");
                assertThat(it.frontMatter().status()).isEqualTo(Article.Status.TECHNICAL_REVIEW);
                assertThat(it.frontMatter().others()).containsEntry("imported_from", List.of("runbooks/PgDown.md"));
            });
        }
    }

    @Test
    void linksLeadToWhereThingsLieNow() throws IOException {
        there("docs/a/one.md", """
                # One
                [file](../b/two.md) [section](../b/two.md#what-s-up "t") [page](/b/two/) [html](/b/two.html)
                [pretty](../../b/two/) [same](#one) [web](https://example.org/x.md) [post](mailto:a@example.org)
                [ref][r] ![disk](../img/disk%20full.png) `[code](../b/two.md)`

                [r]: <../b/two.md#again>
                """);
        there("docs/b/two.md", "# Two\n\n## What's up\n\n## Again\n");
        there("docs/img/disk full.png", "png");

        var report = run();

        assertThat(report.deadLinks()).isEmpty();
        assertThat(here("ops-a-one.md"))
                .contains("[file](ops-b-two.md)")
                .contains("[section](ops-b-two.md#what-s-up \"t\")")
                .contains("[page](ops-b-two.md) [html](ops-b-two.md)")
                .contains("[pretty](ops-b-two.md) [same](#one)")
                .contains("[web](https://example.org/x.md) [post](mailto:a@example.org)")
                .contains("![disk](images/ops-disk-full-")
                .contains("`[code](../b/two.md)`")
                .contains("[r]: ops-b-two.md#again");
        assertThat(report.files().keySet()).anyMatch(it -> it.matches("images/ops-disk-full-[0-9a-f]{8}\\.png"));
    }

    @Test
    void whatASiteServesElsewhereIsFoundThere() throws IOException {
        there("_docs/a.md", "# A\n\n[collection](/docs/b/) [former](/apps/b.html#top)\n");
        there("_docs/b.md", "---\nredirect_from:\n  - /apps/b\n---\n# B\n");

        var report = run();

        assertThat(report.deadLinks()).isEmpty();
        assertThat(here("ops-a.md")).contains("[collection](ops-b.md) [former](ops-b.md#b)");
    }

    @Test
    void linksThatLeadNowhereAreNamedAndLeftAsTheyAre() throws IOException {
        there("a.md", "# A\n\n[gone](gone.md) [out](../../etc/passwd) [run](run.sh) [no section](#nothing)\n");
        there("run.sh", "echo\n");

        var report = run();

        assertThat(report.deadLinks())
                .extracting(ImportReport.DeadLink::to)
                .containsExactly("gone.md", "../../etc/passwd", "run.sh", "#nothing");
        assertThat(here("ops-a.md")).contains("[gone](gone.md) [out](../../etc/passwd)");
        assertThat(report.files()).doesNotContainKey("run.sh");
    }

    @Test
    void aSecondImportWritesOnlyWhatChanged() throws IOException {
        there("a.md", "# A\n");
        there("b.md", "# B\n");
        run();
        there("b.md", "# B\n\nnew\n");

        var report = run();

        assertThat(report.files())
                .containsExactly(Map.entry("ops-a.md", Fate.UNCHANGED), Map.entry("ops-b.md", Fate.UPDATED));
        assertThat(here("ops-b.md")).endsWith("new\n");
    }

    @Test
    void whatSomebodyChangedHereIsNeverWrittenOver() throws IOException {
        there("a.md", "# A\n");
        run();
        Files.writeString(here.resolve("ops-a.md"), here("ops-a.md") + "mine\n");
        there("a.md", "# A\n\ntheirs\n");

        var report = run();
        var again = run();

        assertThat(report.files()).containsExactly(Map.entry("ops-a.md", Fate.KEPT));
        assertThat(report.isWhole()).isFalse();
        assertThat(again.files()).isEqualTo(report.files());
        assertThat(here("ops-a.md")).endsWith("mine\n");
    }

    @Test
    void aFileThatNoImportWroteIsKept() throws IOException {
        there("a.md", "# A\n");
        Files.writeString(here.resolve("ops-a.md"), "mine\n");

        assertThat(run().files()).containsExactly(Map.entry("ops-a.md", Fate.KEPT));
        assertThat(here("ops-a.md")).isEqualTo("mine\n");
    }

    @Test
    void whatWasDeletedHereStaysDeletedAndWhatIsGoneThereStaysHere() throws IOException {
        there("a.md", "# A\n");
        there("b.md", "# B\n");
        run();
        Files.delete(here.resolve("ops-a.md"));
        Files.delete(there.resolve("b.md"));

        var report = run();

        assertThat(report.files())
                .containsExactly(Map.entry("ops-a.md", Fate.DELETED_HERE), Map.entry("ops-b.md", Fate.GONE));
        assertThat(here.resolve("ops-a.md")).doesNotExist();
        assertThat(here.resolve("ops-b.md")).exists();
    }

    @Test
    void aRehearsalWritesNothing() throws IOException {
        there("a.md", "# A\n");

        var report = Import.run(Foreign.folder(there), new Import.Wish("x", "ops", here.resolve("new"), true));

        assertThat(report.files()).containsExactly(Map.entry("ops-a.md", Fate.WRITTEN));
        assertThat(here.resolve("new")).doesNotExist();
    }

    @Test
    @DisplayName("no name of the source becomes a name on the disk (S-2)")
    void noNameOfTheSourceBecomesANameOnTheDisk() throws IOException {
        var names = List.of(
                "../../outside.md",
                "..\\..\\outside.md",
                "C:\\outside.md",
                "C:/outside.md",
                "\\\\?\\C:\\outside.md",
                "/etc/outside.md",
                "CON.md",
                "a/NUL.md",
                "dot./x..md",
                "space /x .md",
                "nul\0byte.md",
                "%2e%2e/%2e%2e/outside.md",
                ".git/hooks/post-checkout.md",
                "x".repeat(300) + ".md",
                "\u202emd.exe.md",
                "line\nbreak.md");
        var images =
                List.of("../../evil.png", "a\0.png", "CON.png", "x".repeat(300) + ".png", ".git/hooks/pre-push.png");
        var into = here.resolve("a/b/c");

        var report = Import.run(new Hostile(names, images), new Import.Wish("hostile", "ops", into, false));

        assertThat(report.files().keySet()).allMatch(it -> it.matches("(images/)?ops[a-z0-9-]*\\.(md|png)"));
        assertThat(report.files()).hasSizeGreaterThanOrEqualTo(names.size());
        assertThat(everything(here)).allMatch(it -> it.startsWith(into) || into.startsWith(it));
        try (var library = Library.of(into)) {
            assertThat(library.problems()).isEmpty();
            assertThat(library.all()).hasSize(names.size());
        }
    }

    @Test
    @DisplayName("a link in the folder leads no file out of it (S-2)")
    void aLinkInTheFolderLeadsNoFileOutOfIt(@TempDir Path outside) throws IOException {
        there("a.md", "# A\n\n![x](x.png)\n");
        there("x.png", "png");
        Files.createSymbolicLink(here.resolve("ops-a.md"), outside.resolve("a.md"));
        Files.createSymbolicLink(here.resolve("images"), outside);

        assertThatThrownBy(this::run).hasMessageContaining("A link lies in the folder");
        Files.delete(here.resolve("images"));
        var report = run();

        assertThat(report.files()).containsEntry("ops-a.md", Fate.KEPT);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    @DisplayName("links of a megabyte are relinked in bearable time (N-10)")
    void hostileLinksAreRelinkedInBearableTime() throws IOException {
        there("slashes.md", "[x](" + "/".repeat(900_000) + "x)\n");
        there("dots.md", "[x](" + "../".repeat(300_000) + "x)\n");
        there("many.md", "[x](a/../y.md#z)\n\n".repeat(8_000));
        there("self.md", "# Self\n\n" + "[x](self.md#self) ".repeat(20_000));
        there("named.md", "[x]: self.md\n\n" + "[x] ".repeat(40_000) + "x".repeat(700_000));

        var report = assertTimeoutPreemptively(Duration.ofSeconds(30), this::run);

        assertThat(report.files()).hasSize(5);
        assertThat(here("ops-self.md"))
                .contains("[x](ops-self.md#self) [x](ops-self.md#self)")
                .doesNotContain("(self.md");
    }

    /** Every article shows every image, so that all of them are asked for. */
    private record Hostile(List<String> names, List<String> images) implements Source {

        @Override
        public Contents look() {
            return new Contents(new TreeSet<>(names), new TreeSet<>(images), List.of());
        }

        @Override
        public byte[] read(String path, int most) {
            return images.contains(path)
                    ? new byte[] {1}
                    : ("# X\n\n![a](</" + String.join(">)\n![a](</", images) + ">)\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private static TreeSet<Path> everything(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return new TreeSet<>(all.toList());
        }
    }

    private ImportReport run() throws IOException {
        return Import.run(Foreign.folder(there), new Import.Wish("there", "ops", here, false));
    }

    private void there(String path, String text) throws IOException {
        var file = there.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String here(String name) throws IOException {
        return Files.readString(here.resolve(name));
    }
}
