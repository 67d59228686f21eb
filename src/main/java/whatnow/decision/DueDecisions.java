package whatnow.decision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import whatnow.incident.IncidentId;

/** Which incidents wait for a decision, and when the others must be looked at again. */
@Repository
class DueDecisions {

    private static final String CLAIM = """
            delete from decision_due
             where incident = (select incident from decision_due order by since limit 1 for update skip locked)
            returning incident
            """;

    private static final String CLAIM_ONE = """
            delete from decision_due
             where incident = (select incident from decision_due where incident = :incident for update skip locked)
            returning incident
            """;

    private static final String IS_DUE = "select exists (select from decision_due where incident = :incident)";

    private static final String LOOK_AGAIN = """
            insert into decision_deadline (incident, at) values (:incident, :at)
            on conflict (incident) do update set at = excluded.at
            """;

    private static final String LOOK_AT_ONCE = """
            insert into decision_deadline as known (incident, at)
            select incident, :at from unnest(:incidents::uuid[]) as other(incident) order by incident
            on conflict (incident) do update set at = least(known.at, excluded.at)
            """;

    private static final String NO_NEED = "delete from decision_deadline where incident = :incident";

    /**
     * What is due already needs no mark. Whoever decides about it holds it and is about to set its next deadline: to wait
     * for that, with the old deadline in hand, would be to wait for each other.
     */
    private static final String MARK = """
            with come as (
                delete from decision_deadline as deadline
                 where at <= :now
                   and not exists (select from decision_due as due where due.incident = deadline.incident)
                returning incident, at
            )
            insert into decision_due (incident, since) select incident, at from come order by incident
            on conflict (incident) do nothing
            """;

    private final JdbcClient jdbc;

    DueDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that has waited longest; it is due again if the transaction does not commit. */
    Optional<IncidentId> claim() {
        return jdbc.sql(CLAIM).query(UUID.class).optional().map(IncidentId::new);
    }

    /** This one, if it is due and nobody is deciding about it. */
    Optional<IncidentId> claim(IncidentId incident) {
        return jdbc.sql(CLAIM_ONE)
                .param("incident", incident.value())
                .query(UUID.class)
                .optional()
                .map(IncidentId::new);
    }

    /** Also while somebody is deciding about it. */
    boolean isDue(IncidentId incident) {
        return jdbc.sql(IS_DUE)
                .param("incident", incident.value())
                .query(Boolean.class)
                .single();
    }

    void lookAgain(IncidentId incident, Optional<Instant> at) {
        if (at.isEmpty()) {
            jdbc.sql(NO_NEED).param("incident", incident.value()).update();
            return;
        }
        jdbc.sql(LOOK_AGAIN)
                .param("incident", incident.value())
                .param("at", at.get().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Others that must be decided about after this one. They are marked with the next look and not here: whoever folds may
     * hold their marks while it waits for the one that is claimed.
     */
    void lookAtOnce(Collection<IncidentId> incidents, Instant at) {
        jdbc.sql(LOOK_AT_ONCE)
                .param("incidents", incidents.stream().map(IncidentId::toString).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int mark(Instant now) {
        return jdbc.sql(MARK).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
