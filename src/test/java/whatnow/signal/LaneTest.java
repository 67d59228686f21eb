package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class LaneTest {

    private static final int MOST = 4 * 1024 * 1024;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(Lane.PARTS);
    private final Lane lane = new Lane(1, 100, Duration.ofMillis(20), HttpStatus.SERVICE_UNAVAILABLE);

    @Test
    @DisplayName("(L-2) 64 small requests take the place of one large one, and the next is told to come back")
    void smallRequestsTakeSmallPlaces() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int number = 0; number < Lane.PARTS; number++) {
                answers.add(senders.submit(() -> lane.run(2_000, MOST, this::works)));
            }
            begun.await();

            assertThatThrownBy(() -> lane.run(2_000, MOST, () -> "late")).isInstanceOf(Refused.class);
            goOn.countDown();
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo("done");
            }
        }
    }

    @Test
    void oneOfFullSizeTakesTheWholePlace() throws Exception {
        var answer = lane.run(MOST, MOST, () -> {
            assertThatThrownBy(() -> lane.run(1, MOST, () -> "small")).isInstanceOf(Refused.class);
            return "large";
        });

        assertThat(answer).isEqualTo("large");
        assertThat(lane.run(() -> "again")).isEqualTo("again");
    }

    private String works() throws InterruptedException {
        begun.countDown();
        goOn.await();
        return "done";
    }
}
