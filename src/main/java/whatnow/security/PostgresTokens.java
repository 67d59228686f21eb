package whatnow.security;

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

/** Tokens, links and ended sessions in PostgreSQL. */
@Repository
class PostgresTokens implements Tokens {

    private static final String ADD_TOKEN = """
            insert into access_token (id, name, role, sha256, created_at, created_by)
            values (:id, :name, :role, :sha256, :createdAt, :createdBy)
            on conflict (sha256) do nothing
            """;

    private static final String LIVE = """
            select id, name, role, sha256, created_at, created_by
              from access_token t
             where not exists (select 1 from access_token_revoked r where r.token_id = t.id)
             order by created_at, id
            """;

    private static final String REVOKE = """
            insert into access_token_revoked (token_id, by_person, at)
            values (:token, :by, :at)
            on conflict (token_id) do nothing
            """;

    private static final String REVOKED = "select token_id from access_token_revoked";

    private static final String ADD_LINK = """
            insert into login_link (id, role, sha256, created_at, created_by, expires_at)
            values (:id, :role, :sha256, :createdAt, :createdBy, :expiresAt)
            """;

    private static final String UNUSED = """
            select id, role, sha256, created_at, created_by, expires_at
              from login_link l
             where sha256 = :sha256
               and not exists (select 1 from login_link_used u where u.link_id = l.id)
               and not exists (select 1 from access_token_revoked r where r.token_id = l.id)
            """;

    private static final String LINKS = """
            select l.*, u.person
              from login_link l
              left join login_link_used u on u.link_id = l.id
             where (u.link_id is null and l.expires_at > :now or u.at > :since)
               and not exists (select 1 from access_token_revoked r where r.token_id = l.id)
             order by l.created_at, l.id
            """;

    private static final String USE = """
            insert into login_link_used (link_id, person, at)
            values (:link, :person, :at)
            on conflict (link_id) do nothing
            """;

    private static final String ANY_USED = "select exists (select 1 from login_link_used)";

    private static final String END = """
            insert into session_ended (session_id, by_person, at, expires_at)
            values (:session, :by, :at, :expiresAt)
            on conflict (session_id) do nothing
            """;

    private static final String ENDED = "select session_id from session_ended where expires_at > :now";

    private final JdbcClient jdbc;

    PostgresTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Token token) {
        jdbc.sql(ADD_TOKEN)
                .param("id", token.id())
                .param("name", token.name())
                .param("role", token.role().key())
                .param("sha256", token.sha256())
                .param("createdAt", utc(token.createdAt()))
                .param("createdBy", token.createdBy())
                .update();
    }

    @Override
    public List<Token> live() {
        return jdbc.sql(LIVE).query(PostgresTokens::token).list();
    }

    @Override
    public void revoke(UUID credential, String byPerson, Instant at) {
        jdbc.sql(REVOKE)
                .param("token", credential)
                .param("by", byPerson)
                .param("at", utc(at))
                .update();
    }

    @Override
    public Set<UUID> revoked() {
        return Set.copyOf(jdbc.sql(REVOKED).query(UUID.class).list());
    }

    @Override
    public void add(LoginLink link) {
        jdbc.sql(ADD_LINK)
                .param("id", link.id())
                .param("role", link.role().key())
                .param("sha256", link.sha256())
                .param("createdAt", utc(link.createdAt()))
                .param("createdBy", link.createdBy())
                .param("expiresAt", utc(link.expiresAt()))
                .update();
    }

    @Override
    public List<LoginLink.Given> links(Instant now, Instant since) {
        return jdbc.sql(LINKS)
                .param("now", utc(now))
                .param("since", utc(since))
                .query((row, index) ->
                        new LoginLink.Given(link(row, index), Optional.ofNullable(row.getString("person"))))
                .list();
    }

    @Override
    public Optional<LoginLink> unused(String sha256) {
        return jdbc.sql(UNUSED)
                .param("sha256", sha256)
                .query(PostgresTokens::link)
                .optional();
    }

    @Override
    public boolean use(UUID link, String person, Instant at) {
        return jdbc.sql(USE)
                        .param("link", link)
                        .param("person", person)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    @Override
    public boolean anyLinkUsed() {
        return jdbc.sql(ANY_USED).query(Boolean.class).single();
    }

    @Override
    public void end(UUID session, String byPerson, Instant at, Instant expiresAt) {
        jdbc.sql(END)
                .param("session", session)
                .param("by", byPerson)
                .param("at", utc(at))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    @Override
    public Set<UUID> ended(Instant now) {
        return Set.copyOf(
                jdbc.sql(ENDED).param("now", utc(now)).query(UUID.class).list());
    }

    private static Token token(ResultSet row, int index) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                role(row),
                row.getString("sha256"),
                instant(row, "created_at"),
                row.getString("created_by"));
    }

    private static LoginLink link(ResultSet row, int index) throws SQLException {
        return new LoginLink(
                row.getObject("id", UUID.class),
                role(row),
                row.getString("sha256"),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "expires_at"));
    }

    /** A role that a newer version wrote and this one does not know gives no right but reading. */
    private static Role role(ResultSet row) throws SQLException {
        return Role.named(row.getString("role")).orElse(Role.VIEWER);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
