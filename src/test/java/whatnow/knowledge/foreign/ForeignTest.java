package whatnow.knowledge.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.knowledge.Article;
import whatnow.knowledge.Library.Problem;
import whatnow.knowledge.Section;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Reading;

class ForeignTest {

    @TempDir
    Path folder;

    @Test
    void aFileWithNothingButWordsBecomesAnArticle() throws IOException {
        write("notes/lag.md", "The replica is behind.\n");

        var article = only();

        assertThat(article.id().slug()).isEqualTo("notes-lag");
        assertThat(article.path()).isEqualTo("notes/lag.md");
        assertThat(article.title()).isEqualTo("Lag");
        assertThat(article.type()).isEqualTo(Article.Type.REFERENCE);
        assertThat(article.sections()).extracting(Section::heading).containsExactly("Lag");
        assertThat(article.sections().getFirst().text()).isEqualTo("The replica is behind.");
    }

    @Test
    void theTextReadsBackToTheSameArticle() throws IOException {
        write("runbooks/a.md", """
                ---
                title: 'Say "no": C:\\temp \u0001 é'
                owner_slack: "#team"
                custom: [one, "two: three"]
                nested:
                  deep: [x]
                ---
                ## Start {#start}
                words
                ## Again {#start}
                more
                """);

        var article = only();
        var again = ArticleReader.read(article.path(), article.text().getBytes(StandardCharsets.UTF_8));

        assertThat(again).isInstanceOfSatisfying(Reading.Read.class, it -> {
            assertThat(it.article()).isEqualTo(article);
            assertThat(it.remarks()).isEmpty();
        });
        assertThat(article.sections()).extracting(Section::id).doesNotHaveDuplicates();
        assertThat(article.frontMatter().others()).containsKeys("custom", "nested.deep");
    }

    @Test
    void frontMatterThatIsTooLongIsCutAndSaidToBe() throws IOException {
        var keys = IntStream.range(0, 60).mapToObj("key%d: value\n"::formatted).collect(Collectors.joining());
        write("many.md", "---\n" + keys + "---\nwords\n");
        write("long.md", "---\nteam: " + "x".repeat(600) + "\n---\nwords\n");
        write("fits.md", "---\nteam: " + "x ".repeat(200) + "\n---\nwords\n");

        assertThat(Foreign.read(folder).problems())
                .filteredOn(it -> it.what().contains("front matter is too long"))
                .extracting(Problem::file)
                .containsExactlyInAnyOrder("many.md", "long.md");
    }

    @Test
    void foreignKeysBecomeOurs() throws IOException {
        write("a.md", """
                ---
                title: Rotate the keys
                owner_slack: "#govuk-2ndline"
                last_reviewed_on: 2024-05-31
                review_in: 6 months
                categories: [Key Rotation]
                parent: "/manual.html"
                weight: 51
                ---
                Words.
                """);

        var front = only().frontMatter();

        assertThat(front.owner()).isEqualTo("#govuk-2ndline");
        assertThat(front.lastReviewed()).contains(LocalDate.of(2024, 5, 31));
        assertThat(front.reviewCadence()).contains(Period.ofMonths(6));
        assertThat(front.tags()).containsExactly("key-rotation", "manual");
    }

    @Test
    void frontMatterOfHugoIsReadInItsThreeNotations() throws IOException {
        write("a.md", "+++\ntitle = \"In TOML\"\ntags = [\"x\",\n  \"y\"]\n[extra]\nteam = 'crew'\n+++\nWords.\n");
        write("b.md", "{\n \"title\": \"In JSON\", \"tags\": [\"{z}\"]\n}\nWords.\n");
        write("c.md", "---\ntitle: In YAML\n---\nWords.\n");

        var articles = Foreign.read(folder).articles();

        assertThat(articles).extracting(Article::title).containsExactly("In TOML", "In JSON", "In YAML");
        assertThat(articles.getFirst().frontMatter().tags()).containsExactly("x", "y");
        assertThat(articles.getFirst().frontMatter().owner()).isEqualTo("crew");
        assertThat(articles.get(1).sections().getFirst().text()).isEqualTo("Words.");
    }

