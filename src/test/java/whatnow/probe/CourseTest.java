package whatnow.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.probe.AProbe.retrying;
import static whatnow.probe.AProbe.slowAfter;
import static whatnow.testkit.MovableClock.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {

    private static final Probe PROBE = slowAfter(Duration.ofSeconds(1), AProbe.http("https://api.example/health"));

    private static Answer answer(char letter) {
        return switch (letter) {
            case 'P' -> new Answer.Right(20, Optional.empty());
            case 'S' -> new Answer.Right(2000, Optional.empty());
            case 'W' -> new Answer.Wrong(20, "HTTP 500, expected 200");
            case 'G' -> new Answer.NoService(20, "HTTP 503, expected 200");
            default -> new Answer.None("connection refused");
        };
    }

    private static Instant minute(int number) {
        return NOON.plus(Duration.ofMinutes(number));
    }

    private static Course after(Course course, Probe probe, String letters) {
        var next = course;
        for (var i = 0; i < letters.length(); i++) {
            next = next.after(
                    answer(letters.charAt(i)), probe, minute(i), minute(i).plusMillis(20));
        }
        return next;
    }

    private static Course after(String letters) {
        return after(Course.beginning(NOON), PROBE, letters);
    }

    /** S2-18: three retries. */
    @ParameterizedTest
    @CsvSource({
        "N,         NEVER_OBSERVED",
        "NNNNNNNNN, NEVER_OBSERVED",
        "WWWWGGGGN, NEVER_OBSERVED",
        "P,         UP",
        "NNNNNP,    UP",
        "PNNN,      UP",
        "PNNNN,     DOWN",
        "PNNNP,     UP",
        "PNNNPNNN,  UP",
        "PWWWW,     ERRORS",
        "PGGGG,     DOWN",
        "PWWWN,     DOWN",
        "PNNNNWWW,  DOWN",
        "PNNNNWWWW, ERRORS",
        "PWWWWN,    DOWN",
        "PNNNNP,    DOWN",
        "PNNNNPNP,  DOWN",
        "PNNNNPP,   UP",
        "PSSS,      UP",
        "PSSSS,     SLOW",
        "PSSSSP,    SLOW",
        "PSSSSPP,   UP",
        "PSSSSNNNN, DOWN",
        "PNNNNSS,   UP"
    })
    @DisplayName("enough tries in a row say how an endpoint is; who never answered is never observed (S2-18)")
    void enoughTriesInARowSayHowItIs(String letters, Condition condition) {
        assertThat(after(letters).condition()).isEqualTo(condition);
    }

    @Test
    void harmBeganWithTheFirstTryThatFailed() {
        assertThat(after("PPNNNN").since()).isEqualTo(minute(2));
    }

    @Test
    void whatWasSeenInVainCountsOnceItIsDown() {
        assertThat(after("PPPPPPNNNN")).returns(4, Course::own).returns(4, Course::failures);
        assertThat(after("PPPPPPNNNNNP")).returns(6, Course::own).returns(5, Course::failures);
        assertThat(after("PNNN")).returns(0, Course::failures);
    }

    @Test
    void takingTurnsIsCounted() {
        assertThat(after("PNPNPN").changes()).isEqualTo(5);
        assertThat(after("PSPSPS").changes()).isZero();
    }

    @Test
    void blindItIsUnknownUntilItWasSeenOftenEnough() {
        var blind = after("PP").blind(minute(9));

        assertThat(blind.condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(after(blind, PROBE, "P").condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(after(blind, PROBE, "PP").condition()).isEqualTo(Condition.UP);
        assertThat(after(blind, PROBE, "NNN").condition()).isEqualTo(Condition.UNKNOWN);
        assertThat(after(blind, PROBE, "NNNN").condition()).isEqualTo(Condition.DOWN);
        assertThat(after("NNN").blind(minute(9)).condition()).isEqualTo(Condition.NEVER_OBSERVED);
    }

    @Test
    void theNextTryDoesNotWaitWhileItIsNotSettled() {
        assertThat(after("PN").isUnsettled()).isTrue();
        assertThat(after("PNNNN").isUnsettled()).isFalse();
        assertThat(after("PNNNNP").isUnsettled()).isTrue();
        assertThat(after("PP").isUnsettled()).isFalse();
        assertThat(after("NN").isUnsettled()).isFalse();
        assertThat(after("PP").blind(NOON).isUnsettled()).isTrue();
    }

    /** Any sequence of what may happen, with any number of retries, and blindness now and then. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9})
    void noSequenceMakesItSayWhatTheLastTriesDeny(int retries) {
        var probe = retrying(retries, PROBE);
        var random = new Random(retries);
        var course = Course.beginning(NOON);
        var seen = "";
        var passed = false;
        for (var i = 0; i < 20_000; i++) {
            if (random.nextInt(50) == 0) {
                course = course.blind(minute(i));
                seen = "";
            }
            var letter =
                    (random.nextInt(4) == 0 ? "PSWGN" : random.nextBoolean() ? "NNN" : "PPP").charAt(random.nextInt(3));
            for (var times = random.nextInt(5); times >= 0; times--) {
                course = course.after(answer(letter), probe, minute(i), minute(i));
                seen += letter;
                passed |= "PS".indexOf(letter) >= 0;
                holds(course, probe, seen, passed);
            }
        }
    }

    private static void holds(Course course, Probe probe, String seen, boolean passed) {
        assertThat(course.isObserved()).isEqualTo(passed);
        if (passed && seen.matches(".*[WGN]{%d}".formatted(probe.triesToFail()))) {
            assertThat(course.condition()).as(seen).matches(Condition::isFailing);
        }
        if (seen.matches(".*[PS]{2}")) {
            assertThat(course.condition()).as(seen).matches(Condition::isPassing);
        }
        assertThat(course.own()).isBetween(0, Course.MOST);
        assertThat(course.failures()).isBetween(0, course.own());
        assertThat(course.tries().length()).isLessThanOrEqualTo(Course.MOST);
    }
}
