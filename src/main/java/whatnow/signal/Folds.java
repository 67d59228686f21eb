package whatnow.signal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.incident.IncidentId;

/** What folding remembers of a symptom besides what it shows. */
final class Folds {

    private static final String FOLDS = """
            select coalesce(incident.merged_into, incident.id) as incident, symptom, sum(unknown) as unknown,
                   max(checks) as checks
              from symptom_fold
              join incident on incident.id = symptom_fold.incident
             where coalesce(incident.merged_into, incident.id) = any(:ids::uuid[])
             group by 1, 2
            """;

    private static final String SAVE = """
            insert into symptom_fold (incident, symptom, unknown, checks) values (?, ?, ?, ?)
            on conflict (incident, symptom) do update set unknown = excluded.unknown, checks = excluded.checks
            """;

    private static final String FORGET = "delete from symptom_fold where incident = :incident";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Folds(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    record Remembered(int unknown, Checks checks) {

        static final Remembered NOTHING = new Remembered(0, Checks.NONE);
    }

    Map<IncidentId, Map<String, Remembered>> of(Collection<IncidentId> ids) {
        var folds = new HashMap<IncidentId, Map<String, Remembered>>();
        if (ids.isEmpty()) {
            return folds;
        }
        jdbc.sql(FOLDS)
                .param("ids", ids.stream().map(IncidentId::toString).toArray(String[]::new))
                .query(row -> {
                    folds.computeIfAbsent(Rows.incident(row), _ -> new HashMap<>())
                            .put(
                                    row.getString("symptom"),
                                    new Remembered(row.getInt("unknown"), new Checks(row.getString("checks"))));
                });
        return folds;
    }

    void save(Map<IncidentId, Map<String, Remembered>> folds) {
        record Row(IncidentId incident, String symptom, Remembered remembered) {}
        var rows = folds.entrySet().stream()
                .flatMap(it -> it.getValue().entrySet().stream()
                        .map(fold -> new Row(it.getKey(), fold.getKey(), fold.getValue())))
                .sorted(Comparator.comparing((Row it) -> it.incident().toString())
                        .thenComparing(Row::symptom))
                .toList();
        batches.batchUpdate(SAVE, rows, 500, (statement, row) -> {
            statement.setObject(1, row.incident().value());
            statement.setString(2, row.symptom());
            statement.setInt(3, row.remembered().unknown());
            statement.setString(4, row.remembered().checks().states());
        });
    }

    /** The survivor of a merge remembers for both. */
    void forget(IncidentId younger) {
        jdbc.sql(FORGET).param("incident", younger.value()).update();
    }
}
