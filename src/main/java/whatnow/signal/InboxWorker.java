package whatnow.signal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Folds what waits in the inbox, many at once and oldest first. Any number of nodes may: the store's lock lets one at a time,
 * and what a node left behind is folded by another.
 */
final class InboxWorker {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** More alerts than this in a second are accepted first and folded behind. */
    private static final int A_HARD_SECOND = 1_000;

    private static final int PARTS_FOR_OTHERS = 15;

    /** So many are folded in one transaction; whoever else folds waits so long at most. */
    static final int TOGETHER = 1_000;

    private final SignalStore store;
    private final Folder folder;
    private final Rereading rereading;
    private final TransactionOperations transactions;
    private final Acceptance acceptance;
    private final Semaphore awake = new Semaphore(0);

    InboxWorker(
            SignalStore store,
            Folder folder,
            Rereading rereading,
            TransactionOperations transactions,
            Acceptance acceptance) {
        this.store = store;
        this.folder = folder;
        this.rereading = rereading;
        this.transactions = transactions;
        this.acceptance = acceptance;
    }

    void wake() {
        awake.release();
    }

    /** Until it may no longer; a failure is said and tried again. */
    void work(BooleanSupplier mayGoOn) {
        while (mayGoOn.getAsBoolean()) {
            try {
                var began = System.nanoTime();
                var accepted = acceptance.accepted();
                if (foldSome()) {
                    giveWay(System.nanoTime() - began, acceptance.accepted() - accepted);
                } else if (awake.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    awake.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("What waits in the inbox could not be folded; it is tried again: {}", failure.toString());
                pause();
            }
        }
    }

    /** While very much comes, most of the processor is for those who send it; what waits is folded when they are done. */
    private static void giveWay(long nanos, long acceptedMeanwhile) {
        if (acceptedMeanwhile > A_HARD_SECOND * (nanos / 1e9)) {
            LockSupport.parkNanos(PARTS_FOR_OTHERS * nanos);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if nothing waited. */
    boolean foldSome() {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> fold(TOGETHER)));
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isAway(failure)) {
                throw failure;
            }
            LOG.warn("Deliveries could not be folded together and are tried one by one: {}", failure.toString());
            return foldOne();
        }
    }

    private boolean fold(int alerts) {
        var appended = acceptance.appended();
        store.lock();
        var waiting = store.inbox().oldest(TOGETHER, alerts);
        if (waiting.isEmpty()) {
            acceptance.isFolded(appended);
            return false;
        }
        folder.foldLocked(
                waiting.stream().map(it -> rereading.read(it.origin())).toList());
        store.inbox().remove(waiting);
        return true;
    }

    /** The oldest alone. One that cannot be folded at all is kept as unreadable, with the reason, and holds up nobody. */
    private boolean foldOne() {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> fold(1)));
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isAway(failure)) {
                throw failure;
            }
            LOG.error("A delivery could not be folded; it is kept as unreadable.", failure);
            return Boolean.TRUE.equals(transactions.execute(_ -> setAside(failure)));
        }
    }

    private boolean setAside(RuntimeException failure) {
        store.lock();
        var waiting = store.inbox().oldest(1, 1);
        waiting.forEach(it -> store.signals().keepUnreadable(List.of(unreadable(it.origin(), failure))));
        store.inbox().remove(waiting);
        return !waiting.isEmpty();
    }

    private static Delivery unreadable(Origin origin, RuntimeException failure) {
        var why = "It was accepted and could not be folded: " + failure.getMessage();
        var source = origin.source().orElse(origin.format());
        return new Delivery(
                source, true, origin.receivedAt(), List.of(), List.of(new Delivery.Unreadable(0, why, origin.body())));
    }
}
