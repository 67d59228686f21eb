package whatnow.signal.heartbeat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that has to report, in PostgreSQL. */
@Component
class Heartbeats {

    private static final String FIND = "select * from heartbeat where id = :id for update";

    private static final String OVERDUE =
            "select * from heartbeat where due < :now and not missed order by id for update skip locked";

    private static final String ALL = "select * from heartbeat order by id";

    private static final String SAVE = """
            insert into heartbeat (id, service, region, symptom, every, last_beat, due, missed)
            values (:id, :service, :region, :symptom, :every, :last, :due, :missed)
            on conflict (id) do update
               set service = excluded.service, region = excluded.region, symptom = excluded.symptom,
                   every = excluded.every, last_beat = excluded.last_beat, due = excluded.due, missed = excluded.missed
            """;

    private static final String REMOVE = "delete from heartbeat where id = :id";

    private final JdbcClient jdbc;

    Heartbeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the transaction ends. */
    Optional<Heartbeat> find(String id) {
        return jdbc.sql(FIND).param("id", id).query(Heartbeats::heartbeat).optional();
    }

    /** Those that have not reported in time, of which nobody was told; held until the transaction ends. */
    List<Heartbeat> overdue(Instant now) {
        return jdbc.sql(OVERDUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Heartbeats::heartbeat)
                .list();
    }

    List<Heartbeat> all() {
        return jdbc.sql(ALL).query(Heartbeats::heartbeat).list();
    }

    void save(Heartbeat it) {
        jdbc.sql(SAVE)
                .param("id", it.id())
                .param("service", it.service())
                .param("region", it.region())
                .param("symptom", it.symptom())
                .param("every", it.every().toMillis())
                .param("last", it.last().atOffset(ZoneOffset.UTC))
                .param("due", it.due().atOffset(ZoneOffset.UTC))
                .param("missed", it.missed())
                .update();
    }

    void remove(String id) {
        jdbc.sql(REMOVE).param("id", id).update();
    }

    private static Heartbeat heartbeat(ResultSet row, int number) throws SQLException {
        return new Heartbeat(
                row.getString("id"),
                row.getString("service"),
                row.getString("region"),
                row.getString("symptom"),
                Duration.ofMillis(row.getLong("every")),
                row.getObject("last_beat", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getBoolean("missed"));
    }
}
