package whatnow.chat.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    void aSentenceGivesItsFactsAndNoOthers(Sentence sentence, Names names) {
        assertThat(Sentences.written(SentenceReader.read(sentence.text(), names, NOON)))
                .containsExactlyInAnyOrderElementsOf(sentence.expected());
    }

    @ParameterizedTest
    @MethodSource("others")
    void sentencesOfOthersAreReadNineTimesInTen(String file) {
        var scores = scores(file).values();

        assertThat(all(scores).precision()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
        assertThat(all(scores).recall()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
    }

    /** Of one file alone some types have a handful only: three of four is no measure. */
    @Test
    void eachTypeIsReadNineTimesInTenOverAllOfThem() {
        var types = new TreeMap<String, Score>();
        others().forEach(file -> scores(file)
                .forEach((type, score) -> types.merge(type, score, (one, other) -> all(List.of(one, other)))));

        assertThat(types).hasSizeGreaterThanOrEqualTo(13).allSatisfy((_, score) -> {
            assertThat(score.precision()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
            assertThat(score.recall()).isGreaterThanOrEqualTo(WordsReport.ENOUGH);
        });
    }

    static List<String> others() {
        return List.of(
                "sentences-of-others.txt",
                "sentences-by-others-2.txt",
                "sentences-by-others-3.txt",
                "sentences-by-others-4.txt",
                "sentences-by-others-5.txt",
                "sentences-by-others-6.txt",
                "sentences-by-others-7.txt",
                "sentences-by-others-8.txt",
                "sentences-by-others-9.txt",
                "sentences-by-others-10.txt",
                "sentences-by-others-11.txt");
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

    /** The first to say it is not always right, and people say so in the next breath. */
    @Test
    void whatIsSaidLastOfOneThingCounts() {
        var heard = SentenceReader.read("api is down. false alarm, it's up", NAMES, NOON);

        assertThat(Sentences.written(heard)).containsExactly("symptom freight-api FALSE kind=UNAVAILABLE");
    }

    @Test
    void aNameThatTwoPlansUseIsAQuestionOfEach() {
        var both = Names.of(List.of(ShippedPlans.plan("freight"), ShippedPlans.plan("tracktion")));

        var heard = SentenceReader.read("core-api is down", both, NOON);

        assertThat(Sentences.written(heard))
                .containsExactlyInAnyOrder(
                        "? symptom freight-api TRUE kind=UNAVAILABLE",
                        "? symptom analysis-service TRUE kind=UNAVAILABLE");
    }

    private static java.util.SortedMap<String, Score> scores(String file) {
        var sentences = Sentences.of(WordsFiles.text(file));
        return WordsReport.of(sentences, names(sentences)).scores();
    }

    private static Score all(Collection<Score> scores) {
        return scores.stream()
                .reduce(
                        new Score(0, 0, 0),
                        (one, other) -> new Score(
                                one.right() + other.right(),
                                one.wrong() + other.wrong(),
                                one.missed() + other.missed()));
    }

    private static Names names(Sentences sentences) {
        return Names.of(sentences.plans().stream().map(ShippedPlans::plan).toList());
    }

    private static Stream<Arguments> lines(Sentences sentences) {
        var names = names(sentences);
        return sentences.all().stream().map(it -> Arguments.of(it, names));
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                        "sentences.txt",
                        "sentences-2.txt",
                        "sentences-near-misses.txt",
                        "sentences-tracktion.txt",
                        "sentences-homeostasis.txt")
                .map(it -> Sentences.of(WordsFiles.text(it)))
                .flatMap(SentenceReaderTest::lines);
    }
}
