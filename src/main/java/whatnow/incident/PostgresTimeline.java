package whatnow.incident;

import static whatnow.incident.Columns.instant;
import static whatnow.incident.Columns.utc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to each incident, in order. Entries are added and never altered. */
final class PostgresTimeline {

    private static final String OF_INCIDENT = """
            select at, kind, text, by, reference
              from timeline
             where incident = :id
             order by at, position
            """;

    private static final String NOTE =
            "insert into timeline (incident, at, kind, text, by, reference) values (?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    private record Line(IncidentId of, TimelineEntry entry) {}

    PostgresTimeline(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    List<TimelineEntry> of(IncidentId id) {
        return jdbc.sql(OF_INCIDENT)
                .param("id", id.value())
                .query(PostgresTimeline::entry)
                .list();
    }

    void note(Map<IncidentId, List<TimelineEntry>> entries) {
        var lines = entries.entrySet().stream()
                .sorted(Comparator.comparing(it -> it.getKey().toString()))
                .flatMap(it -> it.getValue().stream().map(entry -> new Line(it.getKey(), entry)))
                .toList();
        batches.batchUpdate(NOTE, lines, 500, PostgresTimeline::fill);
    }

    private static void fill(PreparedStatement statement, Line line) throws SQLException {
        statement.setObject(1, line.of().value());
        statement.setObject(2, utc(line.entry().at()));
        statement.setString(3, line.entry().kind());
        statement.setString(4, line.entry().text());
        statement.setString(5, line.entry().by());
        statement.setObject(6, line.entry().reference().orElse(null), Types.OTHER);
    }

    private static TimelineEntry entry(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                instant(row, "at"),
                row.getString("kind"),
                row.getString("text"),
                row.getString("by"),
                Optional.ofNullable(row.getObject("reference", UUID.class)));
    }
}
