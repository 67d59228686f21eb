package whatnow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MovableClockTest {

    final MovableClock clock = new MovableClock();

    @Test
    void timePassesOnlyWhenTold() {
        assertThat(clock.instant()).isEqualTo(MovableClock.NOON);

        clock.passes(Duration.ofMinutes(15));

        assertThat(clock.instant()).isEqualTo(MovableClock.NOON.plusSeconds(900));
    }

    @Test
    void answersAreCutToMilliseconds() {
        clock.passes(Duration.ofNanos(1_999_999));

        assertThat(clock.instant()).isEqualTo(MovableClock.NOON.plusMillis(1));
    }
}
