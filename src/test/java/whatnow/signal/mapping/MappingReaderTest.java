package whatnow.signal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

    private static final String GOOD = """
            title: Kuma
            alerts: $.list[*]
            name: $.monitor.name
            status:
              is: $.state
              firing: [down]
              resolved: [up]
            service: "{$.a} of {@.b}"
            labels: {team: $.team}
            """;

    private static List<String> problems(String text) {
        return switch (MappingReader.read("kuma.yaml", "kuma", text, Set.of("grafana"))) {
            case MappingReader.Taken _ -> List.of();
            case MappingReader.Wrong wrong ->
                wrong.problems().stream().map(MappingProblem::sentence).toList();
        };
    }

    @Test
    void aGoodOneIsTaken() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.list[*] | list[*] | line 2, alerts: found (list[*] at character 1 | begins with $",
                "$.list[*] | $.list[x] | line 2, alerts: found (x] at character 8 | a place such as 0",
                "$.list[*] | $.list[* | line 2, alerts: found (the end at character 9 | expected ]",
                "$.list[*] | $..list | line 2, alerts: found (.list at character 3 | a name of letters",
                "$.list[*] | $.list['x | line 2, alerts: found (the end | the quote that ends",
                "$.monitor.name | {path: $.x} | line 3, name: found (an object with path | {first: [...]}",
                "$.state | 'what {$.x' | line 5, status.is: found (the end | } behind the path",
                "[up] | [down] | line 7, status.resolved: found (down) | one meaning only",
                "resolved: | solved: | line 7, status.solved: found (solved) | resolved",
                "service: | servise: | line 8, servise: found (servise) | service",
                "{$.a} | {$.a b} | line 8, service: found ( b at character 4 | a dot with a name",
                "{team: $.team} | $.team | line 9, labels: found | the path of an object",
                "$.state | state | line 5, status.is: found (\"state\") | a path that begins with $",
                "title: Kuma | timezone: Berlin | line 1, timezone: found | Europe/Berlin",
                "title: Kuma | holds: soon | line 1, holds: found | 15m or 1d",
                "title: Kuma | 'sample: {list: []}' | line 1, sample: found | that this mapping reads"
            })
    void aMistakeIsNamedWithItsLineItsKeyWhatWasThereAndWhatWasExpected(
            String right, String wrong, String found, String expected) {
        assertThat(problems(GOOD.replace(right, wrong)))
                .singleElement()
                .satisfies(it -> assertThat(it).startsWith("kuma.yaml, ").contains(found, expected));
    }

    @Test
    void theExampleOfTheDocumentationIsTakenWithItsSample() throws Exception {
        var page = Files.readString(Path.of("docs/alert-sources.md"));
        var example = page.substring(page.indexOf("```yaml\ntitle: Uptime Kuma") + "```yaml\n".length());

        assertThat(problems(example.substring(0, example.indexOf("```")))).isEmpty();
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        assertThat(problems("tittle: x\nalerts: list\nstatus:\n  is: $.a[\n")).hasSize(4);
    }

    @Test
    void aDoorOfOursIsNotTakenOver() {
        assertThat(MappingReader.read("grafana.yaml", "grafana", GOOD, Set.of("grafana")))
                .isInstanceOf(MappingReader.Wrong.class);
        assertThat(MappingReader.read("../x.yaml", "../x", GOOD, Set.of())).isInstanceOf(MappingReader.Wrong.class);
    }

    @Test
    @DisplayName("N-8: what nobody writes in good faith is refused, at once and in words")
    void whatNobodyWritesInGoodFaithIsRefused() {
        var aliases = new StringBuilder("name: $.a\nsample:\n  a0: &a0 [x, x]\n");
        for (var level = 1; level <= 25; level++) {
            aliases.append("  a%d: &a%d [*a%d, *a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        assertThat(problems(aliases.toString()))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("10000 values"));
        assertThat(problems(
                        aliases.append("  z: [*a1]\n  y: [*a1]\n").toString().replace("a25", "a24")))
                .hasSize(1);
        assertThat(problems("name: $.a\nsample: &s\n  again: *s\n")).hasSize(1);
        assertThat(problems("name: $.a\ntitle: \"" + "x".repeat(70_000) + "\"")).hasSize(1);
        assertThat(problems("name: $.a\nsample: " + "[".repeat(10_000))).hasSize(1);
        assertThat(problems("name: !!java.net.URL [\"http://example\"]")).hasSize(1);
        assertThat(problems("name: $" + ".a".repeat(100)))
                .singleElement()
                .satisfies(it -> assertThat(it).contains("at most 32 steps"));
        assertThat(problems("name: [")).hasSize(1);
        assertThat(problems("")).hasSize(1);
        assertThat(problems("- name")).hasSize(1);
    }

    @Test
    @DisplayName("N-8: whatever is changed in a mapping, it is taken or refused in words")
    void whateverIsChangedItIsTakenOrRefusedInWords() {
        var random = new Random(8);
        var odd = "{}[]'\"$@.*:-&!|>#%\n\t 0x\u202e\u00e9";
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder(GOOD);
            for (var change = 0; change <= random.nextInt(3); change++) {
                text.setCharAt(random.nextInt(text.length()), odd.charAt(random.nextInt(odd.length())));
            }

            assertThat(problems(text.toString()))
                    .allSatisfy(it -> assertThat(it).contains("expected"));
        }
    }
}
