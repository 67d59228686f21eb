package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import whatnow.testkit.MovableClock;

class FoldingQueueTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Function<Arrival, Optional<Receipt>> NOWHERE_ELSE = _ -> Optional.empty();

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> folded = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        senders.close();
    }

    @Test
    void whatWaitsAtTheSameMomentIsFoldedTogetherInTheOrderItCame() throws Exception {
        var queue = new FoldingQueue(this::fold, NOWHERE_ELSE, LONG);
        var answers = waiting(queue, "first", "a", "b", "c");

        goOn.countDown();

        for (var answer : answers) {
            assertThat(answer.get().accepted()).isEqualTo(1);
        }
        assertThat(folded).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void everybodyGetsTheAnswerToWhatTheySaid() throws Exception {
        var queue = new FoldingQueue(this::fold, NOWHERE_ELSE, LONG);
        var names = IntStream.range(0, 300).mapToObj(it -> "sender-" + it).toArray(String[]::new);
        var answers = waiting(queue, names);

        goOn.countDown();

        for (int index = 0; index < names.length; index++) {
            assertThat(answers.get(index).get().ids()).containsExactly(id(names[index]));
        }
        assertThat(folded).hasSize(1 + (299 + 63) / 64).allMatch(it -> it.size() <= FoldingQueue.MOST_DELIVERIES);
        assertThat(folded.stream().flatMap(List::stream)).containsExactly(names);
    }

    @Test
    void aBatchHoldsNoMoreAlertsThanOneDeliveryMay() throws Exception {
        var queue = new FoldingQueue(this::fold, NOWHERE_ELSE, LONG);
        var answers = new ArrayList<>(waiting(queue, "first"));
        for (var name : List.of("x", "y", "z")) {
            answers.add(senders.submit(() -> queue.take(arrival(name, 2_000))));
            until(queue, answers.size() - 1);
        }

        goOn.countDown();

        for (var answer : answers) {
            answer.get();
        }
        assertThat(folded).containsExactly(List.of("first"), List.of("x", "y"), List.of("z"));
    }

    @Test
    void oneThatCannotBeKeptFailsAlone() throws Exception {
        var queue = new FoldingQueue(this::fold, NOWHERE_ELSE, LONG);
        var answers = waiting(queue, "first", "a", "bad", "c");

        goOn.countDown();

        assertThat(answers.get(1).get().ids()).containsExactly(id("a"));
        assertThat(answers.get(3).get().ids()).containsExactly(id("c"));
        assertThatThrownBy(answers.get(2)::get).hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(folded).containsExactly(List.of("first"), List.of("a"), List.of("c"));
    }

    @Test
    @DisplayName("(L-2) who was not taken up in time is told to come back, and the others are not held up")
    void whoWaitsTooLongIsToldToComeBack() throws Exception {
        var queue = new FoldingQueue(this::fold, NOWHERE_ELSE, Duration.ofMillis(50));
        var answers = waiting(queue, "first", "late");

        assertThatThrownBy(answers.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        goOn.countDown();
        assertThat(answers.get(0).get().accepted()).isEqualTo(1);
        assertThat(queue.take(arrival("next", 1)).accepted()).isEqualTo(1);
        assertThat(folded).containsExactly(List.of("first"), List.of("next"));
    }

    @Test
    void whenThereIsNoThreadOnlyWhoAskedFailsAndTheNextIsFolded() {
        goOn.countDown();
        var asked = new AtomicInteger();
        var queue = new FoldingQueue(this::fold, NOWHERE_ELSE, LONG, turn -> {
            if (asked.getAndIncrement() == 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            turn.run();
        });

        assertThatThrownBy(() -> queue.take(arrival("first", 1))).isInstanceOf(OutOfMemoryError.class);

        assertThat(queue.take(arrival("next", 1)).accepted()).isEqualTo(1);
        assertThat(folded).containsExactly(List.of("next"));
    }

    @Test
    void anErrorOfTheMachineLeavesNobodyWaiting() throws Exception {
        var queue = new FoldingQueue(
                _ -> {
                    await();
                    throw new StackOverflowError();
                },
                NOWHERE_ELSE,
                LONG);
        var answers = waiting(queue, "first", "a", "b");

        goOn.countDown();

        for (var answer : answers) {
            assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class);
        }
    }

    /** The first one folds until the test lets it go on; the others wait in this order. */
    private List<Future<Receipt>> waiting(FoldingQueue queue, String... names) throws InterruptedException {
        var answers = new ArrayList<Future<Receipt>>();
        for (var name : names) {
            answers.add(senders.submit(() -> queue.take(arrival(name, 1))));
            until(queue, answers.size() - 1);
        }
        return answers;
    }

    private static void until(FoldingQueue queue, int size) throws InterruptedException {
        for (int tries = 0; queue.size() != size && tries < 10_000; tries++) {
            Thread.sleep(1);
        }
        if (size == 0) {
            Thread.sleep(20);
        }
    }

    private List<Receipt> fold(List<Arrival> arrivals) {
        await();
        var names = arrivals.stream().map(it -> it.delivery().source()).toList();
        if (names.contains("bad")) {
            throw new DataIntegrityViolationException("bad");
        }
        folded.add(names);
        return names.stream()
                .map(it -> new Receipt(1, 0, List.of(), List.of(id(it)), Recorded.DATABASE, false))
                .toList();
    }

    private void await() {
        try {
            goOn.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Arrival arrival(String source, int alerts) {
        var said = IntStream.range(0, alerts)
                .mapToObj(it -> Delivery.Said.of(
                        Intake.AnAlert.of("database", "SLOW").id(source + it).signal(source, MovableClock.NOON),
                        "",
                        true))
                .toList();
        return new Arrival(new Delivery(source, false, MovableClock.NOON, said, List.of()), Optional.empty());
    }
}
