package whatnow.knowledge.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                .replace("status: approved", "status: approved\nweight: 20\nlast_reviewed: soon"));

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, it -> {
            assertThat(it.article().frontMatter().others()).containsOnlyKeys("weight");
            assertThat(it.remarks()).singleElement().extracting(Remark::line).isEqualTo(7);
        });
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
