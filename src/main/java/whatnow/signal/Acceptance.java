package whatnow.signal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.signal.Inbox.Coming;

/**
 * Puts on disk what arrives, and says where: folded at once while little comes, into the inbox in a storm, into this node's
 * journal while the database is away. Only one thread may call {@link #accept} and {@link #carryOver}; so what came earlier is
 * in the inbox before what came later.
 */
final class Acceptance {

    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    private final SignalStore store;
    private final Folder folder;
    private final DeliveryJournal journal;
    private final TransactionOperations transactions;
    private final Pace pace = new Pace(System::nanoTime);
    private volatile boolean away;
    private final LongAdder accepted = new LongAdder();
    private final AtomicLong appended = new AtomicLong();
    private volatile long folded;

    Acceptance(SignalStore store, Folder folder, DeliveryJournal journal, TransactionOperations transactions) {
        this.store = store;
        this.folder = folder;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** What became of each, in their order. */
    List<Receipt> accept(List<Arrival> together) {
        if (away || !journal.isEmpty()) {
            return journalled(together)
                    .orElseThrow(
                            () -> Refused.because(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "The database is away, and this can be written down nowhere else; nothing was kept. Send it again."));
        }
        try {
            return isCalm(together) ? folded(together) : appended(together);
        } catch (RuntimeException failure) {
            if (!DatabaseFailure.isAway(failure)) {
                throw failure;
            }
            LOG.warn("The database is away; alerts go to the journal: {}", failure.toString());
            away = true;
            return journalled(together).orElseThrow(() -> failure);
        }
    }

    /** As {@link #accept}, without the database; empty where one of them can only be folded at once. Any thread may call it. */
    Optional<List<Receipt>> journalled(List<Arrival> together) {
        if (together.stream().anyMatch(it -> it.origin().isEmpty())) {
            return Optional.empty();
        }
        try {
            journal.append(coming(together));
            return Optional.of(receipts(together, Recorded.JOURNAL));
        } catch (IOException failure) {
            LOG.error("The journal takes nothing.", failure);
            throw Refused.because(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The database is away and the journal takes nothing (%s); nothing was kept. Send it again."
                            .formatted(failure.getMessage()));
        }
    }

    private boolean isCalm(List<Arrival> together) {
        if (together.stream().anyMatch(it -> it.origin().isEmpty())) {
            return true;
        }
        return pace.isCalm(together.stream().mapToInt(Arrival::alerts).sum()) && !isInboxWaiting();
    }

    private List<Receipt> folded(List<Arrival> together) {
        return Objects.requireNonNull(transactions.execute(
                _ -> folder.fold(together.stream().map(Arrival::delivery).toList())));
    }

    private List<Receipt> appended(List<Arrival> together) {
        keep(coming(together));
        return receipts(together, Recorded.DATABASE);
    }

    private void keep(List<Coming> coming) {
        transactions.executeWithoutResult(_ -> store.inbox().append(coming));
        appended.incrementAndGet();
        accepted.add(coming.stream().mapToLong(Coming::alerts).sum());
    }

    private static List<Coming> coming(List<Arrival> together) {
        return together.stream()
                .map(it -> new Coming(it.origin().orElseThrow(), it.alerts()))
                .toList();
    }

    private static List<Receipt> receipts(List<Arrival> together, Recorded recorded) {
        return together.stream()
                .map(it -> Receipt.unread(it.delivery(), recorded))
                .toList();
    }

    /** Whether the journal holds something, or the database was away, and it answers now. Any thread may ask, and wait. */
    boolean mayCarryOver() {
        if (!away && journal.isEmpty()) {
            return false;
        }
        try {
            store.inbox().isEmpty();
            return true;
        } catch (RuntimeException still) {
            LOG.info("The database is still away: {}", still.toString());
            return false;
        }
    }

    /** Gives the database what came while it was away. */
    void carryOver() {
        try {
            if (!journal.isEmpty()) {
                journal.drainTo(this::keep);
            }
            if (away) {
                LOG.info("The database is back.");
            }
            away = false;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("What is in the journal could not be carried over yet: {}", failure.toString());
        }
    }

    /** How many alerts were accepted by this node since it started. */
    long accepted() {
        return accepted.sum();
    }

    /** To be asked before somebody looks into the inbox. */
    long appended() {
        return appended.get();
    }

    /** Nothing was in the inbox when somebody looked, who had asked before how much was appended. */
    void isFolded(long upTo) {
        folded = upTo;
    }

    private boolean isInboxWaiting() {
        return folded != appended.get();
    }

    /** Something was accepted that is not folded yet. */
    boolean isBehind() {
        return away || isInboxWaiting() || !journal.isEmpty();
    }
}
