package whatnow.chat.door;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was brought to any node. */
@Repository
class PostgresDeliveries implements Deliveries {

    private static final String FORGET_EVENTS = "delete from chat_event where heard_at <= :oldest";

    private static final String FORGET_SIGNATURES = "delete from chat_signature where heard_at <= :oldest";

    private static final String HEAR_SIGNATURE =
            "insert into chat_signature (sha256, heard_at) values (:sha256, :at) on conflict do nothing";

    private static final String HEAR_EVENT =
            "insert into chat_event (sha256, heard_at) values (:sha256, :at) on conflict do nothing";

    private static final String ANSWER = "select coalesce(answer, '') from chat_event where sha256 = :sha256";

    private static final String ANSWERED = "update chat_event set answer = :answer where sha256 = :sha256";

    private final JdbcClient jdbc;

    PostgresDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Known hear(Delivery delivery, Instant at) {
        forget(utc(at.minus(KEPT)));
        var isNew = insert(HEAR_SIGNATURE, delivery.signature(), at);
        if (insert(HEAR_EVENT, delivery.event(), at)) {
            return new First();
        }
        return isNew || delivery.isRetry() ? new Again(answer(delivery)) : new Replay();
    }

    @Override
    public void answered(Delivery delivery, String answer) {
        jdbc.sql(ANSWERED)
                .param("answer", answer)
                .param("sha256", delivery.event())
                .update();
    }

    private void forget(OffsetDateTime oldest) {
        jdbc.sql(FORGET_EVENTS).param("oldest", oldest).update();
        jdbc.sql(FORGET_SIGNATURES).param("oldest", oldest).update();
    }

    private boolean insert(String statement, String sha256, Instant at) {
        return jdbc.sql(statement).param("sha256", sha256).param("at", utc(at)).update() == 1;
    }

    private Optional<String> answer(Delivery delivery) {
        return jdbc.sql(ANSWER)
                .param("sha256", delivery.event())
                .query(String.class)
                .optional()
                .filter(it -> !it.isEmpty());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
