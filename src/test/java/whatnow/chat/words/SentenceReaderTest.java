package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import whatnow.chat.words.Heard.Said;
import whatnow.chat.words.Sentences.Sentence;
import whatnow.chat.words.WordsReport.Score;
import whatnow.testkit.ShippedPlans;

class SentenceReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> OTHERS = List.of("", "-2", "-3", "-4", "-5", "-6", "-7");
    private static final Names NAMES = Names.of(List.of(ShippedPlans.plan("freight")));

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void aSentenceGivesItsFactsAndNoOthers(Sentence sentence) {
        assertThat(Sentences.written(SentenceReader.read(sentence.text(), NAMES, NOON)))
                .containsExactlyInAnyOrderElementsOf(sentence.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-2", "-3", "-4", "-5", "-6", "-7"})
    void sentencesOfOthersAreReadNineTimesInTen(String number) throws IOException {
        var all = sum(report(number).scores().values());

        assertThat(all.precision()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
        assertThat(all.recall()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
    }

    /** Of a file alone some types have a handful only: three of four is no measure. */
    @Test
    void eachTypeOfFactIsReadNineTimesInTenOverAllOfThem() throws IOException {
        var scores = new TreeMap<String, List<Score>>();
        for (var number : OTHERS) {
            report(number)
                    .scores()
                    .forEach((type, it) ->
                            scores.computeIfAbsent(type, _ -> new ArrayList<>()).add(it));
        }

        assertThat(scores).hasSizeGreaterThanOrEqualTo(13);
        scores.forEach((type, those) -> {
            assertThat(sum(those).precision()).as("precision of " + type).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
            assertThat(sum(those).recall()).as("recall of " + type).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
        });
    }

    private static WordsReport report(String number) throws IOException {
        var sentences = Sentences.of(file("sentences-of-others" + number + ".txt"));
        return WordsReport.of(
                sentences,
                Names.of(sentences.plans().stream().map(ShippedPlans::plan).toList()));
    }

    private static Score sum(Collection<Score> scores) {
        return new Score(
                scores.stream().mapToInt(Score::right).sum(),
                scores.stream().mapToInt(Score::wrong).sum(),
                scores.stream().mapToInt(Score::missed).sum());
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
