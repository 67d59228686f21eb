package whatnow.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is to probe. One node does so at a time; the others come in when it stops renewing its turn. */
@Repository
class Turn {

    static final Duration LASTS = Duration.ofSeconds(30);

    private static final String TAKE = """
            insert into prober (one, holder, until)
            values (true, :holder, :until)
            on conflict (one) do update
               set holder = excluded.holder, until = excluded.until
             where prober.holder = excluded.holder
                or prober.until < :now
            """;

    private static final String LAST = "select holder from prober";

    private static final String LET_GO = "update prober set until = :now where holder = :holder and until > :now";

    private static final String CUT_OFF = "update prober set cut_off_since = :since where holder = :holder";

    private final JdbcClient jdbc;

    Turn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was this node's turn last, so that all it remembers still holds. */
    boolean wasLast(String holder) {
        return jdbc.sql(LAST)
                .query(String.class)
                .optional()
                .filter(holder::equals)
                .isPresent();
    }

    /** Takes the turn or renews it. */
    boolean take(String holder, Instant now) {
        return jdbc.sql(TAKE)
                        .param("holder", holder)
                        .param("now", utc(now))
                        .param("until", utc(now.plus(LASTS)))
                        .update()
                == 1;
    }

    /** Another node may take it a moment later. */
    void letGo(String holder, Instant now) {
        jdbc.sql(LET_GO).param("holder", holder).param("now", utc(now)).update();
    }

    void isCutOff(String holder, Optional<Instant> since) {
        jdbc.sql(CUT_OFF)
                .param("holder", holder)
                .param("since", since.map(Turn::utc).orElse(null))
                .update();
    }

    private static @Nullable OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
