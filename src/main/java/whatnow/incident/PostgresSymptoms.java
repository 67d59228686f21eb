package whatnow.incident;

import static whatnow.incident.Columns.instant;
import static whatnow.incident.Columns.list;
import static whatnow.incident.Columns.text;
import static whatnow.incident.Columns.utc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the incidents show. A symptom is replaced by the next one of its key; it is no history. */
final class PostgresSymptoms {

    private static final String OF_INCIDENTS = """
            select incident, service, kind, region, zone, state, since, last_seen, value, count, flapping, sources, alerts
              from symptom
             where incident = any(:ids::uuid[])
             order by incident, key collate "C"
            """;

    private static final String SHOW = """
            insert into symptom (incident, key, service, kind, region, zone, state, since, last_seen, value, count,
                                 flapping, sources, alerts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (incident, key) do update
               set state = excluded.state, since = excluded.since, last_seen = excluded.last_seen, value = excluded.value,
                   count = excluded.count, flapping = excluded.flapping, sources = excluded.sources,
                   alerts = excluded.alerts
            """;

    private static final String HAND_OVER = """
            update symptom
               set incident = :survivor
             where incident = :younger
               and key not in (select key from symptom where incident = :survivor)
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    private record Shown(IncidentId by, Symptom symptom) {}

    PostgresSymptoms(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    Map<IncidentId, List<Symptom>> of(Collection<IncidentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(OF_INCIDENTS)
                .param("ids", Columns.texts(ids))
                .query((row, _) -> new Shown(new IncidentId(row.getObject("incident", UUID.class)), symptom(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Shown::by, Collectors.mapping(Shown::symptom, Collectors.toList())));
    }

    /** In one order of rows, so that two transactions never wait for each other's. */
    void show(Map<IncidentId, List<Symptom>> symptoms) {
        var rows = symptoms.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(symptom -> new Shown(it.getKey(), symptom)))
                .sorted(Comparator.comparing((Shown it) -> it.by().toString())
                        .thenComparing(it -> it.symptom().key()))
                .toList();
        batches.batchUpdate(SHOW, rows, 500, PostgresSymptoms::fill);
    }

    void handOver(IncidentId survivor, IncidentId younger) {
        jdbc.sql(HAND_OVER)
                .param("survivor", survivor.value())
                .param("younger", younger.value())
                .update();
    }

    private static void fill(PreparedStatement statement, Shown row) throws SQLException {
        var symptom = row.symptom();
        var connection = statement.getConnection();
        statement.setObject(1, row.by().value());
        statement.setString(2, symptom.key());
        statement.setString(3, symptom.service());
        statement.setString(4, symptom.kind().name());
        statement.setString(5, symptom.region().orElse(null));
        statement.setString(6, symptom.zone().orElse(null));
        statement.setString(7, symptom.state().name());
        statement.setObject(8, utc(symptom.since()));
        statement.setObject(9, utc(symptom.lastSeen()));
        statement.setObject(10, symptom.value().orElse(null), Types.DOUBLE);
        statement.setInt(11, symptom.count());
        statement.setBoolean(12, symptom.flapping());
        statement.setArray(
                13, connection.createArrayOf("text", symptom.sources().toArray()));
        statement.setArray(14, connection.createArrayOf("text", symptom.alerts().toArray()));
    }

    private static Symptom symptom(ResultSet row) throws SQLException {
        return new Symptom(
                row.getString("service"),
                SymptomKind.valueOf(row.getString("kind")),
                text(row, "region"),
                text(row, "zone"),
                State.valueOf(row.getString("state")),
                instant(row, "since"),
                instant(row, "last_seen"),
                Optional.ofNullable(row.getObject("value", Double.class)),
                row.getInt("count"),
                row.getBoolean("flapping"),
                list(row.getArray("sources")),
                list(row.getArray("alerts")));
    }
}
