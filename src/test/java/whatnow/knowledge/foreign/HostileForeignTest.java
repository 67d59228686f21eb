package whatnow.knowledge.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileForeignTest {

    /** Ten times what is wanted, for a busy machine; what grows faster than its input takes longer. */
    private static final Duration BEARABLE = Duration.ofSeconds(5);

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
    @DisplayName("a megabyte of anything is read in bearable time and nothing of it is left out (N-10)")
    @ValueSource(
            strings = {
                "{{<",
                "<%",
                "{/*",
                "{\n",
                "<!--",
                "<!---->",
                "<a \"",
                "`",
                "<pre>\n",
                ":::note\n:::\n",
                "!!! tip\n    ",
                ">\n",
                "[a](",
                "*_",
                "<",
                "- a\n",
                "\n",
                "{% highlight x %}\n",
                "|||\n",
                "<table><td>",
                "<ul><li>",
                "{{< note >}}\n",
                "# a {#a}\n",
                "<script>",
                "**a**\n"
            })
    void aMegabyteOfAnythingIsReadInBearableTime(String piece) throws IOException {
        Files.writeString(folder.resolve("a.md"), piece.repeat(1_000_000 / piece.length()));

        assertIsReadInBearableTime();
    }

    @ParameterizedTest
    @DisplayName("one long line of anything is read in bearable time (N-10)")
    @CsvSource(
            delimiter = ';',
            value = {
                "'# ';A;''",
                "'# x ';'{#a';x",
                "'!!! ';a;'\"b'",
                "':::';a;'\u2028'",
                "'{% highlight ';a;''",
                "' ';' ';':::'",
                "'> ';' ';'```'",
                "'---\ntitle: ';'\"';x",
                "'---\n';'[\n';'---\nx'",
                "'# check_';a_;''",
                "'<a href=';'\"';''",
                "'[a](';'(';')'",
                "'[a]: ';b;''",
                "'<table>';' a';'<td></td>'"
            })
    void aLineOfAMegabyteIsReadInBearableTime(String start, String piece, String end) throws IOException {
        Files.writeString(folder.resolve("a.md"), start + piece.repeat(1_000_000 / piece.length()) + end);

        assertIsReadInBearableTime();
    }

    @TestFactory
    @DisplayName("what is put together to be slow or to grow is read in bearable time (N-10)")
    Stream<DynamicTest> whatIsPutTogetherIsReadInBearableTime() {
        var inputs = new TreeMap<String, String>();
        inputs.put("an indented box of many lines", " ".repeat(300_000) + "!!! a\n" + "\tx\n".repeat(220_000));
        inputs.put("a box that begins with nothing", ":::note\n" + "\n".repeat(990_000) + "x\n:::\n");
        inputs.put("boxes in boxes", ":::note\n".repeat(80_000) + ":::\n".repeat(80_000));
        inputs.put("cells at the end of a row", "<table>" + " \u00b7".repeat(300_000) + "<td></td>");
        inputs.put("as many brackets as are parsed", "[".repeat(99_000) + "a".repeat(900_000));
        inputs.put("as many lines as are parsed", "a\n".repeat(99_000) + "a".repeat(700_000));
        inputs.put("as many links as are parsed", "[a](b.md) ".repeat(24_000) + "x".repeat(700_000));
        return inputs.entrySet().stream()
                .map(it -> dynamicTest(it.getKey(), () -> {
                    Files.writeString(folder.resolve("a.md"), it.getValue());

                    assertIsReadInBearableTime();
                }));
    }

    private void assertIsReadInBearableTime() {
        var found = assertTimeoutPreemptively(BEARABLE, () -> Foreign.read(folder));

        assertThat(found.pages()).hasSize(1);
    }

    @Test
    @DisplayName("what is too dense to be parsed keeps its words, and that is said (N-10)")
    void whatIsTooDenseToBeParsedKeepsItsWords() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "# The limits\n\n" + "| cpu_limit | **12** |\n".repeat(20_000) + "| the_last | 7 |\n");

        var found = Foreign.read(folder);

        assertThat(found.articles()).singleElement().satisfies(it -> {
            assertThat(it.title()).isEqualTo("The limits");
            assertThat(it.sections().getFirst().text())
                    .startsWith("```text\ncpu limit 12 cpu limit 12 ")
                    .endsWith(" the last 7\n```");
        });
        assertThat(found.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.what()).contains("its words became plain text"));
    }

    @Test
    @DisplayName("what becomes too large for an article keeps its words, and that is said (N-10)")
    void whatBecomesTooLargeKeepsItsWords() throws IOException {
        Files.writeString(folder.resolve("a.md"), "!!! tip\n\n" + "    word\n\n".repeat(99_000) + "    last\n");

        var found = Foreign.read(folder);

        assertThat(found.articles())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).endsWith("word last\n```\n"));
        assertThat(found.problems()).isNotEmpty();
    }

    @Test
    void aScriptThatIsNeverClosedTakesNoWordsAlong() throws IOException {
        Files.writeString(folder.resolve("a.md"), "# A\n\n<script>\nwords <b>that</b> stay\n");

        assertThat(Foreign.read(folder).articles())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("words that stay"));
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