    @Test
    void brokenFrontMatterIsARemarkAndWhatCanBeReadIsKept() throws IOException {
        write("a.md", "---\ntitle: Kept\nowner: [broken\nwords: a: b\n---\nWords.\n");

        var found = Foreign.read(folder);

        assertThat(found.articles()).extracting(Article::title).containsExactly("Kept");
        assertThat(found.problems()).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("a.md");
            assertThat(it.what()).contains("not YAML");
        });
    }

    @Test
    void twoRulesAcrossThePageAreNoFrontMatter() throws IOException {
        write("a.md", "---\njust words\n---\nmore\n");

        assertThat(only().text()).contains("just words");
    }

    @ParameterizedTest
    @CsvSource({
        "runbooks/disk.md, RUNBOOK",
        "docs/playbooks/disk.md, RUNBOOK",
        "alerts/disk.md, RUNBOOK",
        "manual/how-to-restart.md, RUNBOOK",
        "troubleshooting/pods.md, RUNBOOK",
        "post-mortems/2019.md, POSTMORTEM",
        "incidents/disk-full.md, POSTMORTEM",
        "incident-on-2024-01-02.md, POSTMORTEM",
        "during/incident.md, REFERENCE",
        "release-checklist.md, CHECKLIST",
        "templates/update.md, TEMPLATE",
        "lessons/dns.md, LESSON",
        "policies/access.md, PROCEDURE",
        "KubePodCrashLooping.md, RUNBOOK",
        "architecture/overview.md, REFERENCE",
        "runbooks/postmortems/x.md, POSTMORTEM"
    })
    void theTypeIsGuessedFromTheNearestName(String path, Article.Type expected) throws IOException {
        write(path, "Words.\n");

        assertThat(only().type()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "KubePodCrashLooping, KubePodCrashLooping",
        "Alert: PostgresqlDown, PostgresqlDown",
        "check_disk_space, check_disk_space",
        "etcdMembersDown, etcdMembersDown",
        "Memory-High, Memory-High",
        "GitHub, ",
        "Restart the pods, ",
        "DNS, "
    })
    void aTitleShapedLikeAnAlertNamesIt(String title, String expected) throws IOException {
        write("runbooks/x.md", "# " + title + "\n\nWords.\n");

        assertThat(String.join(",", only().frontMatter().alerts())).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void headingsOfARunbookNameAlerts() throws IOException {
        write("runbook.md", "# Our runbook\n\n## TempoPollsFailing\n\nWords.\n\n## PostgreSQL\n\nWords.\n");

        assertThat(only().frontMatter().alerts()).containsExactly("TempoPollsFailing");
    }

    @Test
    void filesWithOneNameHaveIdsOfTheirOwnAndKeepThem() throws IOException {
        write("a/x.md", "# X\n");
        write("a-x.md", "# X\n");
        write("content/a/index.md", "# X\n");
        var before = Foreign.read(folder).articles();
        write("z.md", "# Z\n");

        var after = Foreign.read(folder).articles();

        assertThat(after).extracting(Article::id).doesNotHaveDuplicates().hasSize(4);
        assertThat(after)
                .extracting(Article::id)
                .containsAll(before.stream().map(Article::id).toList());
    }

    @Test
    void titlesOfMkDocsStandInForMissingOnes() throws IOException {
        write("mkdocs.yml", "nav:\n  - Home: index.md\n  - 'When it burns': fire.md\n");
        write("docs/fire.md", "Words.\n");

        assertThat(only().title()).isEqualTo("When it burns");
    }

    @Test
    void aTitleThatOnlyTheFileNameTellsIsSaidToBeGuessed() throws IOException {
        write("lag.md", "## Summary\n\nWords.\n");

        assertThat(Foreign.read(folder).pages()).singleElement().satisfies(it -> {
            assertThat(it.isTitleGuessed()).isTrue();
            assertThat(it.article().sections()).extracting(Section::heading).containsExactly("Lag", "Summary");
        });
    }

    @Test
    @DisplayName("a file of more than 1 MiB is named and left out (N-7)")
    void aFileThatIsTooLargeIsNamedAndLeftOut() throws IOException {
        write("big.md", "x".repeat(1024 * 1024 + 1));
        write("small.md", "# Small\n");

        var found = Foreign.read(folder);

        assertThat(found.articles()).extracting(Article::path).containsExactly("small.md");
        assertThat(found.problems()).extracting(it -> it.file()).containsExactly("big.md");
    }

    @Test
    @DisplayName("links out of the folder are not followed (S-2)")
    void linksAreNotFollowed(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.md"), "# Secret\n");
        Files.createSymbolicLink(folder.resolve("link.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(folder.resolve("sub"), outside);
        write(".git/hooks/x.md", "# Hook\n");
        write("node_modules/pkg/README.md", "# Package\n");

        var found = Foreign.read(folder);

        assertThat(found.articles()).isEmpty();
        assertThat(found.problems()).extracting(it -> it.file()).containsExactly("link.md");
    }

    @Test
    void bytesThatAreNoUtf8AreReadAllTheSame() throws IOException {
        Files.write(folder.resolve("a.md"), "# Z\u00fcrich\n".getBytes(StandardCharsets.ISO_8859_1));

        var found = Foreign.read(folder);

        assertThat(found.articles()).extracting(Article::title).containsExactly("Z\u00fcrich");
        assertThat(found.problems())
                .extracting(it -> it.what())
                .singleElement()
                .asString()
                .contains("windows-1252");
    }

    @Test
    void moreHeadingsThanTheReaderTakesBecomeText() throws IOException {
        write("a.md", "# All\n\n" + "## Part\n\nwords\n\n".repeat(700));

        var found = Foreign.read(folder);

        assertThat(found.articles())
                .singleElement()
                .satisfies(it -> assertThat(it.sections())
                        .hasSizeLessThan(500)
                        .extracting(Section::id)
                        .doesNotHaveDuplicates());
        assertThat(found.problems()).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereIsAProblemAndNotAFailure() {
        var found = Foreign.read(folder.resolve("missing"));

        assertThat(found.articles()).isEmpty();
        assertThat(found.problems()).hasSize(1);
    }

    private Article only() {
        var found = Foreign.read(folder);
        assertThat(found.problems()).isEmpty();
        assertThat(found.articles()).hasSize(1);
        return found.articles().getFirst();
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
