package whatnow.signal;

import static whatnow.signal.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has ever spoken to us. */
final class Senders {

    private static final String ALL = "select * from source order by name collate \"C\"";

    private static final String NAMED = "select * from source where name = any(:names::text[])";

    private static final String SAVE = """
            insert into source (name, firsthand, last_post, last_firing, last_watchdog, watchdog_ended, told_interval,
                                gaps, unreadable)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (name) do update
               set firsthand = excluded.firsthand, last_post = excluded.last_post, last_firing = excluded.last_firing,
                   last_watchdog = excluded.last_watchdog, watchdog_ended = excluded.watchdog_ended,
                   told_interval = excluded.told_interval, gaps = excluded.gaps, unreadable = excluded.unreadable
            """;

    private static final String REMOVE = "delete from source where name = :name";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Senders(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    List<Sender> all() {
        return jdbc.sql(ALL).query((row, _) -> sender(row)).list();
    }

    List<Sender> named(Collection<String> names) {
        return jdbc.sql(NAMED)
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> sender(row))
                .list();
    }

    void remove(String name) {
        jdbc.sql(REMOVE).param("name", name).update();
    }

    void save(Collection<Sender> senders) {
        batches.batchUpdate(SAVE, senders, 500, (statement, sender) -> {
            statement.setString(1, sender.name());
            statement.setBoolean(2, sender.firsthand());
            statement.setObject(3, utc(sender.lastPost()));
            statement.setObject(4, sender.lastFiring().map(Rows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(5, sender.lastWatchdog().map(Rows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setBoolean(6, sender.watchdogEnded());
            statement.setObject(7, sender.told().map(Duration::toMillis).orElse(null), Types.BIGINT);
            statement.setArray(
                    8,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "bigint",
                                    sender.gaps().stream()
                                            .map(Duration::toMillis)
                                            .toArray()));
            statement.setLong(9, sender.unreadable());
        });
    }

    private static Sender sender(ResultSet row) throws SQLException {
        return new Sender(
                row.getString("name"),
                row.getBoolean("firsthand"),
                Rows.instant(row, "last_post"),
                Rows.optionalInstant(row, "last_firing"),
                Rows.optionalInstant(row, "last_watchdog"),
                row.getBoolean("watchdog_ended"),
                Optional.ofNullable(row.getObject("told_interval", Long.class)).map(Duration::ofMillis),
                Arrays.stream((Long[]) row.getArray("gaps").getArray())
                        .map(Duration::ofMillis)
                        .toList(),
                row.getLong("unreadable"));
    }
}
