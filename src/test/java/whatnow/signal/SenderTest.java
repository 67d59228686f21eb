package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import whatnow.testkit.MovableClock;

class SenderTest {

    private static final Instant NOON = MovableClock.NOON;

    private final Sender relay = Sender.first("alertmanager", false, NOON);

    @Test
    void isHeardForThreeIntervalsAfterItsLastPost() {
        assertThat(relay.isHeard(NOON.plusSeconds(179))).isTrue();
        assertThat(relay.isHeard(NOON.plusSeconds(180))).isFalse();
    }

    @Test
    void isExpectedAsOftenAsWasSaid() {
        var slow = relay.speaksEvery(Duration.ofMinutes(10));

        assertThat(slow.isHeard(NOON.plusSeconds(1_799))).isTrue();
        assertThat(slow.isHeard(NOON.plusSeconds(1_800))).isFalse();
    }

    @Test
    void itsWatchdogTeachesHowOftenItSpeaks() {
        var learnt = Stream.of(0, 300, 600, 900)
                .reduce(
                        relay,
                        (sender, second) -> sender.hears(watchdog(NOON.plusSeconds(second), false)),
                        (a, _) -> a);

        assertThat(learnt.interval()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void twoGapsTeachNothing() {
        var learnt = Stream.of(0, 300, 600)
                .reduce(
                        relay,
                        (sender, second) -> sender.hears(watchdog(NOON.plusSeconds(second), false)),
                        (a, _) -> a);

        assertThat(learnt.interval()).isEqualTo(Sender.USUAL);
    }

    @Test
    void oneLongSilenceDoesNotStretchWhatIsExpected() {
        var seconds = Stream.of(0, 60, 120, 180, 7_200, 7_260);
        var learnt = seconds.reduce(
                relay, (sender, second) -> sender.hears(watchdog(NOON.plusSeconds(second), false)), (a, _) -> a);

        assertThat(learnt.interval()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aWatchdogThatEndedMeansThatNobodyStandsBehindIt() {
        var ended = relay.hears(watchdog(NOON, false)).hears(watchdog(NOON.plusSeconds(30), true));

        assertThat(ended.isHeard(NOON.plusSeconds(31))).isFalse();
    }

    @Test
    void postsDoNotReplaceAWatchdogThatWasOnceThere() {
        var sender = relay.hears(watchdog(NOON, false));
        var later = NOON.plusSeconds(300);
        var posted = sender.hears(new Delivery("alertmanager", false, later, List.of(), List.of()));

        assertThat(posted.isHeard(later)).isFalse();
        assertThat(posted.isTrusted(later)).isFalse();
    }

    private static Delivery watchdog(Instant at, boolean ended) {
        var alert = ended ? Intake.AnAlert.watchdog().resolved() : Intake.AnAlert.watchdog();
        var said = Delivery.Said.of(alert.signal("alertmanager", at), "{}", true);
        return new Delivery("alertmanager", false, at, List.of(said), List.of());
    }
}
