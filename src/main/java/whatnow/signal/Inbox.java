package whatnow.signal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was accepted and is not folded yet, in its order. */
final class Inbox {

    private static final String APPEND =
            "insert into inbox (format, source, received_at, alerts, body) values (?, ?, ?, ?, ?)";

    private static final String OLDEST = """
            select id, format, source, received_at, alerts, body
              from inbox
             where id in (
                 select id
                   from (select id, sum(alerts) over (order by id) - alerts as before from inbox order by id limit :rows)
                        as oldest
                  where before < :alerts
             )
             order by id
            """;

    private static final String REMOVE = "delete from inbox where id = any(:ids)";
    private static final String IS_EMPTY = "select not exists (select from inbox)";
    private static final String WAITING = "select sum(alerts) as alerts, min(received_at) as oldest from inbox";
    private static final String SIZE = "select coalesce(sum(alerts), 0) from inbox";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Inbox(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /** One that waits. */
    record Waiting(long id, Origin origin) {}

    /** One that is to wait, with how many alerts it brings. */
    record Coming(Origin origin, int alerts) {}

    void append(Collection<Coming> coming) {
        batches.batchUpdate(APPEND, coming, 1_000, (statement, it) -> {
            statement.setString(1, it.origin().format());
            statement.setString(2, it.origin().source().orElse(null));
            statement.setObject(3, Rows.utc(it.origin().receivedAt()));
            statement.setInt(4, it.alerts());
            statement.setString(5, it.origin().body());
        });
    }

    /**
     * Those that have waited longest; at least one, if any waits.
     *
     * @param alerts after so many no further one is taken
     */
    List<Waiting> oldest(int rows, int alerts) {
        return jdbc.sql(OLDEST)
                .param("rows", rows)
                .param("alerts", alerts)
                .query((row, _) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                new Origin(
                        row.getString("format"),
                        Optional.ofNullable(row.getString("source")),
                        Rows.instant(row, "received_at"),
                        row.getString("body")));
    }

    void remove(Collection<Waiting> folded) {
        var ids = new ArrayList<Long>();
        folded.forEach(it -> ids.add(it.id()));
        jdbc.sql(REMOVE).param("ids", ids.toArray(Long[]::new)).update();
    }

    boolean isEmpty() {
        return jdbc.sql(IS_EMPTY).query(Boolean.class).single();
    }

    Optional<Sources.Waiting> waiting() {
        return jdbc.sql(WAITING)
                .query((row, _) -> row.getLong("alerts") == 0
                        ? Optional.<Sources.Waiting>empty()
                        : Optional.of(new Sources.Waiting(row.getLong("alerts"), Rows.instant(row, "oldest"))))
                .single();
    }

    /** How many alerts wait. */
    long size() {
        return jdbc.sql(SIZE).query(Long.class).single();
    }
}
