package whatnow.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Few incidents are ever restricted, so all of the history is read and added up in memory. */
@Repository
class PostgresRestrictions implements Restrictions {

    private static final String ADD = """
            insert into restriction (incident, kind, at, by, why, ask, names)
            values (:incident, :kind, :at, :by, :why, :ask, :names::text[])
            """;

    private static final String HISTORY =
            "select incident, kind, at, by, why, ask, names from restriction order by position";

    private static final String MEMBERS = """
            with head as (
                select distinct coalesce(incident.merged_into, incident.id) as id
                  from restriction
                  join incident on incident.id = restriction.incident
            )
            select incident.id, incident.number, head.id as head
              from head
              join incident on incident.id = head.id or incident.merged_into = head.id
            """;

    private static final String HAS_HISTORY = "select exists (select 1 from restriction where incident = :incident)";

    private final JdbcClient jdbc;

    PostgresRestrictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(RestrictionEntry entry) {
        jdbc.sql(ADD)
                .param("incident", entry.incident().value())
                .param("kind", entry.kind().name())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("by", entry.by())
                .param("why", entry.why())
                .param("ask", entry.ask())
                .param("names", new TreeSet<>(entry.names()).toArray(String[]::new))
                .update();
    }

    @Override
    public List<Restriction> inForce() {
        var history = jdbc.sql(HISTORY).query(PostgresRestrictions::entry).list();
        return history.isEmpty()
                ? List.of()
                : Restriction.inForce(
                        history,
                        jdbc.sql(MEMBERS).query(PostgresRestrictions::member).list());
    }

    @Override
    public boolean hasHistory(IncidentId incident) {
        return jdbc.sql(HAS_HISTORY)
                .param("incident", incident.value())
                .query(Boolean.class)
                .single();
    }

    private static RestrictionEntry entry(ResultSet row, int index) throws SQLException {
        return new RestrictionEntry(
                new IncidentId(row.getObject("incident", UUID.class)),
                RestrictionEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by"),
                row.getString("why"),
                row.getString("ask"),
                Set.of((String[]) row.getArray("names").getArray()));
    }

    private static Restriction.Member member(ResultSet row, int index) throws SQLException {
        return new Restriction.Member(
                new IncidentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new IncidentId(row.getObject("head", UUID.class)));
    }
}
