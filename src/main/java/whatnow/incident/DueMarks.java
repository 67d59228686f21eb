package whatnow.incident;

import static whatnow.incident.Columns.utc;

import java.time.Instant;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which incidents wait for a decision. The mark is the work; the event only wakes whoever does it. */
final class DueMarks {

    /** The update keeps the older mark, and waits for a worker that is about to delete it. */
    private static final String SET = """
            insert into decision_due (incident, since)
            select unnest(:ids::uuid[]), :since
            on conflict (incident) do update set since = decision_due.since
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    DueMarks(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void set(Set<IncidentId> ids, Instant since) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(SET)
                .param("ids", Columns.texts(ids))
                .param("since", utc(since))
                .update();
        afterCommit(new FactsLearnt(ids));
    }

    private void afterCommit(FactsLearnt learnt) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(learnt);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(learnt);
            }
        });
    }
}
