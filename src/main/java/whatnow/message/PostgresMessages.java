package whatnow.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class PostgresMessages implements Messages {

    /** Takes no lock on a channel that is known: whoever sends would pass it over. */
    private static final String KNOW_CHANNEL = """
            insert into message_channel (kind, channel, lease, next_at, failures) values (:kind, :channel, 0, :at, 0)
            on conflict (kind, channel) do nothing
            """;

    /** What is failing is not tried sooner because it says something else now. */
    private static final String KEEP = """
            insert into message as known
                   (id, about, part, kind, channel, whose, text, payload, version, sent_version, withdrawn, failures,
                    next_try, created_at, changed_at)
            values (:id, :about, :part, :kind, :channel, :whose, :text, :payload, 1, 0, false, 0, :at, :at, :at)
            on conflict (about, part, kind, channel) do update
               set text = excluded.text,
                   payload = excluded.payload,
                   version = known.version + 1,
                   withdrawn = false,
                   next_try = case when known.error is null then excluded.next_try else known.next_try end,
                   changed_at = excluded.changed_at
             where (known.text, known.payload, known.withdrawn) is distinct from (excluded.text, excluded.payload, false)
            """;

    private static final String AMEND = """
            update message
               set text = :text,
                   payload = :payload,
                   version = version + 1,
                   withdrawn = false,
                   next_try = case when error is null then :at else next_try end,
                   changed_at = :at
             where about = :about and part = :part and kind = :kind and channel = :channel
               and (text, payload, withdrawn) is distinct from (:text, :payload, false)
            """;

    private static final String REPLY = """
            insert into message
                   (id, about, part, kind, channel, whose, answers, text, payload, version, sent_version, withdrawn,
                    failures, next_try, created_at, changed_at)
            select :id, about, :part, kind, channel, whose, id, :text, :payload, 1, 0, false, 0, :at, :at, :at
              from message
             where about = :about and part = :first and kind = :kind and channel = :channel
               and (posted is not null or tried_at is not null)
            on conflict (about, part, kind, channel) do nothing
            """;

    private static final String WITHDRAW = """
            update message
               set text = :text,
                   payload = '',
                   version = version + 1,
                   sent_version = case when posted is null and tried_at is null then version + 1 else sent_version end,
                   withdrawn = true,
                   next_try = case when error is null then :at else next_try end,
                   changed_at = :at
             where about = :about
               and kind || ' ' || channel <> all (:but::text[])
               and (text, payload, withdrawn) is distinct from (:text, '', true)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Supplier<UUID> ids;

    PostgresMessages(JdbcClient jdbc, ApplicationEventPublisher events, Supplier<UUID> ids) {
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
    }

    @Override
    public void keep(MessageKey key, Destination to, Content content, Instant at) {
        jdbc.sql(KNOW_CHANNEL)
                .param("kind", to.kind())
                .param("channel", to.channel())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        wake(written(jdbc.sql(KEEP), key, to, content, at)
                .param("id", ids.get())
                .param("whose", to.of())
                .update());
    }

    @Override
    public void amend(MessageKey key, Destination to, Content content, Instant at) {
        wake(written(jdbc.sql(AMEND), key, to, content, at).update());
    }

    @Override
    public void reply(MessageKey to, String part, Destination at, Content content, Instant when) {
        wake(written(jdbc.sql(REPLY), new MessageKey(to.about(), part), at, content, when)
                .param("id", ids.get())
                .param("first", to.part())
                .update());
    }

    @Override
    public void withdraw(String about, Collection<Destination> but, String text, Instant at) {
        var changed = jdbc.sql(WITHDRAW)
                .param("about", about)
                .param(
                        "but",
                        but.stream().map(it -> it.kind() + " " + it.channel()).toArray(String[]::new))
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        wake(changed);
    }

    /** What is to stand where. */
    private static JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, MessageKey key, Destination to, Content content, Instant at) {
        return statement
                .param("about", key.about())
                .param("part", key.part())
                .param("kind", to.kind())
                .param("channel", to.channel())
                .param("text", content.text())
                .param("payload", content.payload())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private void wake(int changed) {
        if (changed == 0) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(new MessagesWait());
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new MessagesWait());
            }
        });
    }
}
