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
import org.junit.jupiter.api.TestFactory;
import whatnow.knowledge.Articles;
import whatnow.knowledge.index.SmallIndex;

/** The aim is half a second; the limit here leaves room for a busy machine and a cold JVM. */
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
        inputs.put("spaces before a brace", "# a" + " ".repeat(300_000) + "{");
        return inputs;
    }

    static String lists(int levels) {
        return IntStream.range(0, levels)
                .mapToObj(it -> " ".repeat(it) + "- a\n")
                .collect(Collectors.joining());
    }
}
