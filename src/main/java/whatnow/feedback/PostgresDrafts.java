package whatnow.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;

@Repository
class PostgresDrafts implements Drafts {

    private static final String OPEN = """
            insert into article_draft (incident, article, title, note, text, by, at)
            values (:incident, :article, :title, :note, :text, :by, :at)
            returning number
            """;

    private static final String COLUMNS = """
            select draft.number, draft.incident, incident.number as incident_number, draft.article, draft.title,
                   draft.note, draft.text, draft.by, draft.at
              from article_draft as draft
              join incident on incident.id = draft.incident
            """;

    private static final String FIND = COLUMNS + " where draft.number = :number";

    private static final String OF_INCIDENT = COLUMNS + " where draft.incident = :incident order by draft.number";

    private static final String NEWEST = COLUMNS + """
             where not draft.incident = any(:hidden)
             order by draft.number desc
             limit :most
            """;

    private final JdbcClient jdbc;

    PostgresDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Draft open(Incident incident, Optional<String> article, DraftText text, String note, String by, Instant at) {
        var number = jdbc.sql(OPEN)
                .param("incident", incident.id().value())
                .param("article", article.orElse(null))
                .param("title", text.title())
                .param("note", note)
                .param("text", text.markdown())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return new Draft(
                number, incident.id(), incident.number(), article, text.title(), note, text.markdown(), by, at);
    }

    @Override
    public Optional<Draft> find(long number) {
        return jdbc.sql(FIND)
                .param("number", number)
                .query(PostgresDrafts::draft)
                .optional();
    }

    @Override
    public List<Draft> of(IncidentId incident) {
        return jdbc.sql(OF_INCIDENT)
                .param("incident", incident.value())
                .query(PostgresDrafts::draft)
                .list();
    }

    @Override
    public List<Draft> newest(Set<IncidentId> hidden, int most) {
        return jdbc.sql(NEWEST)
                .param("hidden", hidden.stream().map(IncidentId::value).toArray(UUID[]::new))
                .param("most", most)
                .query(PostgresDrafts::draft)
                .list();
    }

    private static Draft draft(ResultSet row, int index) throws SQLException {
        return new Draft(
                row.getLong("number"),
                new IncidentId(row.getObject("incident", UUID.class)),
                row.getString("incident_number"),
                Optional.ofNullable(row.getString("article")),
                row.getString("title"),
                row.getString("note"),
                row.getString("text"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
