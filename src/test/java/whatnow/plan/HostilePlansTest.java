package whatnow.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody writes in good faith are refused, fast and in words. */
@DisplayName("Hostile YAML (N-8)")
@Timeout(10)
class HostilePlansTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefused(String name, String text, String value) {
        var problems = PlanYaml.problems(text);

        assertThat(problems).isNotEmpty();
        assertThat(problems).anySatisfy(it -> assertThat(it.value()).contains(value));
        assertThat(problems).allSatisfy(it -> assertThat(it.sentence().length()).isLessThan(2_000));
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("an alias bomb", bomb(), "aliases"),
                Arguments.of("a list that holds itself", "id: &a [*a]\n", "a list"),
                Arguments.of("a mapping that holds itself", "reference: &a\n  x: *a\n", "a mapping"),
                Arguments.of("a tag of a class", "id: !!javax.script.ScriptEngineManager [x]\n", "ScriptEngineManager"),
                Arguments.of("a local tag", "id: !env HOME\n", "!env"),
                Arguments.of("a tag on a mapping", "match: !!set {a: 1}\n", "set"),
                Arguments.of("brackets without end", "id: " + "[".repeat(100_000), ""),
                Arguments.of("brackets on many lines", "id:\n" + " [\n".repeat(50_000), "depth"),
                Arguments.of("nested mappings", "id: " + "{a: ".repeat(50_000), ""),
                Arguments.of("nested dashes", "- ".repeat(5_000) + "a", "depth"),
                Arguments.of("a key of a megabyte", "? " + "k".repeat(1_000_000) + "\n: v\n", "characters"),
                Arguments.of("a key over many lines", "? |\n" + "  kkkkkkkkk\n".repeat(50_000) + ": v\n", "kkk"),
                Arguments.of("a key of a megabyte, in short", "k".repeat(1_000_000) + ": v\n", "characters"),
                Arguments.of("a file of two megabytes", "# " + "x".repeat(2 << 20), "characters"),
                Arguments.of("two documents", "id: a\n---\nid: b\n", ""),
                Arguments.of("a key that is a list", "[a, b]: c\n", "Non scalar key"),
                Arguments.of("a control character", "id: \u0001\n", ""),
                Arguments.of("a lone surrogate", "id: \ud800\n", ""),
                Arguments.of("a merge", "<<: {id: ledger}\n", "<<"));
    }

    @Test
    void aHiddenLineBreakDoesNotReachTheMessage() {
        var text = PlanYaml.with("kind: database", "kind: \"data\\nbase\\u202e\"");

        assertThat(PlanYaml.problems(text))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isEqualTo("data base"));
    }

    @Test
    void aHundredThousandMistakesAreNotAllTold() {
        var text = new StringBuilder(PlanYaml.SMALL);
        for (var i = 0; i < 60_000; i++) {
            text.append("wrong").append(i).append(": x\n");
        }

        assertThat(PlanYaml.problems(text.toString())).hasSizeBetween(100, 300);
    }

    @Test
    void aChainOfServicesWithoutEndDoesNotOverflow() {
        var text = new StringBuilder("id: ledger\ntitle: L\nsource: S9\nservices:\n");
        for (var i = 0; i < 9_000; i++) {
            text.append("  - {name: s%d, title: S, kind: cache, importance: low, depends-on: [s%d]}\n"
                    .formatted(i, (i + 1) % 9_000));
        }

        assertThat(PlanYaml.problems(text.toString()))
                .singleElement()
                .satisfies(it -> assertThat(it.expected()).contains("1000"));
    }

    @Test
    void durationsOfAnyLengthNeverOverflow() {
        assertThat(Durations.parse("999999999999d")).isEmpty();
        assertThat(Durations.parse("PT999999999999999999999H")).isEmpty();
        assertThat(Durations.parse("1d")).contains(Duration.ofDays(1));
        assertThat(Durations.parse("")).isEmpty();
    }

    private static String bomb() {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 10; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        return text.toString();
    }
}
