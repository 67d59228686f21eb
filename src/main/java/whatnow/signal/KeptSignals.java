package whatnow.signal;

import static whatnow.signal.Rows.column;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import whatnow.incident.TimeOrderedId;

/** What senders said, as it came: signals, and what could not be read. Nothing here is ever changed. */
final class KeptSignals {

    private static final String KEEP = """
            insert into signal (id, event_key, source, fingerprint, starts_at, status, ends_at, labels, annotations,
                                received_at, repaired, raw)
            select id::uuid, event_key, source, fingerprint, starts_at::timestamptz, status, ends_at::timestamptz,
                   labels::jsonb, annotations::jsonb, received_at::timestamptz, repaired::boolean, raw
              from unnest(:ids::text[], :keys::text[], :sources::text[], :fingerprints::text[], :starts::text[],
                          :statuses::text[], :ends::text[], :labels::text[], :annotations::text[], :received::text[],
                          :repaired::text[], :raws::text[])
                   as heard(id, event_key, source, fingerprint, starts_at, status, ends_at, labels, annotations,
                            received_at, repaired, raw)
            on conflict (event_key) do nothing
            returning event_key, id
            """;

    private static final String IDS = "select event_key, id from signal where event_key = any(:keys::text[])";

    private static final String KEEP_UNREADABLE = """
            insert into unreadable_signal (id, digest, source, position, why, received_at, raw)
            select id::uuid, digest, source, position::integer, why, received_at::timestamptz, raw
              from unnest(:ids::text[], :digests::text[], :sources::text[], :positions::text[], :whys::text[],
                          :received::text[], :raws::text[])
                   as heard(id, digest, source, position, why, received_at, raw)
            on conflict (digest) do nothing
            returning digest
            """;

    private static final String ENDED = """
            select distinct fingerprint, starts_at
              from signal
              join unnest(:fingerprints::text[], :starts::timestamptz[]) as asked(fingerprint, starts_at)
             using (fingerprint, starts_at)
             where status = 'RESOLVED'
            """;

    private static final String UNREADABLE = """
            select source, position, why, received_at, raw
              from unreadable_signal
             where source = :source
             order by received_at desc, position
             limit :most
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    KeptSignals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ids by event key, with the keys that were not known before. */
    record Kept(Map<String, UUID> ids, Set<String> added) {}

    Kept keep(Collection<Delivery.Said> said) {
        var distinct = new TreeMap<String, Delivery.Said>();
        said.forEach(it -> distinct.putIfAbsent(it.signal().eventKey(), it));
        if (distinct.isEmpty()) {
            return new Kept(Map.of(), Set.of());
        }
        var ids = new HashMap<>(added(List.copyOf(distinct.values())));
        var added = new HashSet<>(ids.keySet());
        distinct.keySet().removeAll(added);
        if (!distinct.isEmpty()) {
            jdbc.sql(IDS)
                    .param("keys", distinct.keySet().toArray(String[]::new))
                    .query(row -> {
                        ids.put(row.getString("event_key"), row.getObject("id", UUID.class));
                    });
        }
        return new Kept(ids, added);
    }

    private Map<String, UUID> added(List<Delivery.Said> rows) {
        var added = new HashMap<String, UUID>();
        jdbc.sql(KEEP)
                .param(
                        "ids",
                        column(rows, it -> SignalId.of(it.signal().eventKey()).toString()))
                .param("keys", column(rows, it -> it.signal().eventKey()))
                .param("sources", column(rows, it -> it.signal().source()))
                .param("fingerprints", column(rows, it -> it.signal().fingerprint()))
                .param("starts", column(rows, it -> it.signal().startsAt().toString()))
                .param("statuses", column(rows, it -> it.signal().status().name()))
                .param(
                        "ends",
                        column(
                                rows,
                                it -> it.signal()
                                        .endsAt()
                                        .map(Instant::toString)
                                        .orElse(null)))
                .param(
                        "labels",
                        column(rows, it -> json.writeValueAsString(it.signal().labels())))
                .param(
                        "annotations",
                        column(rows, it -> json.writeValueAsString(it.signal().annotations())))
                .param("received", column(rows, it -> it.signal().receivedAt().toString()))
                .param("repaired", column(rows, it -> String.valueOf(it.isRepaired())))
                .param("raws", column(rows, Delivery.Said::raw))
                .query(row -> {
                    added.put(row.getString("event_key"), row.getObject("id", UUID.class));
                });
        return added;
    }

    /** The digests of those that were not known before. */
    Set<String> keepUnreadable(List<Delivery> deliveries) {
        record Row(String digest, Delivery from, Delivery.Unreadable text) {}
        var distinct = new LinkedHashMap<String, Row>();
        deliveries.forEach(from -> from.unreadable().forEach(it -> {
            var digest = digest(from.source(), it);
            distinct.putIfAbsent(digest, new Row(digest, from, it));
        }));
        if (distinct.isEmpty()) {
            return Set.of();
        }
        var rows = List.copyOf(distinct.values());
        return new HashSet<>(jdbc.sql(KEEP_UNREADABLE)
                .param(
                        "ids",
                        column(
                                rows,
                                it -> TimeOrderedId.at(it.from().receivedAt()).toString()))
                .param("digests", column(rows, Row::digest))
                .param("sources", column(rows, it -> it.from().source()))
                .param("positions", column(rows, it -> String.valueOf(it.text().position())))
                .param("whys", column(rows, it -> it.text().why()))
                .param("received", column(rows, it -> it.from().receivedAt().toString()))
                .param("raws", column(rows, it -> it.text().raw()))
                .query(String.class)
                .list());
    }

    /** By which the same complaint about the same text of the same sender is known. */
    static String digest(String source, Delivery.Unreadable it) {
        return sha256(source + "\n" + it.why() + "\n" + it.raw());
    }

    /** Those whose end has been heard already. */
    Set<Heard.Alert> ended(Collection<Heard.Alert> alerts) {
        var rows = List.copyOf(alerts);
        return new HashSet<>(jdbc.sql(ENDED)
                .param("fingerprints", column(rows, Heard.Alert::fingerprint))
                .param("starts", column(rows, it -> it.startsAt().toString()))
                .query((row, _) -> Rows.alert(row))
                .list());
    }

    List<Source.Unreadable> unreadable(String source, int most) {
        return jdbc.sql(UNREADABLE)
                .param("source", source)
                .param("most", most)
                .query((row, _) -> new Source.Unreadable(
                        Rows.instant(row, "received_at"),
                        row.getInt("position"),
                        row.getString("why"),
                        row.getString("raw")))
                .list();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
