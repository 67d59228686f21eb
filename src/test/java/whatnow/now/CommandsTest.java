package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whatnow.knowledge.Section;
import whatnow.knowledge.Step;

/** People paste these commands into a shell at night. */
class CommandsTest {

    private static final String COMMAND =
            "aws rds describe-events --region {region} --source-identifier \"{service}\" --query '{service}'";

    @ParameterizedTest
    @MethodSource("hostile")
    @DisplayName("no hostile label reaches a command, and the command is not offered for copying (S-32)")
    void noHostileLabelReachesACommand(String label) {
        var filled = Commands.fill(COMMAND, Map.of("region", "us-east-1", "service", label));

        assertThat(filled.text())
                .isEqualTo(
                        "aws rds describe-events --region us-east-1 --source-identifier \"{service}\" --query '{service}'");
        assertThat(filled.missing()).containsExactly("service");
        assertThat(filled.isComplete()).isFalse();
    }

    @Test
    void twoHundredAreTried() {
        assertThat(hostile().distinct()).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void ordinaryNamesFillTheirPlaces() {
        var filled = Commands.fill(COMMAND, Map.of("region", "us-east-1", "service", "arn:aws:rds:db/freight_db.1"));

        assertThat(filled.isComplete()).isTrue();
        assertThat(filled.text()).contains("\"arn:aws:rds:db/freight_db.1\"").doesNotContain("{");
    }

    @Test
    void whatTheShellOrCurlFillIsNoPlace() {
        var filled = Commands.fill("curl -w '%{http_code}' ${options} {endpoint}", Map.of("endpoint", "db.example"));

        assertThat(filled.missing()).isEmpty();
        assertThat(filled.text()).isEqualTo("curl -w '%{http_code}' ${options} db.example");
    }

    @Test
    void aSentenceNamesWhatIsNotKnown() {
        var sentence = "unhealthy only in {zone}, not in {target_region}";

        assertThat(Commands.inWords(sentence, Map.of("zone", "us-east-1a", "target_region", "x; reboot")))
                .isEqualTo("unhealthy only in us-east-1a, not in the target region");
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilledAgain() {
        var filled = Commands.fill("run {a} {b}", Map.of("a", "x", "b", "{a}"));

        assertThat(filled.text()).isEqualTo("run x {b}");
    }

    @Test
    void aStepWithAnEmptyPlaceCannotBeCopied() {
        var step = step(Map.of("region", "us-east-1; reboot"));

        assertThat(step.copyable()).isFalse();
        assertThat(step.missing()).containsExactly("region");
        assertThat(step.command().orElseThrow()).contains("{region}").doesNotContain("reboot");
    }

    @Test
    void aStepWhosePlacesAreFilledCanBeCopied() {
        assertThat(step(Map.of("region", "us-east-1")).copyable()).isTrue();
    }

    static Stream<String> hostile() {
        var labels = new ArrayList<String>(List.of(
                "",
                " ",
                "-rf",
                "--profile=evil",
                "-",
                "a b",
                "a;reboot",
                "a&reboot",
                "a|sh",
                "a>b",
                "a<b",
                "$(reboot)",
                "`reboot`",
                "${IFS}reboot",
                "$HOME",
                "a'b",
                "a\"b",
                "a\\b",
                "a\nreboot",
                "a\rreboot",
                "a\treboot",
                "a\u0000b",
                "a*",
                "a?b",
                "[a]",
                "{a,b}",
                "~root",
                "!history",
                "#comment",
                "a%0areboot",
                "a=b",
                "a,b",
                "a@b",
                "a^b",
                "(reboot)",
                "\u202Etoober",
                "freight\u200Bdb",
                "fr\u0435ight",
                "\uFF0Drf",
                "caf\u00E9",
                "\u2028reboot",
                "\uFEFFdb",
                "a\u00A0b",
                "\uD83D\uDE00",
                "\uD800",
                "x".repeat(129),
                "x".repeat(100_000),
                "<img src=x onerror=alert(1)>"));
        var pieces = List.of(
                "$(id)", "`id`", ";", "&&", "||", "|", "\n", "\r\n", "'", "\"", "\\", " ", "\t", "$IFS", "\u202E",
                "\u200D", ">", "<", "*", "\u0000", "{x}", "%", "\u061C", "!", "é");
        var random = new Random(32);
        while (labels.size() < 240) {
            var label = new StringBuilder();
            for (var count = 1 + random.nextInt(4); count > 0; count--) {
                label.append(List.of("db", "freight", "us-east-1", "a").get(random.nextInt(4)))
                        .append(pieces.get(random.nextInt(pieces.size())));
            }
            labels.add(label.toString());
        }
        return labels.stream();
    }

    private static NowCard.StepLine step(Map<String, String> values) {
        var command = new Step.Command("look", "aws rds describe-events --region {region}", false, Optional.empty());
        var step = new Step(
                1,
                "Look",
                "",
                Optional.of(command),
                "events",
                "nothing was changed",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
        return new Checklist(new Section("steps", "Steps", 2, "", 1, List.of(step)), Set.of(), values)
                .next()
                .getFirst();
    }
}
