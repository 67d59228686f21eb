package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long nanos;
    private final Pace pace = new Pace(() -> nanos);

    @Test
    void everydayLifeIsCalm() {
        for (var second = 0; second < 100; second++) {
            assertThat(pace.isCalm(Pace.A_SECOND)).isTrue();
            passes(1_000);
        }
    }

    @Test
    void aLargeBatchIsAStorm() {
        assertThat(pace.isCalm(Pace.AT_ONCE + 1)).isFalse();
    }

    @Test
    void manySmallOnesAreAStormToo() {
        for (var alert = 0; alert < Pace.AT_ONCE; alert++) {
            assertThat(pace.isCalm(1)).isTrue();
        }

        assertThat(pace.isCalm(1)).isFalse();
    }

    @Test
    void aStormLastsAsLongAsMoreComesThanMay() {
        assertThat(pace.isCalm(1_000)).isFalse();

        for (var tenth = 0; tenth < 100; tenth++) {
            passes(100);
            assertThat(pace.isCalm(50)).isFalse();
        }
    }

    @Test
    void aStormEndsASecondAfterTheLastOfIt() {
        assertThat(pace.isCalm(1_000)).isFalse();
        passes(900);
        assertThat(pace.isCalm(1)).as("a small one in between").isFalse();
        passes(50);
        assertThat(pace.isCalm(1_000)).isFalse();
        passes(999);
        assertThat(pace.isCalm(1)).isFalse();
        passes(1);

        assertThat(pace.isCalm(1)).isTrue();
    }

    private void passes(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
