package whatnow.signal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.incident.Incidents;

/**
 * Finds who fell silent: what only they said is unknown from then on, with its last value. Never fine. Nobody is silent whose
 * words may still wait in the inbox.
 */
@Component
public class Sweep {

    private final SignalStore store;
    private final Incidents incidents;
    private final SourceSettings settings;
    private final TransactionOperations transactions;

    Sweep(SignalStore store, Incidents incidents, SourceSettings settings, TransactionOperations transactions) {
        this.store = store;
        this.incidents = incidents;
        this.settings = settings;
        this.transactions = transactions;
    }

    public void at(Instant now) {
        transactions.executeWithoutResult(_ -> sweep(now));
    }

    private void sweep(Instant now) {
        store.lock();
        if (!store.inbox().isEmpty()) {
            return;
        }
        var silent = store.senders().all().stream()
                .map(settings::told)
                .filter(it -> !it.isHeard(now))
                .map(Sender::name)
                .toList();
        var lost = store.alerts().lose(silent, now);
        if (lost.isEmpty()) {
            return;
        }
        var board = new Board(incidents, store.folds(), lost.keySet());
        board.hears("silence", now);
        lost.forEach((incident, symptoms) -> symptoms.forEach((key, alerts) -> board.lose(incident, key, alerts)));
        board.countsAndTells();
        board.write();
    }
}
