package whatnow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.knowledge.Article;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Articles;

@DisplayName("front matter (N-8)")
class FrontMatterTest {

    static Stream<String> hostile() {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var letter = 'b'; letter <= 'm'; letter++) {
            var before = (char) (letter - 1);
            bomb.append("%c: &%c [%s]\n".formatted(letter, letter, ("*" + before + ",").repeat(9)));
        }
        return Stream.of(
                bomb.toString(),
                "title: !!java.net.URL [http://localhost/]",
                "title: !!javax.script.ScriptEngineManager [a]",
                "title: !x y",
                "title: *nothing",
                "x".repeat(1_000_000) + ": y",
                "? " + "x".repeat(60_000) + "\n: y",
                "title: " + "y".repeat(1_000_000),
                "title: " + "[".repeat(60_000),
                "title: " + "{".repeat(60_000),
                "- ".repeat(30_000),
                "? ".repeat(30_000),
                "title: {a: b}",
                "title: [[a]]",
                "title: a\ntitle: b",
                "[]: a",
                "title: \"a",
                "title: \u0007",
                "<<: {title: x}",
                "%TAG ! tag:x,2000:\n---\na: b");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsHostileIsRefusedInWordsAndSoon(String lines) {
        var text = "---\nid: a\ntype: lesson\n" + lines + "\n---\n\n# A\n";

        var reading = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Articles.reading(text));

        assertThat(reading).isInstanceOfSatisfying(Reading.Broken.class, it -> {
            assertThat(it.reason().what()).isNotBlank().hasSizeLessThan(300);
            assertThat(it.reason().expected()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "---", "---\n", "# A", "---\n---\n# A", "---\nid: a\n# A", "---\n- a\n---\n# A"})
    void whatIsNoFrontMatterIsRefused(String text) {
        assertThat(Articles.reading(text)).isInstanceOf(Reading.Broken.class);
    }

    @Test
    void aBrokenLineIsNamedByItsNumberInTheFile() {
        var reading = Articles.reading("---\nid: a\ntype: lesson\ntitle: [b\n---\n\n# A\n");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        it -> assertThat(it.reason().line()).isBetween(4, 5));
    }

    @Test
    void anUnknownKeyIsKeptAndAnUnreadableDateNamed() {
        var reading = Articles.reading(Articles.minimal("a", "Text.")
                .replace("status: approved", "status: approved\nmood: good\nlast_reviewed: soon"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, it -> {
            assertThat(it.article().frontMatter().others()).containsOnlyKeys("mood");
            assertThat(it.remarks()).singleElement().extracting(Remark::line).isEqualTo(7);
        });
    }

    @Test
    void everyKeyIsReadWithItsType() {
        var front = Articles.read(Articles.RUNBOOK.replace("related: []", """
                related: [fail-back]
                tiers: [tier_1]
                regions: [us-east-1, us-west-2]
                plan: freight
                last_drilled: 2026-09-12
                estimated_duration: 45m
                rto: PT4H
                supersedes: [old-failover]
                incidents: [INC-2026-0042, DR-20260901-120000]
                weight: 20""")).frontMatter();

        assertThat(front.reach())
                .isEqualTo(new Article.Reach(
                        List.of("tier_1"),
                        List.of("us-east-1", "us-west-2"),
                        Optional.of("freight"),
                        Optional.of(Duration.ofHours(4))));
        assertThat(front.past())
                .isEqualTo(new Article.Past(
                        Optional.of(LocalDate.of(2026, 9, 12)),
                        List.of(new ArticleId("old-failover")),
                        List.of("INC-2026-0042", "DR-20260901-120000")));
        assertThat(front.estimatedDuration()).contains(Duration.ofMinutes(45));
        assertThat(front.weight()).contains(20);
        assertThat(front.others()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category: recipes",
                "status: nearly",
                "last_drilled: soon",
                "last_reviewed: 2026-02-30",
                "rto: four hours",
                "estimated_duration: 99999999999h",
                "review_cadence: 3 months",
                "weight: heavy",
                "weight: 99999999999",
                "plan: ../freight",
                "supersedes: [Old Failover]",
                "related: ['a b']",
                "incidents: [the big one]",
                "owner: [team-a, team-b]"
            })
    void aValueOfAnotherShapeIsNamedWithItsLineAndWhatWasExpected(String wrong) {
        var reading = Articles.reading("---\nid: a\ntype: lesson\ntitle: A\n" + wrong + "\nx: y\n---\n\n# A\n");

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        it -> assertThat(it.remarks())
                                .filteredOn(remark -> remark.line() == 5)
                                .singleElement()
                                .satisfies(remark -> {
                                    assertThat(remark.what()).contains(wrong.substring(0, wrong.indexOf(':')));
                                    assertThat(remark.expected()).isNotBlank();
                                }));
    }

    @ParameterizedTest
    @EnumSource(Article.Type.class)
    void everyTypeIsReadByItsWord(Article.Type type) {
        var text = Articles.minimal("a", "Text.").replace("type: lesson", "type: " + type.word());

        assertThat(Articles.read(text).type()).isEqualTo(type);
    }

    @Test
    void randomLinesNeverEndInAnException() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(8);
        for (var round = 0; round < 3_000; round++) {
            var text = "---\n" + noise(random) + "\n---\n" + noise(random);

            assertThat(Articles.reading(text)).as(text).isNotNull();
        }
    }

    static String noise(RandomGenerator random) {
        var letters = "abc:[]{}&*!|>'\"%@`#-? \n\t,~0\u00e9\u2028\ud83d";
        return IntStream.range(0, random.nextInt(80))
                .mapToObj(_ -> "" + letters.charAt(random.nextInt(letters.length())))
                .reduce("id: a\ntype: lesson\ntitle: b\n", String::concat);
    }
}
