package whatnow.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SignalStore store;
    private final TransactionOperations transactions;
    private final Folder folder;
    private final FoldingQueue queue = new FoldingQueue(this::committed, PATIENCE);

    Signals(
            SignalStore store,
            Incidents incidents,
            Topology topology,
            SymptomReader reader,
            SourceSettings settings,
            TransactionOperations transactions) {
        this.store = store;
        this.transactions = transactions;
        this.folder = new Folder(store, incidents, topology, reader, settings);
    }

    /** Inside a transaction of the caller's it is folded in at once, and on disk when that commits. */
    public Receipt take(Delivery delivery) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? folder.fold(List.of(delivery)).getFirst()
                : queue.take(delivery);
    }

    /** Kept and nothing else: no symptom is folded of it, and nobody is thought to have spoken. */
    public void keepTest(Delivery delivery) {
        transactions.executeWithoutResult(_ -> store.signals().keep(delivery.said()));
    }

    private List<Receipt> committed(List<Delivery> deliveries) {
        return Objects.requireNonNull(transactions.execute(_ -> folder.fold(deliveries)));
    }

    /** Nobody expects it to speak again. What it said stays as it is. */
    public void forget(String source) {
        transactions.executeWithoutResult(_ -> {
            store.lock();
            store.senders().remove(source);
        });
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
