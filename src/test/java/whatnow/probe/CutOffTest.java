package whatnow.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.MovableClock.NOON;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.probe.CutOff.Sight;

/** When everything falls silent at once, it is the observer that nobody can believe (safety.md 3). */
class CutOffTest {

    private static Instant second(int number) {
        return NOON.plusSeconds(number);
    }

    /**
     * {@code host:tried/reached/silent}, in seconds; a dash for never.
     */
    private static Sight sight(String written) {
        var parts = written.strip().split("[:/]");
        return new Sight(parts[0], time(parts[1]), time(parts[2]), time(parts[3]));
    }

    private static Optional<Instant> time(String written) {
        return written.equals("-") ? Optional.empty() : Optional.of(second(Integer.parseInt(written)));
    }

    private static Optional<CutOff> in(String written) {
        return CutOff.in(Arrays.stream(written.strip().split(" +"))
                .map(CutOffTest::sight)
                .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all fall silent at once                       | a:70/50/60 b:70/51/61 c:70/52/62          | 60
            two hosts are too few to tell                 | a:70/50/60 b:70/51/61                     |
            one is not tried yet                          | a:70/50/60 b:70/51/61 c:52/52/-           |
            one still answers                             | a:70/50/60 b:70/51/61 c:70/52/62 d:70/71/- |
            it was reached after two had fallen silent    | a:90/50/60 b:90/51/61 c:90/70/80          |
            one was down long before, the others fall     | a:70/50/60 b:70/51/61 c:70/52/62 d:70/9/10 | 60
            only what was down long before is down        | a:70/50/60 d:70/9/10 e:70/9/11 f:70/71/-   |
            three endpoints of one host are one host      | a:70/50/60 a:70/50/60 a:70/50/60 b:70/51/61 |
            the machine answers itself                    | a:70/50/60 b:70/51/61 c:70/52/62 localhost:70/71/- 127.0.0.1:70/71/- | 60
            the machine itself is no witness of silence   | a:70/50/60 b:70/51/61 127.0.0.1:70/50/60  |
            nothing was ever tried                        | a:-/-/-                                   |
            """)
    @DisplayName("all that answered until then is silent at once: the observer may be cut off (safety.md 3)")
    void theObserverIsCutOffWhenAllFallSilentAtOnce(String name, String sights, Integer since) {
        assertThat(in(sights)).isEqualTo(Optional.ofNullable(since).map(it -> new CutOff(second(it))));
    }

    /** One of ten may stand next to the observer and answer on. */
    @Test
    void ofManyHostsOneMayAnswerOn() {
        var silent = IntStream.rangeClosed(1, 9).mapToObj(it -> sight("h%d:70/50/60".formatted(it)));

        assertThat(CutOff.in(
                        Stream.concat(silent, Stream.of(sight("near:70/71/-"))).toList()))
                .contains(new CutOff(second(60)));
    }

    /** Half of a plan is lost: that is real, and another half proves that the observer sees. */
    @Test
    void halfOfManyIsARealLoss() {
        var silent = IntStream.rangeClosed(1, 10).mapToObj(it -> sight("h%d:70/50/60".formatted(it)));
        var well = IntStream.rangeClosed(1, 10).mapToObj(it -> sight("w%d:60/60/-".formatted(it)));

        assertThat(CutOff.in(Stream.concat(silent, well).toList())).isEmpty();
    }

    @Test
    void itIsOverWhenAnythingIsReachedAgain() {
        assertThat(in("a:90/91/- b:90/51/61 c:90/52/62")).isEmpty();
    }
}
