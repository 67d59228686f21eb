package whatnow.message;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class PostgresOutbox implements Outbox {

    /** Longer than the longest way of one message: two looks, one post and a second one without its payload. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** An answer waits until what it answers is there; one that is only to be taken back need not. */
    private static final String READY = """
              from message
              left join message as answered on answered.id = message.answers
             where message.version > message.sent_version
               and message.next_try <= :now
               and (message.withdrawn or message.changed_at > :oldest)
               and (message.answers is null or answered.posted is not null or message.withdrawn)
            """;

    /** Not "for update": whoever adds a message refers to the channel, and neither waits for the other. */
    private static final String FREE_CHANNEL = """
            select free.kind, free.channel, free.lease, free.failures
              from message_channel as free
             where free.kind = any (:kinds::text[])
               and free.next_at <= :now
               and (free.leased_until is null or free.leased_until <= :now)
               and exists (select 1
            """ + READY + """
               and message.kind = free.kind and message.channel = free.channel)
             order by free.next_at, free.kind, free.channel
             limit 1
               for no key update of free skip locked
            """;

    private static final String LONGEST_WAITING = """
            select message.id, message.about, message.part, message.whose, message.text, message.payload, message.version,
                   message.posted, message.tried_at, message.withdrawn, message.failures,
                   answered.posted as answered
            """ + READY + """
               and message.kind = :kind and message.channel = :channel
             order by message.next_try, message.created_at, message.id
             limit 1
               for no key update of message skip locked
            """;

    private static final String LEASE_CHANNEL = """
            update message_channel set lease = lease + 1, leased_until = :until
             where kind = :kind and channel = :channel
            """;

    private static final String TRY =
            "update message set tried_at = coalesce(tried_at, :now) where id = :id and posted is null and not withdrawn";

    private static final String RELEASE = """
            update message_channel set leased_until = null, next_at = :next, failures = :failures
             where kind = :kind and channel = :channel and lease = :lease
            """;

    private static final String SETTLE = """
            update message
               set posted = :posted,
                   tried_at = case when :perhaps then tried_at end,
                   sent_version = case when :taken then :version else sent_version end,
                   sent_at = case when :taken then :now else sent_at end,
                   failures = :failures,
                   failing_since = case when :error::text is not null then coalesce(failing_since, :now) end,
                   error = :error,
                   next_try = :next
             where id = :id
            """;

    private static final String WAITING = """
            select kind, channel, whose, count(*) as waiting, min(failing_since) as since,
                   (array_agg(error order by failing_since) filter (where error is not null))[1] as why
              from message
             where version > sent_version
               and (withdrawn or changed_at > :oldest)
             group by kind, channel, whose
             order by kind, channel
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    private record Free(String kind, String channel, long lease, int failures) {}

    PostgresOutbox(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<Claim> claim(Collection<String> kinds, Instant now) {
        return requireNonNull(transactions.execute(_ -> freeChannel(kinds, now).flatMap(it -> claim(it, now))));
    }

    private Optional<Free> freeChannel(Collection<String> kinds, Instant now) {
        return jdbc.sql(FREE_CHANNEL)
                .param("kinds", kinds.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", oldest(now))
                .query((row, _) -> new Free(
                        row.getString("kind"), row.getString("channel"), row.getLong("lease"), row.getInt("failures")))
                .optional();
    }

    private Optional<Claim> claim(Free free, Instant now) {
        var claim = jdbc.sql(LONGEST_WAITING)
                .param("kind", free.kind())
                .param("channel", free.channel())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", oldest(now))
                .query((row, _) -> claim(row, free))
                .optional();
        claim.ifPresent(it -> lease(it, now));
        return claim;
    }

    private void lease(Claim claim, Instant now) {
        jdbc.sql(LEASE_CHANNEL)
                .param("kind", claim.to().kind())
                .param("channel", claim.to().channel())
                .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(TRY)
                .param("id", UUID.fromString(claim.id()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean settle(Claim claim, Ending ending, Instant now) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var isOurs = release(claim, ending);
            if (isOurs) {
                write(claim, ending, now);
            }
            return isOurs;
        }));
    }

    private boolean release(Claim claim, Ending ending) {
        return jdbc.sql(RELEASE)
                        .param("kind", claim.to().kind())
                        .param("channel", claim.to().channel())
                        .param("lease", claim.lease())
                        .param("next", ending.nextOfChannel().atOffset(ZoneOffset.UTC))
                        .param("failures", ending.failuresOfChannel())
                        .update()
                == 1;
    }

    private void write(Claim claim, Ending ending, Instant now) {
        jdbc.sql(SETTLE)
                .param("id", UUID.fromString(claim.id()))
                .param("posted", ending.posted().orElse(null))
                .param("perhaps", ending.perhaps())
                .param("taken", ending.isTaken())
                .param("version", claim.version())
                .param("failures", ending.failures())
                .param("error", ending.error().orElse(null))
                .param("next", ending.nextTry().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Waiting> waiting(Instant now) {
        return jdbc.sql(WAITING)
                .param("oldest", oldest(now))
                .query((row, _) -> new Waiting(
                        new Destination(row.getString("kind"), row.getString("channel"), row.getString("whose")),
                        row.getLong("waiting"),
                        instant(row, "since"),
                        Optional.ofNullable(row.getString("why"))))
                .list();
    }

    private static Claim claim(ResultSet row, Free free) throws SQLException {
        return new Claim(
                new Destination(free.kind(), free.channel(), row.getString("whose")),
                free.lease() + 1,
                row.getString("id"),
                new MessageKey(row.getString("about"), row.getString("part")),
                new Content(row.getString("text"), row.getString("payload")),
                row.getLong("version"),
                Optional.ofNullable(row.getString("posted")),
                instant(row, "tried_at"),
                row.getBoolean("withdrawn"),
                Optional.ofNullable(row.getString("answered")),
                row.getInt("failures"),
                free.failures());
    }

    private static OffsetDateTime oldest(Instant now) {
        return now.minus(LONGEST).atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
