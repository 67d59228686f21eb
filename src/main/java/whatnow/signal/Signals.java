package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import whatnow.incident.Incidents;
import whatnow.incident.Topology;

/**
 * The one door that all senders use. A delivery is kept, folded into symptoms and tied to incidents in one transaction,
 * together with those that wait at the same moment; once this returns it is on disk.
 */
@Component
public class Signals {

    /** After that the database is taken for hung, and the journal keeps what waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SignalStore store;
    private final TransactionOperations transactions;
    private final Folder folder;
    private final Acceptance acceptance;
    private final InboxWorker worker;
    private final FoldingQueue queue;

    Signals(
            SignalStore store,
            Incidents incidents,
            Topology topology,
            SymptomReader reader,
            SourceSettings settings,
            Rereading rereading,
            Spool spool,
            TransactionOperations transactions) {
        this.store = store;
        this.transactions = transactions;
        this.folder = new Folder(store, incidents, topology, reader, settings);
        this.acceptance = new Acceptance(store, folder, spool, transactions);
        this.worker = new InboxWorker(store, folder, rereading, transactions, acceptance);
        this.queue = new FoldingQueue(this::accepted, this::spooled, PATIENCE);
    }

    /** Inside a transaction of the caller's it is folded in at once, and on disk when that commits. */
    public Receipt take(Delivery delivery) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? folder.fold(List.of(delivery)).getFirst()
                : queue.take(new Arrival(delivery, Optional.empty()));
    }

    /**
     * What came in a request. In a storm it is folded later, and while the database is away it goes to this node's journal; in
     * both cases it is on disk when this returns.
     */
    public Receipt take(Delivery delivery, Origin origin) {
        return queue.take(new Arrival(delivery, Optional.of(origin)));
    }

    private List<Receipt> accepted(List<Arrival> together) {
        var receipts = acceptance.accept(together);
        if (acceptance.isBehind()) {
            worker.wake();
        }
        return receipts;
    }

    private Optional<Receipt> spooled(Arrival arrival) {
        return acceptance.spooled(List.of(arrival)).map(List::getFirst);
    }

    /** Gives the database what this node's journal holds, if it is back; in turn with what arrives. */
    void carryOver() {
        if (acceptance.mayCarryOver()) {
            queue.inTurn(acceptance::carryOver);
        }
    }

    /** Something was accepted that is not folded yet, so that nobody can tell who fell silent. */
    boolean isBehind() {
        return acceptance.isBehind();
    }

    InboxWorker worker() {
        return worker;
    }

    /** Someone showed that it lives without saying that anything is wrong. */
    public void spoke(String source, Instant at, Optional<Duration> interval) {
        transactions.executeWithoutResult(_ -> {
            store.lock();
            var known = store.senders().named(List.of(source)).stream().findFirst();
            var sender = known.orElseGet(() -> Sender.first(source, true, at))
                    .hears(new Delivery(source, true, at, List.of(), List.of()));
            store.senders().save(List.of(interval.map(sender::speaksEvery).orElse(sender)));
        });
    }
}
