package whatnow.signal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Deliveries that wait at the same moment are folded in together, so that twenty cost little more than one. Who finds
 * nobody folding does it for all that wait, in the order they came; the others wait for their answer.
 *
 * <p>How many wait is bounded by the {@link Lane} before it.
 */
final class FoldingQueue {

    /** How many deliveries one commit answers; the rest waits for the next. */
    static final int MOST_DELIVERIES = 64;

    /** As many alerts as one delivery may bring by itself. */
    static final int MOST_ALERTS = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(FoldingQueue.class);

    private final Function<List<Delivery>, List<Receipt>> folder;
    private final Duration patience;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore leading = new Semaphore(1);

    /**
     * @param folder folds deliveries in and answers once they are committed, or throws and has kept none of them
     * @param patience how long a delivery waits to be taken up
     */
    FoldingQueue(Function<List<Delivery>, List<Receipt>> folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    Receipt take(Delivery delivery) {
        var mine = new Waiting(delivery);
        queue.add(mine);
        while (!mine.isAnswered()) {
            if (leading.tryAcquire()) {
                leadUnlessAnswered(mine);
            } else if (!mine.isCalledWithin(patience)) {
                leave(mine);
            }
        }
        return mine.answer();
    }

    private void leadUnlessAnswered(Waiting mine) {
        try {
            if (!mine.isAnswered()) {
                foldNext();
            }
        } finally {
            leading.release();
            callNext();
        }
    }

    /** Whoever waits longest leads next. A call too many does no harm. */
    private void callNext() {
        var next = queue.peek();
        if (next != null) {
            next.call();
        }
    }

    /** Nobody has taken it up, so nothing was kept; what is being folded already is waited for. */
    private void leave(Waiting mine) {
        if (queue.remove(mine)) {
            callNext();
            throw Refused.because(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too much at once; nothing was kept. Send it again in %s s.".formatted(Lane.RETRY_AFTER_SECONDS));
        }
        mine.waitForAnswer();
    }

    private void foldNext() {
        var together = next();
        try {
            answer(together);
        } catch (RuntimeException failure) {
            if (together.size() == 1 || isAway(failure)) {
                together.forEach(it -> it.fails(failure));
            } else {
                LOG.warn(
                        "{} deliveries could not be kept together and are tried one by one: {}",
                        together.size(),
                        failure.toString());
                oneByOne(together);
            }
        } finally {
            together.forEach(Waiting::failsIfUnanswered);
        }
    }

    /** One that cannot be kept costs the others a moment and nothing else. */
    private void oneByOne(List<Waiting> together) {
        for (int position = 0; position < together.size(); position++) {
            var alone = together.get(position);
            try {
                answer(List.of(alone));
            } catch (RuntimeException failure) {
                alone.fails(failure);
                if (isAway(failure)) {
                    together.subList(position, together.size()).forEach(it -> it.fails(failure));
                    return;
                }
            }
        }
    }

    private void answer(List<Waiting> together) {
        if (together.isEmpty()) {
            return;
        }
        var receipts = folder.apply(together.stream().map(it -> it.delivery).toList());
        for (int position = 0; position < together.size(); position++) {
            together.get(position).succeeds(receipts.get(position));
        }
    }

    private List<Waiting> next() {
        var together = new ArrayList<Waiting>();
        var alerts = 0;
        var next = queue.peek();
        while (next != null && together.size() < MOST_DELIVERIES) {
            alerts += next.delivery.said().size();
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

    /** The database does not answer: trying each alone would make them all wait for nothing. */
    private static boolean isAway(RuntimeException failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException;
    }

    /** How many wait to be taken up. */
    int size() {
        return queue.size();
    }

    /** A delivery and whoever waits for its answer. */
    private static final class Waiting {

        private final Delivery delivery;
        private final Semaphore called = new Semaphore(0);
        private volatile @Nullable Receipt receipt;
        private volatile @Nullable RuntimeException failure;

        Waiting(Delivery delivery) {
            this.delivery = delivery;
        }

        boolean isAnswered() {
            return receipt != null || failure != null;
        }

        Receipt answer() {
            var broken = failure;
            if (broken != null) {
                throw broken;
            }
            return Objects.requireNonNull(receipt);
        }

        void succeeds(Receipt with) {
            receipt = with;
            call();
        }

        void fails(RuntimeException because) {
            failure = because;
            call();
        }

        /** Only an error of the machine leaves one behind; its sender must not wait for ever. */
        void failsIfUnanswered() {
            if (!isAnswered()) {
                fails(new IllegalStateException("Folding was cut off; nothing was kept of this delivery."));
            }
        }

        void call() {
            called.release();
        }

        boolean isCalledWithin(Duration patience) {
            try {
                return called.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void waitForAnswer() {
            while (!isAnswered()) {
                called.acquireUninterruptibly();
            }
        }
    }
}
