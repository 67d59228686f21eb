package whatnow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import whatnow.knowledge.Articles;
import whatnow.knowledge.index.SmallIndex;

/**
 * The aim is half a second. What costs is counted and bounded before anything is parsed, so that holds by construction for
 * whatever grows with marks; the clock here only notices what grows faster, and leaves room for a busy machine.
 */
@DisplayName("hostile Markdown (N-10)")
class HostileMarkdownTest {

    static final Duration LIMIT = Duration.ofSeconds(6);

    @TestFactory
    Stream<DynamicTest> isRenderedInBoundedTime() {
        return inputs().entrySet().stream()
                .map(it -> dynamicTest(it.getKey(), () -> {
                    var html = assertTimeoutPreemptively(LIMIT, () -> SafeHtml.of(it.getValue()));

                    assertThat(html.length()).isLessThan(12 * 1024 * 1024);
                }));
    }

    @TestFactory
    Stream<DynamicTest> isParsedOnlyWithinItsBoundOfMarks() {
        return inputs().entrySet().stream()
                .map(it -> dynamicTest(it.getKey(), () -> {
                    var isTooDense = Markdown.isTooDense(it.getValue());
                    var isRefused = Articles.reading(Articles.minimal("a", it.getValue())) instanceof Reading.Broken;

                    assertThat(!isTooDense || SafeHtml.of(it.getValue()).startsWith("<pre>"))
                            .isTrue();
                    assertThat(!isTooDense || isRefused).isTrue();
                }));
    }

    @Test
    void theBoundIsFarAboveWhatPeopleWrite() {
        var row = "| `lag_seconds` | **60** | [runbook](lag.md#steps) | wait, then call the DBA on duty |\n";

        assertThat(Markdown.isTooDense(row.repeat(6_000))).isFalse();
        assertThat(Markdown.isTooDense("A sentence of prose. ".repeat(50_000))).isFalse();
        assertThat(Markdown.isTooDense("\n".repeat(Markdown.MOST_MARKS + 1))).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> isReadAndIndexedInBoundedTime() {
        return inputs().entrySet().stream()
                .map(it -> dynamicTest(
                        it.getKey(),
                        () -> assertTimeoutPreemptively(LIMIT.multipliedBy(2), () -> {
                            var reading = Articles.reading(Articles.minimal("a", it.getValue()));
                            if (reading instanceof Reading.Read read) {
                                new SmallIndex(read.article()).search("a lesson", 3);
                            }
                        })));
    }

    static Map<String, String> inputs() {
        var inputs = new TreeMap<String, String>();
        inputs.put("nested quotes", ">".repeat(50_000) + "a");
        inputs.put("opening brackets", "[".repeat(50_000));
        inputs.put("image brackets", "![".repeat(50_000));
        inputs.put("stars", "*".repeat(50_000));
        inputs.put("broken emphasis", "*a **a ".repeat(80_000));
        inputs.put("less-than signs", "<".repeat(100_000));
        inputs.put("table cells", "|a|b|c|d|\n|-|-|-|-|\n" + "|||||\n".repeat(160_000));
        inputs.put(
                "wide table", "|a".repeat(100_000) + "|\n" + "|-".repeat(100_000) + "|\n" + "|b".repeat(100_000) + "|");
        inputs.put("list levels", lists(1_200));
        inputs.put("deep list", "- ".repeat(3_000) + "a");
        inputs.put("links", "[a](b)".repeat(100_000));
        inputs.put("headings", "# a\n".repeat(200_000));
        inputs.put("headings with ids", "## a {#a}\n".repeat(80_000));
        inputs.put("heading of braces", "# " + "{#a".repeat(200_000));
        inputs.put("entities", "&amp;".repeat(200_000));
        inputs.put("backticks", IntStream.range(1, 1_200).mapToObj("`"::repeat).collect(Collectors.joining(" ")));
        inputs.put("steps", "1. **a.** b\n".repeat(60_000));
        inputs.put("fences", "```sh id=a danger=true\na\n```\n".repeat(30_000));
        inputs.put("one long word", "a".repeat(1_000_000));
        inputs.put("alerts", "> [!NOTE]\n> a\n\n".repeat(50_000));
        inputs.put("task items", "- [ ] a\n".repeat(100_000));
        inputs.put("nul", "\0".repeat(500_000));
        inputs.put("wiki links", "[[a|b]] ".repeat(120_000));
        inputs.put("open wiki links", "[[a".repeat(300_000));
        inputs.put("footnotes", "[^a]".repeat(200_000) + "\n\n[^a]: b\n");
        inputs.put("many footnotes", notes(20_000));
        inputs.put("footnotes in footnotes", "[^0]\n\n" + chain(10_000));
        inputs.put("inline footnotes", "^[".repeat(300_000));
        inputs.put("tildes", "~~a".repeat(300_000));
        inputs.put("bare addresses", "https://a.example/b ".repeat(50_000));
        inputs.put("half addresses", "https://".repeat(120_000));
        inputs.put("parent folders", "[a](" + "../".repeat(300_000) + "b.md)");
        inputs.put("percent signs", "[a](" + "%25".repeat(300_000) + ")");
        inputs.put("spaces before a brace", "# a" + " ".repeat(300_000) + "{");
        return inputs;
    }

    static String notes(int many) {
        return IntStream.range(0, many).mapToObj(it -> "[^" + it + "] ").collect(Collectors.joining())
                + IntStream.range(0, many)
                        .mapToObj(it -> "\n\n[^" + it + "]: a")
                        .collect(Collectors.joining());
    }

    static String chain(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> "[^%d]: [^%d]\n\n".formatted(it, it + 1))
                .collect(Collectors.joining());
    }

    static String lists(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(it -> " ".repeat(it) + "- a\n")
                .collect(Collectors.joining());
    }
}
