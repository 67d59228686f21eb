package whatnow.signal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Deliveries that wait at the same moment are folded in together, in the order they came, so that twenty cost little more
 * than one.
 *
 * <p>One thread of the operating system folds. In a storm a virtual one would wait behind hundreds of requests after every
 * word with the database. How many wait is bounded by the {@link Lane} before it.
 */
final class FoldingQueue {

    /** How many deliveries one commit answers; the rest waits for the next. */
    static final int MOST_DELIVERIES = 64;

    /** As many alerts as one delivery may bring by itself. */
    static final int MOST_ALERTS = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(FoldingQueue.class);

    private final Function<List<Arrival>, List<Receipt>> folder;
    private final Function<Arrival, Optional<Receipt>> otherwise;
    private final Duration patience;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Executor thread;
    private final AtomicBoolean watched = new AtomicBoolean();

    /** A delivery, and what its sender waits for; no two are equal, because no two answers are. */
    private record Waiting(Arrival arrival, long since, CompletableFuture<Receipt> answer) {}

    /**
     * @param folder takes deliveries and answers once they are committed, or throws and has kept none of them
     * @param otherwise keeps one elsewhere that was not taken up in time; empty if it cannot
     * @param patience how long a delivery waits to be taken up
     */
    FoldingQueue(
            Function<List<Arrival>, List<Receipt>> folder,
            Function<Arrival, Optional<Receipt>> otherwise,
            Duration patience) {
        this(folder, otherwise, patience, thread());
    }

    /** @param thread does one thing after the other */
    FoldingQueue(
            Function<List<Arrival>, List<Receipt>> folder,
            Function<Arrival, Optional<Receipt>> otherwise,
            Duration patience,
            Executor thread) {
        this.folder = folder;
        this.otherwise = otherwise;
        this.patience = patience;
        this.thread = thread;
    }

    /** It ends when nothing has come for a while, and never keeps the process from ending. */
    private static Executor thread() {
        var thread = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("folding").daemon().factory());
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    Receipt take(Arrival arrival) {
        var mine = new Waiting(arrival, System.nanoTime(), new CompletableFuture<>());
        queue.add(mine);
        wake(mine);
        watch();
        return answer(mine);
    }

    /** Each asks for itself: if the machine has no thread left, only this one fails and the next asks again. */
    private void wake(Waiting mine) {
        try {
            thread.execute(this::foldNext);
        } catch (RuntimeException | Error noThread) {
            if (queue.remove(mine)) {
                throw noThread;
            }
        }
    }

    private static Receipt answer(Waiting mine) {
        try {
            return mine.answer().join();
        } catch (CompletionException failed) {
            throw thrown(failed);
        }
    }

    /** One alarm for all who wait: in a storm an alarm for each would cost as much as keeping what it brings. */
    private void watch() {
        if (!watched.get() && watched.compareAndSet(false, true)) {
            Thread.ofVirtual().name("folding-watch").start(this::watchWhileSomebodyWaits);
        }
    }

    private void watchWhileSomebodyWaits() {
        do {
            while (!queue.isEmpty()) {
                LockSupport.parkNanos(patience.toNanos() / 4);
                sendOn();
            }
            watched.set(false);
        } while (!queue.isEmpty() && watched.compareAndSet(false, true));
    }

    /** Whom nobody has taken up in time is kept elsewhere, or told to come back; what is being folded already is waited for. */
    private void sendOn() {
        for (var waiting : queue) {
            if (System.nanoTime() - waiting.since() < patience.toNanos()) {
                return;
            }
            if (queue.remove(waiting)) {
                sendOn(waiting);
            }
        }
    }

    private void sendOn(Waiting waiting) {
        try {
            waiting.answer()
                    .complete(otherwise
                            .apply(waiting.arrival())
                            .orElseThrow(() -> Refused.because(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "Too much at once; nothing was kept. Send it again in %s s."
                                            .formatted(Lane.RETRY_AFTER_SECONDS))));
        } catch (RuntimeException refused) {
            waiting.answer().completeExceptionally(refused);
        }
    }

    private static RuntimeException thrown(Exception failed) {
        return failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
    }

    /** An error of the machine leaves nobody waiting either. What an earlier turn has taken up already is not there any more. */
    private void foldNext() {
        var together = next();
        try {
            fold(together);
        } catch (RuntimeException failure) {
            if (together.size() == 1) {
                fail(together, failure);
            } else {
                LOG.warn(
                        "{} deliveries could not be kept together and are tried one by one: {}",
                        together.size(),
                        failure.toString());
                foldOneByOne(together);
            }
        } catch (Error failure) {
            LOG.error("{} deliveries were not kept.", together.size(), failure);
            fail(together, new IllegalStateException("Folding was cut off; nothing was kept.", failure));
        }
    }

    /** One that cannot be kept costs the others a moment and nothing else. */
    private void foldOneByOne(List<Waiting> together) {
        for (int position = 0; position < together.size(); position++) {
            try {
                fold(together.subList(position, position + 1));
            } catch (RuntimeException failure) {
                fail(together.subList(position, position + 1), failure);
            }
        }
    }

    private void fold(List<Waiting> together) {
        if (together.isEmpty()) {
            return;
        }
        var receipts = folder.apply(together.stream().map(Waiting::arrival).toList());
        for (int position = 0; position < together.size(); position++) {
            together.get(position).answer().complete(receipts.get(position));
        }
    }

    private static void fail(List<Waiting> those, RuntimeException because) {
        those.forEach(it -> it.answer().completeExceptionally(because));
    }

    private List<Waiting> next() {
        var together = new ArrayList<Waiting>();
        var alerts = 0;
        var next = queue.peek();
        while (next != null && together.size() < MOST_DELIVERIES) {
            alerts += next.arrival().alerts();
            if (!together.isEmpty() && alerts > MOST_ALERTS) {
                break;
            }
            if (queue.remove(next)) {
                together.add(next);
            }
            next = queue.peek();
        }
        return together;
    }

    /** Something that must not happen while deliveries are being taken. */
    void inTurn(Runnable work) {
        thread.execute(work);
    }

    /** How many wait to be taken up. */
    int size() {
        return queue.size();
    }
}
