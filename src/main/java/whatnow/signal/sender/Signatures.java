package whatnow.signal.sender;

import java.sql.Array;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was signed lately, on whatever node it came in. It is forgotten once its time is too old to be good.
 *
 * <p>Whoever brings the same again is given the same answer and nothing is done: a sender that heard none is content, and
 * whoever listened in has gained nothing (S-25).
 */
@Component
class Signatures {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** A node that died at work leaves no answer behind. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(1);

    private static final String FORGET_OLD = "delete from sender_signature where heard_at <= :oldest";

    private static final String HEAR = """
            insert into sender_signature (sha256, heard_at) values (:sha256, :at)
            on conflict (sha256) do update set heard_at = excluded.heard_at
             where sender_signature.ids is null and sender_signature.heard_at <= :stale
            """;

    private static final String IDS = "select ids from sender_signature where sha256 = :sha256";

    private static final String CAME_TO = "update sender_signature set ids = :ids where sha256 = :sha256";

    private static final String FORGET = "delete from sender_signature where sha256 = :sha256";

    private final JdbcClient jdbc;

    Signatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a request. */
    sealed interface Known {}

    /** Nothing: it is to be worked on now. */
    record First() implements Known {}

    record AtWork() implements Known {}

    /** @param ids that it was answered with */
    record Done(List<UUID> ids) implements Known {}

    Known hear(String sha256, Instant now) {
        jdbc.sql(FORGET_OLD)
                .param("oldest", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        var isFirst = jdbc.sql(HEAR)
                        .param("sha256", sha256)
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("stale", now.minus(LONGEST_WORK).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        return isFirst ? new First() : ids(sha256).<Known>map(Done::new).orElseGet(AtWork::new);
    }

    private Optional<List<UUID>> ids(String sha256) {
        return jdbc.sql(IDS)
                .param("sha256", sha256)
                .query((row, _) -> Optional.ofNullable(row.getArray("ids")))
                .optional()
                .flatMap(it -> it)
                .map(Signatures::listed);
    }

    private static List<UUID> listed(Array ids) {
        try {
            return Arrays.asList((UUID[]) ids.getArray());
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void cameTo(String sha256, List<UUID> ids) {
        jdbc.sql(CAME_TO)
                .param("sha256", sha256)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** It came to nothing and may be sent again. */
    void forget(String sha256) {
        jdbc.sql(FORGET).param("sha256", sha256).update();
    }
}
