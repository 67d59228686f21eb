package whatnow.chat.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import whatnow.security.Person;
import whatnow.security.Role;

/** Links and offers in PostgreSQL. */
@Repository
class PostgresAccounts implements Accounts {

    private static final String FORGET = "delete from chat_offer where expires_at <= :now";

    private static final String OFFER = """
            insert into chat_offer (sha256, service, team, user_id, handle, expires_at)
            values (:sha256, :service, :team, :user, :handle, :expiresAt)
            on conflict (service, team, user_id) do update
               set sha256 = excluded.sha256, handle = excluded.handle, expires_at = excluded.expires_at
            """;

    private static final String OFFERED =
            "select sha256, service, team, user_id, handle, expires_at from chat_offer where sha256 = :sha256";

    private static final String LINK = """
            with used as (delete from chat_offer where sha256 = :offer returning 1),
                 linked as (insert into chat_account
                                   (id, service, team, user_id, handle, person, role, credential, linked_at)
                            select :id, :service, :team, :user, :handle, :person, :role, :credential, :at from used
                            on conflict (service, team, user_id) do nothing
                            returning *)
            insert into chat_account_entry
                   (account, kind, service, team, user_id, handle, person, role, credential, by_person, at)
            select id, 'LINKED', service, team, user_id, handle, person, role, credential, person, linked_at from linked
            """;

    private static final String UNLINK = """
            with gone as (delete from chat_account where id = :id returning *)
            insert into chat_account_entry
                   (account, kind, service, team, user_id, handle, person, role, credential, by_person, at)
            select id, 'UNLINKED', service, team, user_id, handle, person, role, credential, :by, :at from gone
            """;

    private static final String LINKS = """
            select id, service, team, user_id, handle, person, role, credential, linked_at
              from chat_account
             order by linked_at, id
            """;

    private final JdbcClient jdbc;

    PostgresAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void offer(Offer offer, Instant now) {
        jdbc.sql(FORGET).param("now", utc(now)).update();
        jdbc.sql(OFFER)
                .param("sha256", offer.sha256())
                .param("service", offer.user().service().name())
                .param("team", offer.user().team())
                .param("user", offer.user().id())
                .param("handle", offer.handle())
                .param("expiresAt", utc(offer.expiresAt()))
                .update();
    }

    @Override
    public Optional<Offer> offered(String sha256) {
        return jdbc.sql(OFFERED)
                .param("sha256", sha256)
                .query((row, _) -> new Offer(
                        row.getString("sha256"), user(row), row.getString("handle"), instant(row, "expires_at")))
                .optional();
    }

    @Override
    public boolean link(LinkedUser link, String offer) {
        return jdbc.sql(LINK)
                        .param("offer", offer)
                        .param("id", link.id())
                        .param("service", link.user().service().name())
                        .param("team", link.user().team())
                        .param("user", link.user().id())
                        .param("handle", link.handle())
                        .param("person", link.person().name())
                        .param("role", link.person().role().key())
                        .param("credential", link.credential())
                        .param("at", utc(link.since()))
                        .update()
                == 1;
    }

    @Override
    public boolean unlink(LinkedUser link, String byPerson, Instant at) {
        return jdbc.sql(UNLINK)
                        .param("id", link.id())
                        .param("by", byPerson)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    @Override
    public List<LinkedUser> links() {
        return jdbc.sql(LINKS).query(PostgresAccounts::link).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A chat or a role that a newer version wrote and this one does not know lets nobody in. */
    private static Optional<LinkedUser> link(ResultSet row, int index) throws SQLException {
        var role = Role.named(row.getString("role"));
        if (role.isEmpty() || !isKnown(row.getString("service"))) {
            return Optional.empty();
        }
        return Optional.of(new LinkedUser(
                row.getObject("id", UUID.class),
                user(row),
                row.getString("handle"),
                new Person(row.getString("person"), role.get()),
                row.getObject("credential", UUID.class),
                instant(row, "linked_at")));
    }

    private static boolean isKnown(String service) {
        return List.of(ChatService.values()).stream().anyMatch(it -> it.name().equals(service));
    }

    private static ChatUser user(ResultSet row) throws SQLException {
        return new ChatUser(
                ChatService.valueOf(row.getString("service")), row.getString("team"), row.getString("user_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
