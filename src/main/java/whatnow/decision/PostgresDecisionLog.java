package whatnow.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import whatnow.incident.IncidentId;
import whatnow.incident.TimeOrderedId;
import whatnow.plan.Severity;

@Repository
class PostgresDecisionLog implements DecisionLog {

    private static final int UUID_LENGTH = 36;

    private static final String APPEND = """
            insert into decision (id, number, incident, made_at, record, sha256)
            values (:id, 'DEC-' || :year || '-' || lpad(nextval('decision_number')::text, 4, '0'),
                    :incident, :madeAt, :record, :sha256)
            returning number
            """;

    private static final String COLUMNS = "select id, number, incident, made_at, record, sha256 from decision ";

    private static final String LATEST = COLUMNS + "where incident = :incident order by position desc limit 1";

    private static final String OF_INCIDENT = COLUMNS + "where incident = :incident order by position";

    private static final String SEVERITIES = """
            select asked.incident, latest.severity
              from unnest(:incidents::uuid[]) as asked(incident)
             cross join lateral (
                   select record::json #>> '{outcome,assessment,severity}' as severity
                     from decision
                    where decision.incident = asked.incident
                    order by position desc
                    limit 1) as latest
            """;

    private static final String BY_NUMBER = COLUMNS + "where number = upper(:number)";

    private static final String BY_ID = COLUMNS + "where id = :id";

    private final JdbcClient jdbc;

    PostgresDecisionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Decision append(IncidentId incident, Inputs inputs, Outcome outcome) {
        var id = TimeOrderedId.at(inputs.now());
        var json = new DecisionRecord(inputs, outcome).json();
        var sha256 = CanonicalJson.sha256(json);
        var madeAt = inputs.now().atOffset(ZoneOffset.UTC);
        var number = jdbc.sql(APPEND)
                .param("id", id)
                .param("year", String.valueOf(madeAt.getYear()))
                .param("incident", incident.value())
                .param("madeAt", madeAt)
                .param("record", json)
                .param("sha256", sha256)
                .query(String.class)
                .single();
        return new Decision(id, number, incident, inputs.now(), inputs, outcome, sha256);
    }

    @Override
    public Optional<Decision> latest(IncidentId incident) {
        return jdbc.sql(LATEST)
                .param("incident", incident.value())
                .query(PostgresDecisionLog::read)
                .optional();
    }

    @Override
    public List<Decision> of(IncidentId incident) {
        return jdbc.sql(OF_INCIDENT)
                .param("incident", incident.value())
                .query(PostgresDecisionLog::read)
                .list();
    }

    @Override
    public Map<IncidentId, Severity> severities(Collection<IncidentId> incidents) {
        var found = new HashMap<IncidentId, Severity>();
        jdbc.sql(SEVERITIES)
                .param("incidents", incidents.stream().map(IncidentId::value).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            new IncidentId(row.getObject("incident", UUID.class)),
                            Severity.valueOf(row.getString("severity")));
                });
        return found;
    }

    @Override
    public Optional<Decision> find(String numberOrId) {
        return numberOrId.length() == UUID_LENGTH
                ? byId(numberOrId)
                : jdbc.sql(BY_NUMBER)
                        .param("number", numberOrId)
                        .query(PostgresDecisionLog::read)
                        .optional();
    }

    private Optional<Decision> byId(String id) {
        try {
            return jdbc.sql(BY_ID)
                    .param("id", UUID.fromString(id))
                    .query(PostgresDecisionLog::read)
                    .optional();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Decision read(ResultSet row, int index) throws SQLException {
        var written = DecisionRecord.read(row.getString("record"));
        return new Decision(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new IncidentId(row.getObject("incident", UUID.class)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                written.inputs(),
                written.outcome(),
                row.getString("sha256"));
    }
}
