package whatnow.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import whatnow.incident.IncidentId;
import whatnow.incident.State;
import whatnow.incident.TimeOrderedId;

/** What was heard and how it folds, in PostgreSQL. A batch of any size costs a fixed number of round trips. */
@Component
class SignalStore {

    /** Whoever folds holds it until the commit, so that two requests never open two incidents for one cause. */
    private static final String LOCK = "select pg_advisory_xact_lock(4921107)";

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
            returning event_key
            """;

    private static final String IDS = "select event_key, id from signal where event_key = any(:keys::text[])";

    private static final String KEEP_UNREADABLE = """
            insert into unreadable_signal (id, digest, source, position, why, received_at, raw)
            select id::uuid, digest, :source, position::integer, why, :receivedAt, raw
              from unnest(:ids::text[], :digests::text[], :positions::text[], :whys::text[], :raws::text[])
                   as heard(id, digest, position, why, raw)
            on conflict (digest) do nothing
            """;

    private static final String RUNNING_SINCE = """
            select fingerprint, max(starts_at) as starts_at
              from symptom_signal
             where fingerprint = any(:fingerprints::text[])
               and state <> 'FALSE'
             group by fingerprint
            """;

    private static final String ALERTS =
            "unnest(:fingerprints::text[], :starts::timestamptz[]) as asked(fingerprint, starts_at)";

    private static final String ENDED = "select distinct fingerprint, starts_at from signal join " + ALERTS
            + " using (fingerprint, starts_at) where status = 'RESOLVED'";

    private static final String HEARD =
            """
            select fingerprint, starts_at, symptom, coalesce(incident.merged_into, incident.id) as incident, state,
                   last_seen, believed_until, sources, alert
              from symptom_signal
              join incident on incident.id = symptom_signal.incident
              join """ + " " + ALERTS + " using (fingerprint, starts_at) order by fingerprint, starts_at, symptom";

    private static final String FOLDS = """
            select coalesce(incident.merged_into, incident.id) as incident, symptom, sum(unknown) as unknown,
                   max(checks) as checks
              from symptom_fold
              join incident on incident.id = symptom_fold.incident
             where coalesce(incident.merged_into, incident.id) = any(:ids::uuid[])
             group by 1, 2
            """;

    private static final String SAVE_HEARD = """
            insert into symptom_signal (fingerprint, starts_at, symptom, incident, state, last_seen, believed_until,
                                        sources, alert)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (fingerprint, starts_at, symptom) do update
               set incident = excluded.incident, state = excluded.state, last_seen = excluded.last_seen,
                   believed_until = excluded.believed_until, sources = excluded.sources
            """;

    private static final String SAVE_FOLD = """
            insert into symptom_fold (incident, symptom, unknown, checks) values (?, ?, ?, ?)
            on conflict (incident, symptom) do update set unknown = excluded.unknown, checks = excluded.checks
            """;

    private static final String FORGET_FOLDS = "delete from symptom_fold where incident = :incident";

    private static final String LOSE = """
            with lost as (
                update symptom_signal
                   set state = 'UNKNOWN'
                 where state = 'TRUE'
                   and (believed_until < :now or believed_until is null and sources <@ :silent::text[])
                returning incident, symptom
            )
            select coalesce(incident.merged_into, incident.id) as incident, symptom, count(*) as alerts
              from lost
              join incident on incident.id = lost.incident
             group by 1, 2
            """;

    private static final String SENDERS = "select * from source order by name collate \"C\"";

    private static final String SENDER = "select * from source where name = :name";

    private static final String SAVE_SENDER = """
            insert into source (name, firsthand, last_post, last_firing, last_watchdog, watchdog_ended, told_interval,
                                gaps, unreadable)
            values (:name, :firsthand, :lastPost, :lastFiring::timestamptz, :lastWatchdog::timestamptz, :watchdogEnded,
                    :told::bigint, :gaps::bigint[], :unreadable)
            on conflict (name) do update
               set firsthand = excluded.firsthand, last_post = excluded.last_post, last_firing = excluded.last_firing,
                   last_watchdog = excluded.last_watchdog, watchdog_ended = excluded.watchdog_ended,
                   told_interval = excluded.told_interval, gaps = excluded.gaps, unreadable = excluded.unreadable
            """;

    private static final String UNREADABLE = """
            select source, position, why, received_at, raw
              from unreadable_signal
             where source = :source
             order by received_at desc, position
             limit :most
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    SignalStore(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    void lock() {
        batches.query(LOCK, _ -> {});
    }

    /** Ids by event key, with the keys that were not known before. */
    record Kept(Map<String, UUID> ids, Set<String> added) {}

    Kept keep(Collection<Delivery.Said> said) {
        var distinct = new TreeMap<String, Delivery.Said>();
        said.forEach(it -> distinct.putIfAbsent(it.signal().eventKey(), it));
        if (distinct.isEmpty()) {
            return new Kept(Map.of(), Set.of());
        }
        var rows = List.copyOf(distinct.values());
        var added = jdbc.sql(KEEP)
                .param(
                        "ids",
                        column(
                                rows,
                                it -> TimeOrderedId.at(it.signal().receivedAt()).toString()))
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
                .query(String.class)
                .list();
        var ids = new HashMap<String, UUID>();
        jdbc.sql(IDS).param("keys", distinct.keySet().toArray(String[]::new)).query(row -> {
            ids.put(row.getString("event_key"), row.getObject("id", UUID.class));
        });
        return new Kept(ids, new HashSet<>(added));
    }

    /** How many of them were not known before. */
    int keepUnreadable(Delivery delivery) {
        var rows = delivery.unreadable();
        if (rows.isEmpty()) {
            return 0;
        }
        return jdbc.sql(KEEP_UNREADABLE)
                .param("source", delivery.source())
                .param("receivedAt", utc(delivery.receivedAt()))
                .param(
                        "ids",
                        column(
                                rows,
                                _ -> TimeOrderedId.at(delivery.receivedAt()).toString()))
                .param("digests", column(rows, it -> sha256(delivery.source() + "\n" + it.why() + "\n" + it.raw())))
                .param("positions", column(rows, it -> String.valueOf(it.position())))
                .param("whys", column(rows, Delivery.Unreadable::why))
                .param("raws", column(rows, Delivery.Unreadable::raw))
                .update();
    }

    /** Since when alerts are running that name no start in every post. */
    Map<String, Instant> runningSince(Collection<String> fingerprints) {
        if (fingerprints.isEmpty()) {
            return Map.of();
        }
        var starts = new HashMap<String, Instant>();
        jdbc.sql(RUNNING_SINCE)
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .query(row -> {
                    starts.put(row.getString("fingerprint"), instant(row, "starts_at"));
                });
        return starts;
    }

    /** Those whose end has been heard already. */
    Set<Heard.Alert> ended(Collection<Heard.Alert> alerts) {
        return new HashSet<>(asking(ENDED, alerts).query((row, _) -> alert(row)).list());
    }

    Map<Heard.Alert, List<Heard>> heard(Collection<Heard.Alert> alerts) {
        return asking(HEARD, alerts).query((row, _) -> heard(row)).list().stream()
                .collect(Collectors.groupingBy(Heard::alert));
    }

    private JdbcClient.StatementSpec asking(String statement, Collection<Heard.Alert> alerts) {
        var rows = List.copyOf(alerts);
        return jdbc.sql(statement)
                .param("fingerprints", column(rows, Heard.Alert::fingerprint))
                .param("starts", column(rows, it -> it.startsAt().toString()));
    }

    /** What is remembered of a symptom besides what it shows. */
    record Remembered(int unknown, Checks checks) {

        static final Remembered NOTHING = new Remembered(0, Checks.NONE);
    }

    Map<IncidentId, Map<String, Remembered>> folds(Collection<IncidentId> ids) {
        var folds = new HashMap<IncidentId, Map<String, Remembered>>();
        if (ids.isEmpty()) {
            return folds;
        }
        jdbc.sql(FOLDS)
                .param("ids", ids.stream().map(IncidentId::toString).toArray(String[]::new))
                .query(row -> {
                    folds.computeIfAbsent(incident(row), _ -> new HashMap<>())
                            .put(
                                    row.getString("symptom"),
                                    new Remembered(row.getInt("unknown"), new Checks(row.getString("checks"))));
                });
        return folds;
    }

    void save(Collection<Heard> heard) {
        var rows = heard.stream()
                .sorted(Comparator.comparing((Heard it) -> it.alert().fingerprint())
                        .thenComparing(it -> it.alert().startsAt())
                        .thenComparing(Heard::symptom))
                .toList();
        batches.batchUpdate(SAVE_HEARD, rows, 1000, (statement, row) -> {
            statement.setString(1, row.alert().fingerprint());
            statement.setObject(2, utc(row.alert().startsAt()));
            statement.setString(3, row.symptom());
            statement.setObject(4, row.incident().value());
            statement.setString(5, row.state().name());
            statement.setObject(6, utc(row.lastSeen()));
            statement.setObject(
                    7, row.believedUntil().map(SignalStore::utc).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setArray(
                    8,
                    statement
                            .getConnection()
                            .createArrayOf("text", row.sources().toArray()));
            statement.setString(9, row.name());
        });
    }

    void save(Map<IncidentId, Map<String, Remembered>> folds) {
        record Row(IncidentId incident, String symptom, Remembered remembered) {}
        var rows = folds.entrySet().stream()
                .flatMap(it -> it.getValue().entrySet().stream()
                        .map(fold -> new Row(it.getKey(), fold.getKey(), fold.getValue())))
                .sorted(Comparator.comparing((Row it) -> it.incident().toString())
                        .thenComparing(Row::symptom))
                .toList();
        batches.batchUpdate(SAVE_FOLD, rows, 500, (statement, row) -> {
            statement.setObject(1, row.incident().value());
            statement.setString(2, row.symptom());
            statement.setInt(3, row.remembered().unknown());
            statement.setString(4, row.remembered().checks().states());
        });
    }

    /** The survivor of a merge remembers for both. */
    void forgetFolds(IncidentId younger) {
        jdbc.sql(FORGET_FOLDS).param("incident", younger.value()).update();
    }

    /** Alerts whose senders fell silent are unknown from now on: how many, per symptom. */
    Map<IncidentId, Map<String, Integer>> lose(Collection<String> silent, Instant now) {
        var lost = new LinkedHashMap<IncidentId, Map<String, Integer>>();
        jdbc.sql(LOSE)
                .param("now", utc(now))
                .param("silent", silent.toArray(String[]::new))
                .query(row -> {
                    lost.computeIfAbsent(incident(row), _ -> new TreeMap<>())
                            .put(row.getString("symptom"), row.getInt("alerts"));
                });
        return lost;
    }

    List<Sender> senders() {
        return jdbc.sql(SENDERS).query((row, _) -> sender(row)).list();
    }

    Optional<Sender> sender(String name) {
        return jdbc.sql(SENDER)
                .param("name", name)
                .query((row, _) -> sender(row))
                .optional();
    }

    void save(Sender sender) {
        jdbc.sql(SAVE_SENDER)
                .param("name", sender.name())
                .param("firsthand", sender.firsthand())
                .param("lastPost", utc(sender.lastPost()))
                .param("lastFiring", sender.lastFiring().map(Instant::toString).orElse(null))
                .param(
                        "lastWatchdog",
                        sender.lastWatchdog().map(Instant::toString).orElse(null))
                .param("watchdogEnded", sender.watchdogEnded())
                .param("told", sender.told().map(Duration::toMillis).orElse(null))
                .param("gaps", sender.gaps().stream().map(Duration::toMillis).toArray(Long[]::new))
                .param("unreadable", sender.unreadable())
                .update();
    }

    List<Source.Unreadable> unreadable(String source, int most) {
        return jdbc.sql(UNREADABLE)
                .param("source", source)
                .param("most", most)
                .query((row, _) -> new Source.Unreadable(
                        instant(row, "received_at"),
                        row.getInt("position"),
                        row.getString("why"),
                        row.getString("raw")))
                .list();
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static Heard.Alert alert(ResultSet row) throws SQLException {
        return new Heard.Alert(row.getString("fingerprint"), instant(row, "starts_at"));
    }

    private static Heard heard(ResultSet row) throws SQLException {
        return new Heard(
                alert(row),
                incident(row),
                row.getString("symptom"),
                State.valueOf(row.getString("state")),
                instant(row, "last_seen"),
                optionalInstant(row, "believed_until"),
                texts(row, "sources"),
                row.getString("alert"));
    }

    private static Sender sender(ResultSet row) throws SQLException {
        return new Sender(
                row.getString("name"),
                row.getBoolean("firsthand"),
                instant(row, "last_post"),
                optionalInstant(row, "last_firing"),
                optionalInstant(row, "last_watchdog"),
                row.getBoolean("watchdog_ended"),
                Optional.ofNullable(row.getObject("told_interval", Long.class)).map(Duration::ofMillis),
                Arrays.stream((Long[]) row.getArray("gaps").getArray())
                        .map(Duration::ofMillis)
                        .toList(),
                row.getLong("unreadable"));
    }

    private static SortedSet<String> texts(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private static IncidentId incident(ResultSet row) throws SQLException {
        return new IncidentId(row.getObject("incident", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
