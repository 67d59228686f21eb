package whatnow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.MovableClock.NOON;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import whatnow.testkit.MovableClock;

class MessageWorkerTest {

    final InMemoryMessages box = new InMemoryMessages();
    final MovableClock clock = new MovableClock();
    Optional<MessageWorker> running = Optional.empty();

    @AfterEach
    void stop() {
        running.ifPresent(MessageWorker::stop);
    }

    MessageWorker start(Channel channel) {
        var counts = new Counts(new SimpleMeterRegistry());
        var sender = new Sender(box, List.of(channel), counts, clock, () -> 0.5);
        var worker = new MessageWorker(sender, new KnownUndelivered(List.of(channel), clock), counts);
        running = Optional.of(worker);
        worker.start();
        return worker;
    }

    @Test
    void whatIsPutInIsSentWithoutAnybodyAsking() throws Exception {
        var posted = new CountDownLatch(1);
        start(new Posting(_ -> posted.countDown()));

        box.keep(MessageKey.about("INC-2026-0001"), MessagesContract.OPS, Content.text("down"), NOON);

        assertThat(posted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** The first channel answers only once the second has got its message. */
    @Test
    void aChannelThatDoesNotAnswerHoldsUpNoOther() throws Exception {
        var second = new CountDownLatch(1);
        var both = new CountDownLatch(2);
        start(new Posting(letter -> {
            if (letter.channel().equals("C1")) {
                await(second);
            } else {
                second.countDown();
            }
            both.countDown();
        }));

        box.keep(MessageKey.about("INC-2026-0001"), MessagesContract.OPS, Content.text("down"), NOON);
        box.keep(MessageKey.about("INC-2026-0001"), MessagesContract.OTHERS, Content.text("down"), NOON);

        assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aMistakeInOneChannelDoesNotEndTheWork() throws Exception {
        var posted = new CountDownLatch(1);
        start(new Posting(letter -> {
            if (letter.channel().equals("C1")) {
                throw new IllegalStateException("a mistake");
            }
            posted.countDown();
        }));

        box.keep(MessageKey.about("INC-2026-0001"), MessagesContract.OPS, Content.text("down"), NOON);
        box.keep(MessageKey.about("INC-2026-0001"), MessagesContract.OTHERS, Content.text("down"), NOON);

        assertThat(posted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itEndsWhenToldAndWhatIsUnderWayIsWrittenDown() throws Exception {
        var sending = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var worker = start(new Posting(_ -> {
            sending.countDown();
            await(goOn);
        }));
        box.keep(MessageKey.about("INC-2026-0001"), MessagesContract.OPS, Content.text("down"), NOON);
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();

        var stopping = Thread.ofVirtual().start(worker::stop);
        goOn.countDown();
        stopping.join();

        assertThat(box.waiting(NOON)).isEmpty();
    }

    @Test
    void withoutAChannelThereIsNothingToEnd() {
        var counts = new Counts(new SimpleMeterRegistry());
        var sender = new Sender(box, List.of(), counts, clock, () -> 0.5);
        var worker = new MessageWorker(sender, new KnownUndelivered(List.of(), clock), counts);
        worker.start();

        worker.stop();

        assertThat(worker.isRunning()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private record Posting(java.util.function.Consumer<Letter> work) implements Channel {

        @Override
        public String kind() {
            return "slack";
        }

        @Override
        public String name() {
            return "Slack";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Answer post(Letter letter) {
            work.accept(letter);
            return new Answer.Taken("1");
        }

        @Override
        public Answer update(Letter letter, String posted) {
            return new Answer.Taken(posted);
        }

        @Override
        public Answer find(Letter letter) {
            return new Answer.Absent();
        }
    }
}
