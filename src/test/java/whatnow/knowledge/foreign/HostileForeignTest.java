package whatnow.knowledge.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileForeignTest {

    /** Far above what it takes, far below what an attack would take. */
    private static final Duration BEARABLE = Duration.ofSeconds(20);

    private static final String[] PIECES = {
        "---\n",
        "+++\n",
        "{",
        "}",
        "\"",
        "{{<",
        ">}}",
        "{{%",
        "%}}",
        "{%",
        "%}",
        "<%",
        "%>",
        "<!--",
        "-->",
        "<a href=\"",
        ">",
        "</a>",
        "<table>",
        "<td>",
        "</td>",
        "</table>",
        "<pre>",
        "</pre>",
        "```\n",
        "~~~\n",
        "`",
        "``",
        ":::note\n",
        ":::\n",
        "!!! tip\n",
        "    ",
        "\n",
        "\n\n",
        "# ",
        "## x {#a}\n",
        "- ",
        "1. ",
        "> ",
        "[x](",
        ")",
        "import a from 'b'\n",
        "a: b\n",
        "a: [",
        "key = \"",
        "word ",
        "é",
        "\u0000",
        "\\",
        "&amp;",
        "|",
        "*",
        "***",
        "===\n"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @DisplayName("a megabyte of anything is read in bearable time (N-10)")
    @ValueSource(
            strings = {
                "{{<",
                "{{% ",
                "{%",
                "<%",
                "<!--",
                "<a ",
                "<a \"",
                "`",
                "` ``",
                "<pre>\n",
                ":::note\n",
                "!!! tip\n    ",
                "> ",
                "[",
                "*",
                "<",
                "- ",
                "{% highlight x %}\n",
                "| a ",
                "<table><td>",
                "<ul><li>",
                "{{< note >}}\n",
                "(((",
                "# a {#a}\n",
                "a: b\n",
                "\\",
                "<summary>",
                "{: ",
                "AAAA",
                "**a**\n"
            })
    void aMegabyteOfAnythingIsReadInBearableTime(String piece) throws IOException {
        Files.writeString(folder.resolve("a.md"), piece.repeat(1_000_000 / piece.length()));

        var found = assertTimeoutPreemptively(BEARABLE, () -> Foreign.read(folder));

        assertThat(found.pages().size() + found.problems().size()).isPositive();
    }

    @ParameterizedTest
    @DisplayName("one line of a megabyte is read in bearable time (N-10)")
    @CsvSource(
            delimiter = ';',
            value = {
                "'# ';A;''", "'# x';' ';y", "'!!! ';a;'\"b'", "'{% highlight ';a;''", "'::: ';a;'['", "' ';' ';':::'",
                "'import ';a;''", "'> ';' ';'```'", "'# x {#';a;'}'", "'---\ntitle: ';'\"';x", "'# check_';a_;''",
                        "'<a href=';'\"';''"
            })
    void aLineOfAMegabyteIsReadInBearableTime(String start, String piece, String end) throws IOException {
        Files.writeString(folder.resolve("a.md"), start + piece.repeat(1_000_000 / piece.length()) + end);

        var found = assertTimeoutPreemptively(BEARABLE, () -> Foreign.read(folder));

        assertThat(found.pages().size() + found.problems().size()).isPositive();
    }

    @Test
    @DisplayName("front matter with aliases and tags constructs nothing (N-8)")
    void aliasesAndTagsConstructNothing() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "---\na: &a [x]\nb: &b [*a, *a]\nc: !!javax.script.ScriptEngineManager [y]\ntitle: Here\n---\nWords.\n");

        var articles = Foreign.read(folder).articles();

        assertThat(articles).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("Here");
            assertThat(it.frontMatter().others().get("b")).isNull();
        });
    }

    @Test
    void nothingThatIsPutTogetherByChanceFails() throws IOException {
        var random = new Random(20_261_130);
        for (var file = 0; file < 400; file++) {
            var text = new StringBuilder(random.nextBoolean() ? "---\n" : "");
            for (var piece = random.nextInt(120); piece > 0; piece--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Files.writeString(folder.resolve("f%d.md".formatted(file)), text);
        }

        var found = Foreign.read(folder);

        assertThat(found.pages()).hasSize(400);
    }
}
