package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MinutesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Minutes minutes = new Minutes();

    @Test
    void whatIsOlderIsNotCounted() {
        minutes.add(7, NOON);
        minutes.add(2, NOON.plus(Duration.ofMinutes(30)));

        assertThat(minutes.inTheLast(5, NOON.plus(Duration.ofMinutes(34)))).isEqualTo(2);
        assertThat(minutes.inTheLast(60, NOON.plus(Duration.ofMinutes(59)))).isEqualTo(9);
        assertThat(minutes.inTheLast(60, NOON.plus(Duration.ofMinutes(60)))).isEqualTo(2);
        assertThat(minutes.inTheLast(60, NOON.plus(Duration.ofDays(3)))).isZero();
        assertThat(minutes.last()).contains(NOON.plus(Duration.ofMinutes(30)));
    }

    /** Nodes and requests overtake each other by a little. */
    @Test
    void whoComesLateCountsInItsOwnMinute() {
        minutes.add(1, NOON.plus(Duration.ofMinutes(10)));
        minutes.add(1, NOON);
        minutes.add(1, NOON.minus(Duration.ofHours(2)));

        assertThat(minutes.inTheLast(60, NOON.plus(Duration.ofMinutes(10)))).isEqualTo(2);
        assertThat(minutes.inTheLast(5, NOON.plus(Duration.ofMinutes(10)))).isEqualTo(1);
    }

    @Test
    void itIsWhatALongListWouldSay() {
        var random = new Random(60);
        var all = new ArrayDeque<Instant>();
        var now = NOON;
        for (var step = 0; step < 5_000; step++) {
            now = now.plusSeconds(random.nextInt(200));
            minutes.add(1, now);
            all.add(now);

            var first = (now.getEpochSecond() / 60 - 59) * 60;
            assertThat(minutes.inTheLast(60, now))
                    .isEqualTo(all.stream()
                            .filter(it -> it.getEpochSecond() >= first)
                            .count());
        }
    }
}
