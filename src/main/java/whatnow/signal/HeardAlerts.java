package whatnow.signal;

import static whatnow.signal.Rows.column;
import static whatnow.signal.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.incident.IncidentId;
import whatnow.incident.State;

/** What was last said of each alert, one row for every symptom that it speaks of. */
final class HeardAlerts {

    private static final String HEARD = """
            with row as (
                select symptom_signal.*
                  from symptom_signal
                  join unnest(:fingerprints::text[], :starts::timestamptz[]) as asked(fingerprint, starts_at)
                 using (fingerprint, starts_at)
                union
                select * from symptom_signal where fingerprint = any(:running::text[]) and state <> 'FALSE'
            )
            select fingerprint, starts_at, symptom, coalesce(incident.merged_into, incident.id) as incident, state,
                   last_seen, believed_until, sources, alert
              from row
              join incident on incident.id = row.incident
             order by fingerprint, starts_at, symptom
            """;

    private static final String SAVE = """
            insert into symptom_signal (fingerprint, starts_at, symptom, incident, state, last_seen, believed_until,
                                        sources, alert)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (fingerprint, starts_at, symptom) do update
               set incident = excluded.incident, state = excluded.state, last_seen = excluded.last_seen,
                   believed_until = excluded.believed_until, sources = excluded.sources
            """;

    private static final String LOSE = """
            with lost as (
                update symptom_signal
                   set state = 'UNKNOWN'
                 where state = 'TRUE'
                   and (believed_until < :now or believed_until is null and sources <@ :silent::text[])
                returning incident, symptom
            )
            select coalesce(incident.merged_into, incident.id) as incident, symptom, count(*) as alerts
              from lost
              join incident on incident.id = lost.incident
             group by 1, 2
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    HeardAlerts(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    /**
     * What was heard of these alerts.
     *
     * @param running fingerprints of which every start that has not ended is wanted as well
     */
    List<Heard> of(Collection<Heard.Alert> alerts, Collection<String> running) {
        var rows = List.copyOf(alerts);
        return jdbc.sql(HEARD)
                .param("fingerprints", column(rows, Heard.Alert::fingerprint))
                .param("starts", column(rows, it -> it.startsAt().toString()))
                .param("running", running.toArray(String[]::new))
                .query((row, _) -> heard(row))
                .list();
    }

    void save(Collection<Heard> heard) {
        var rows = heard.stream()
                .sorted(Comparator.comparing((Heard it) -> it.alert().fingerprint())
                        .thenComparing(it -> it.alert().startsAt())
                        .thenComparing(Heard::symptom))
                .toList();
        batches.batchUpdate(SAVE, rows, 1000, (statement, row) -> {
            statement.setString(1, row.alert().fingerprint());
            statement.setObject(2, utc(row.alert().startsAt()));
            statement.setString(3, row.symptom());
            statement.setObject(4, row.incident().value());
            statement.setString(5, row.state().name());
            statement.setObject(6, utc(row.lastSeen()));
            statement.setObject(7, row.believedUntil().map(Rows::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setArray(
                    8,
                    statement
                            .getConnection()
                            .createArrayOf("text", row.sources().toArray()));
            statement.setString(9, row.name());
        });
    }

    /** Alerts whose senders fell silent are unknown from now on: how many, per symptom. */
    Map<IncidentId, Map<String, Integer>> lose(Collection<String> silent, Instant now) {
        var lost = new LinkedHashMap<IncidentId, Map<String, Integer>>();
        jdbc.sql(LOSE)
                .param("now", utc(now))
                .param("silent", silent.toArray(String[]::new))
                .query(row -> {
                    lost.computeIfAbsent(Rows.incident(row), _ -> new TreeMap<>())
                            .put(row.getString("symptom"), row.getInt("alerts"));
                });
        return lost;
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                Rows.alert(row),
                Rows.incident(row),
                row.getString("symptom"),
                State.valueOf(row.getString("state")),
                Rows.instant(row, "last_seen"),
                Rows.optionalInstant(row, "believed_until"),
                texts(row, "sources"),
                row.getString("alert"));
    }

    private static SortedSet<String> texts(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
