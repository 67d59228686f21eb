package whatnow.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whatnow.knowledge.Articles;

@DisplayName("hostile searches (S-12)")
class HostileSearchTest {

    static final long SEED = 20_261_120;
    static final int ROUNDS = Integer.getInteger("whatnow.rounds", 4_000);
    static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "*",
            "?",
            "~2",
            "^9",
            ":",
            "\"",
            "\\",
            "/",
            "+",
            "-",
            "!",
            "&&",
            "||",
            " AND ",
            " OR ",
            " NOT ",
            " TO ",
            "a",
            "region",
            "us-east-1",
            "S1-13",
            "text:",
            "*:*",
            ".*a.{20}",
            " ",
            "\t",
            "\n",
            "\0",
            "é",
            "\ud83d\ude00",
            "\ud83d",
            "\u202e",
            "\u200b",
            "漢字",
            "'",
            "<b>",
            "%00",
            "ERR_5021",
            "--",
            " -region",
            " type:",
            "type:runbook ",
            " repl*",
            " -\"",
            "id:",
            "regoin ",
            "RegionDown ",
            "10.0.12.7:9100 ");

    final SmallIndex index = new SmallIndex(Articles.read(Articles.RUNBOOK));

    @Test
    void noTextIsAnErrorAndNoneIsSlow() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (var round = 0; round < ROUNDS; round++) {
            var typed = typed(random);

            var hits = assertTimeoutPreemptively(
                    Duration.ofSeconds(1), () -> index.search(typed, 10), () -> SEED + ": " + typed);

            assertThat(hits).as(typed).hasSizeLessThanOrEqualTo(10);
        }
    }

    static String typed(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    static Stream<String> known() {
        return Stream.of(
                "(".repeat(100_000),
                "a ".repeat(1_100),
                ".*a.{20}",
                "*foo",
                "[",
                "a:b:c",
                "\"",
                "\"\"",
                "\" \" \"",
                "\"a",
                "a-".repeat(250),
                "a_1".repeat(170),
                "\"" + "a ".repeat(250) + "\"",
                "the of and");
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatBrokeOthersDoesNothingHere(String typed) {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> index.search(typed, 10));
    }
}
