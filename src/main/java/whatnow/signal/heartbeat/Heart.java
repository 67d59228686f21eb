package whatnow.signal.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import whatnow.signal.Signals;
import whatnow.signal.Watched;
import whatnow.time.Now;

/** Notes each beat, and who misses one. What is said of it is said in the transaction that notes it. */
@Component
class Heart implements Watched {

    private final Heartbeats heartbeats;
    private final Signals signals;
    private final TransactionOperations transactions;
    private final Now now;

    Heart(Heartbeats heartbeats, Signals signals, TransactionOperations transactions, Now now) {
        this.heartbeats = heartbeats;
        this.signals = signals;
        this.transactions = transactions;
        this.now = now;
    }

    /** @param every how often it reports; a beat is missed once half of that again has passed */
    Heartbeat beat(String id, String service, String region, String symptom, Duration every) {
        return transactions.execute(_ -> {
            var at = now.instant();
            var beating = Heartbeat.beating(id, service, region, symptom, every, at);
            heartbeats.find(id).filter(Heartbeat::missed).ifPresent(it -> signals.take(it.isBack(at)));
            heartbeats.save(beating);
            signals.spoke(beating.source(), at, Optional.of(every));
            return beating;
        });
    }

    /** Says of each that is overdue that it is silent, once. */
    void listen() {
        transactions.executeWithoutResult(_ -> {
            var at = now.instant();
            for (var silent : heartbeats.overdue(at)) {
                signals.take(silent.isSilent(at));
                heartbeats.save(silent.told());
            }
        });
    }

    @Override
    public List<Beat> all() {
        return heartbeats.all().stream()
                .map(it -> new Beat(it.id(), it.service(), it.every(), it.last(), it.due(), it.missed()))
                .toList();
    }

    @Override
    public boolean end(String id) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var ended = heartbeats.find(id);
            ended.filter(Heartbeat::missed).ifPresent(it -> signals.take(it.isBack(now.instant())));
            ended.ifPresent(it -> {
                heartbeats.remove(it.id());
                signals.forget(it.source());
            });
            return ended.isPresent();
        }));
    }
}
