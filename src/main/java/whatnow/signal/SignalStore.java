package whatnow.signal;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard and how it folds, in PostgreSQL. Deliveries of any number and size cost a fixed number of round trips. */
@Component
class SignalStore {

    /** Whoever folds holds it until the commit, so that two requests never open two incidents for one cause. */
    private static final String LOCK = "select pg_advisory_xact_lock(4921107)";

    private final JdbcTemplate jdbc;
    private final KeptSignals signals;
    private final HeardAlerts alerts;
    private final Folds folds;
    private final Senders senders;
    private final Inbox inbox;

    SignalStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.signals = new KeptSignals(JdbcClient.create(jdbc));
        this.alerts = new HeardAlerts(jdbc);
        this.folds = new Folds(jdbc);
        this.senders = new Senders(jdbc);
        this.inbox = new Inbox(jdbc);
    }

    /** Comes before everything else that is read or written, so that what is read is what all others have committed. */
    void lock() {
        jdbc.query(LOCK, _ -> {});
    }

    KeptSignals signals() {
        return signals;
    }

    HeardAlerts alerts() {
        return alerts;
    }

    Folds folds() {
        return folds;
    }

    Senders senders() {
        return senders;
    }

    Inbox inbox() {
        return inbox;
    }
}
