package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import whatnow.chat.words.Heard.Said;
import whatnow.chat.words.Sentences.Sentence;
import whatnow.chat.words.WordsReport.Score;
import whatnow.testkit.ShippedPlans;

class SentenceReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Names NAMES = Names.of(List.of(ShippedPlans.plan("freight")));

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aSentenceGivesItsFactsAndNoOthers(Sentence sentence) {
        assertThat(Sentences.written(SentenceReader.read(sentence.text(), NAMES, NOON)))
                .containsExactlyInAnyOrderElementsOf(sentence.expected());
    }

    /** Types of which there are a handful only are counted together: one of four is no measure. */
    @Test
    void sentencesOfOthersAreReadNineTimesInTen() throws IOException {
        var scores = WordsReport.of(Sentences.of(file("sentences-of-others.txt")), NAMES)
                .scores()
                .values();
        var all = new WordsReport.Score(
                scores.stream().mapToInt(Score::right).sum(),
                scores.stream().mapToInt(Score::wrong).sum(),
                scores.stream().mapToInt(Score::missed).sum());

        assertThat(all.precision()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
        assertThat(all.recall()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
    }

    @Test
    void aFileThatCannotBeReadSaysWhere() {
        assertThatThrownBy(() -> Sentences.of("@now 2026-03-01T12:00:00Z\n@plans freight\napi is down\n"))
                .hasMessageContaining("Line 3")
                .hasMessageContaining("->");
        assertThatThrownBy(() -> Sentences.of("api is down -> \n")).hasMessageContaining("@now");
    }

    @Test
    void everyFactHasTheWordsThatItCameFrom() {
        var sentence = "Replica lag is 40 min, and US-East-1 is gone. What now?";

        assertThat(SentenceReader.read(sentence, NAMES, NOON).facts())
                .extracting(Said::words)
                .containsExactly("Replica lag is 40 min", "US-East-1 is gone");
    }

    @Test
    void whatWasNotUnderstoodIsHandedBack() {
        var heard = SentenceReader.read("api is down, the coffee machine as well", NAMES, NOON);

        assertThat(heard.left()).containsExactly("the coffee machine as well");
    }

    @Test
    void tenThousandCharactersAreReadAsFarAsASentenceGoes() {
        var heard = SentenceReader.read("api is down. " + "x".repeat(10_000), NAMES, NOON);

        assertThat(heard.facts()).hasSize(1);
        assertThat(heard.left().getLast()).contains("2,000");
    }

    static List<Sentence> lines() throws IOException {
        return Sentences.of(file("sentences.txt")).all();
    }

    private static String file(String name) throws IOException {
        try (var file = Objects.requireNonNull(SentenceReaderTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
