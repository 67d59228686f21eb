package whatnow.incident;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import whatnow.plan.PlanId;

@Repository
class PostgresIncidents implements Incidents {

    private static final String COLUMNS = "id, number, plan, opened_at, status, merged_into, previous, drill";

    private static final String FIND = "select " + COLUMNS + " from incident where id = :id";

    private static final String NUMBERED = "select " + COLUMNS + " from incident where number = :number";

    private static final String OPEN =
            "select " + COLUMNS + " from incident where ended_at is null order by opened_at, id";

    private static final String RECENT =
            "select " + COLUMNS + " from incident order by opened_at desc, id desc limit :most";

    private static final String SYMPTOMS = """
            select incident, service, kind, region, zone, state, since, last_seen, value, count, flapping, sources, alerts
              from symptom
             where incident = any(:ids::uuid[])
             order by incident, key collate "C"
            """;

    private static final String OWN_FACTS = """
            with recursive family(id) as (
                select :id::uuid
                union
                select incident.id from incident join family on incident.merged_into = family.id
            )
            select distinct on (key) fact.*
              from fact
             where incident in (select id from family)
             order by key, observed_at desc, recorded_at desc, id desc
            """;

    private static final String FACTS_OF_SUBJECTS = """
            select fact.*
              from newest_fact
              join fact on fact.id = newest_fact.fact
            """;

    private static final String NEWEST_OF_SUBJECT = FACTS_OF_SUBJECTS + " where newest_fact.key = :key";

    private static final String NEWEST_OF_INCIDENT = """
            select *
              from fact
             where key = :key
               and incident = :incident::uuid
             order by observed_at desc, recorded_at desc, id desc
             limit 1
            """;

    private static final String REMEMBER_NEWEST = """
            insert into newest_fact as known (key, fact, observed_at, recorded_at)
            values (:key, :id, :observedAt, :recordedAt)
            on conflict (key) do update
               set fact = excluded.fact, observed_at = excluded.observed_at, recorded_at = excluded.recorded_at
             where (excluded.observed_at, excluded.recorded_at, excluded.fact)
                 > (known.observed_at, known.recorded_at, known.fact)
            """;

    private static final String TIMELINE = """
            select at, kind, text, by, reference
              from timeline
             where incident = :id
             order by at, position
            """;

    private static final String NEXT_NUMBER = "select nextval('incident_number')";

    private static final String INSERT = """
            insert into incident (id, number, plan, opened_at, status, previous, drill)
            values (:id, :number, :plan, :openedAt, 'TRIAGE', :previous::uuid, :drill)
            """;

    private static final String LEARN = """
            insert into fact (id, type, plan, service, region, zone, replica, state, fields, source_kind, source,
                              observed_at, recorded_at, ttl_seconds, incident, key)
            values (:id, :type, :plan, :service, :region, :zone, :replica, :state, :fields::jsonb, :sourceKind, :source,
                    :observedAt, :recordedAt, :ttl, :incident::uuid, :key)
            """;

    private static final String SHOW = """
            insert into symptom (incident, key, service, kind, region, zone, state, since, last_seen, value, count,
                                 flapping, sources, alerts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (incident, key) do update
               set state = excluded.state, since = excluded.since, last_seen = excluded.last_seen, value = excluded.value,
                   count = excluded.count, flapping = excluded.flapping, sources = excluded.sources,
                   alerts = excluded.alerts
            """;

    private static final String MOVE = """
            update incident
               set status = :status, ended_at = case when :open then null else coalesce(ended_at, :at) end
             where id = :id
            """;

    private static final String ASSIGN = "update incident set plan = :plan where id = :id";

    private static final String POINT_TO_SURVIVOR =
            "update incident set merged_into = :survivor where id = :younger or merged_into = :younger";

    private static final String HAND_OVER_SYMPTOMS = """
            update symptom
               set incident = :survivor
             where incident = :younger
               and key not in (select key from symptom where incident = :survivor)
            """;

    private static final String NOT_DUE_ANY_MORE = "delete from decision_due where incident = :id";

    private static final String NOTE =
            "insert into timeline (incident, at, kind, text, by, reference) values (?, ?, ?, ?, ?, ?)";

    /** The update keeps the older mark, and waits for a worker that is about to delete it. */
    private static final String DUE = """
            insert into decision_due (incident, since)
            select unnest(:ids::uuid[]), :since
            on conflict (incident) do update set since = decision_due.since
            """;

    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final Topology topology;
    private final ApplicationEventPublisher events;
    private final JsonMapper json = JsonMapper.shared();

    PostgresIncidents(JdbcTemplate batches, Topology topology, ApplicationEventPublisher events) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.topology = topology;
        this.events = events;
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
        return jdbc.sql(FIND)
                .param("id", id.value())
                .query(PostgresIncidents::incident)
                .optional();
    }

    @Override
    public Optional<Incident> numbered(String number) {
        return jdbc.sql(NUMBERED)
                .param("number", number.toUpperCase(Locale.ROOT))
                .query(PostgresIncidents::incident)
                .optional();
    }

    @Override
    public List<Incident> open() {
        return jdbc.sql(OPEN).query(PostgresIncidents::incident).list();
    }

    @Override
    public List<Incident> recent(int most) {
        return jdbc.sql(RECENT)
                .param("most", most)
                .query(PostgresIncidents::incident)
                .list();
    }

    @Override
    public List<Symptom> symptoms(IncidentId id) {
        return symptoms(List.of(id)).getOrDefault(id, List.of());
    }

    @Override
    public Map<IncidentId, List<Symptom>> symptoms(Collection<IncidentId> ids) {
        record Shown(IncidentId by, Symptom symptom) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(SYMPTOMS)
                .param("ids", texts(ids))
                .query((row, _) -> new Shown(new IncidentId(row.getObject("incident", UUID.class)), symptom(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Shown::by, Collectors.mapping(Shown::symptom, Collectors.toList())));
    }

    @Override
    public List<Fact> facts(IncidentId id) {
        var incident = find(id);
        if (incident.isEmpty()) {
            return List.of();
        }
        var surroundings = Surroundings.of(incident.get(), symptoms(id), topology);
        var found = new ArrayList<>(jdbc.sql(OWN_FACTS)
                .param("id", id.value())
                .query((row, _) -> fact(row))
                .list());
        jdbc.sql(FACTS_OF_SUBJECTS).query((row, _) -> fact(row)).list().stream()
                .filter(it -> surroundings.touch(it.subject()))
                .forEach(found::add);
        return Fact.newestOfEachKey(found);
    }

    @Override
    public List<TimelineEntry> timeline(IncidentId id) {
        return jdbc.sql(TIMELINE)
                .param("id", id.value())
                .query(PostgresIncidents::entry)
                .list();
    }

    @Override
    public Incident open(PlanId plan, Instant at, boolean drill, Optional<IncidentId> previous) {
        var incident = new Incident(
                new IncidentId(TimeOrderedId.at(at)),
                number(at),
                plan,
                at,
                IncidentStatus.TRIAGE,
                Optional.empty(),
                previous,
                drill);
        jdbc.sql(INSERT)
                .param("id", incident.id().value())
                .param("number", incident.number())
                .param("plan", plan.name())
                .param("openedAt", utc(at))
                .param("previous", previous.map(IncidentId::toString).orElse(null))
                .param("drill", drill)
                .update();
        return incident;
    }

    private String number(Instant at) {
        var next = jdbc.sql(NEXT_NUMBER).query(Long.class).single();
        return Incident.number(at, next);
    }

    @Override
    public void learn(Fact fact) {
        var before = newest(fact);
        insert(fact);
        if (fact.incident().isEmpty()) {
            rememberNewest(fact);
        }
        var touched = touchedBy(fact);
        if (before.filter(fact::saysTheSameAs).isEmpty()) {
            var entry = TimelineEntry.of(fact);
            note(touched.stream().collect(Collectors.toMap(it -> it, _ -> List.of(entry))));
        }
        due(touched, fact.recordedAt());
    }

    private Optional<Fact> newest(Fact fact) {
        var statement = fact.incident().isPresent() ? NEWEST_OF_INCIDENT : NEWEST_OF_SUBJECT;
        return jdbc.sql(statement)
                .param("key", fact.key())
                .param("incident", fact.incident().map(IncidentId::toString).orElse(null))
                .query((row, _) -> fact(row))
                .optional();
    }

    private void rememberNewest(Fact fact) {
        jdbc.sql(REMEMBER_NEWEST)
                .param("key", fact.key())
                .param("id", fact.id())
                .param("observedAt", utc(fact.observedAt()))
                .param("recordedAt", utc(fact.recordedAt()))
                .update();
    }

    private void insert(Fact fact) {
        jdbc.sql(LEARN)
                .param("id", fact.id())
                .param("type", fact.type().name())
                .param("plan", fact.subject().plan().orElse(null))
                .param("service", fact.subject().service().orElse(null))
                .param("region", fact.subject().region().orElse(null))
                .param("zone", fact.subject().zone().orElse(null))
                .param("replica", fact.subject().replica().orElse(null))
                .param("state", fact.state().name())
                .param("fields", json.writeValueAsString(fact.fields()))
                .param("sourceKind", fact.source().kind().name())
                .param("source", fact.source().name())
                .param("observedAt", utc(fact.observedAt()))
                .param("recordedAt", utc(fact.recordedAt()))
                .param("ttl", fact.ttl().map(Duration::toSeconds).orElse(null))
                .param("incident", fact.incident().map(IncidentId::toString).orElse(null))
                .param("key", fact.key())
                .update();
    }

    private Set<IncidentId> touchedBy(Fact fact) {
        if (fact.incident().isPresent()) {
            return find(fact.incident().get())
                    .map(it -> Set.of(it.mergedInto().orElse(it.id())))
                    .orElse(Set.of());
        }
        var open = open();
        var symptoms = symptoms(open.stream().map(Incident::id).toList());
        return open.stream()
                .filter(it -> Surroundings.of(it, symptoms.getOrDefault(it.id(), List.of()), topology)
                        .touch(fact.subject()))
                .map(Incident::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void show(Map<IncidentId, List<Symptom>> symptoms) {
        record Shown(IncidentId by, Symptom symptom) {}
        var rows = symptoms.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(symptom -> new Shown(it.getKey(), symptom)))
                .sorted(Comparator.comparing((Shown it) -> it.by().toString())
                        .thenComparing(it -> it.symptom().key()))
                .toList();
        batches.batchUpdate(SHOW, rows, 500, (statement, row) -> {
            var symptom = row.symptom();
            statement.setObject(1, row.by().value());
            statement.setString(2, symptom.key());
            statement.setString(3, symptom.service());
            statement.setString(4, symptom.kind().name());
            statement.setString(5, symptom.region().orElse(null));
            statement.setString(6, symptom.zone().orElse(null));
            statement.setString(7, symptom.state().name());
            statement.setObject(8, utc(symptom.since()));
            statement.setObject(9, utc(symptom.lastSeen()));
            statement.setObject(10, symptom.value().orElse(null), java.sql.Types.DOUBLE);
            statement.setInt(11, symptom.count());
            statement.setBoolean(12, symptom.flapping());
            statement.setArray(13, array(statement.getConnection(), symptom.sources()));
            statement.setArray(14, array(statement.getConnection(), symptom.alerts()));
        });
    }

    @Override
    public void move(IncidentId id, IncidentStatus status, String by, String why, Instant at) {
        jdbc.sql(MOVE)
                .param("id", id.value())
                .param("status", status.name())
                .param("open", status.isOpen())
                .param("at", utc(at))
                .update();
        note(id, TimelineEntry.moved(status, by, why, at));
        due(Set.of(id), at);
    }

    @Override
    public void assign(IncidentId id, PlanId plan, String by, String why, Instant at) {
        jdbc.sql(ASSIGN).param("id", id.value()).param("plan", plan.name()).update();
        note(id, TimelineEntry.assigned(plan, by, why, at));
        due(Set.of(id), at);
    }

    @Override
    public void merge(IncidentId survivor, IncidentId younger, String by, String why, Instant at) {
        jdbc.sql(MOVE)
                .param("id", younger.value())
                .param("status", IncidentStatus.MERGED.name())
                .param("open", false)
                .param("at", utc(at))
                .update();
        between(POINT_TO_SURVIVOR, survivor, younger);
        between(HAND_OVER_SYMPTOMS, survivor, younger);
        jdbc.sql(NOT_DUE_ANY_MORE).param("id", younger.value()).update();
        note(younger, TimelineEntry.merge("Merged into " + numberOf(survivor) + ": " + why, by, survivor, at));
        note(survivor, TimelineEntry.merge("Took over " + numberOf(younger) + ": " + why, by, younger, at));
        due(Set.of(survivor), at);
    }

    private void between(String statement, IncidentId survivor, IncidentId younger) {
        jdbc.sql(statement)
                .param("survivor", survivor.value())
                .param("younger", younger.value())
                .update();
    }

    private String numberOf(IncidentId id) {
        return find(id).map(Incident::number).orElseThrow();
    }

    @Override
    public void note(IncidentId id, TimelineEntry entry) {
        note(Map.of(id, List.of(entry)));
    }

    @Override
    public void note(Map<IncidentId, List<TimelineEntry>> entries) {
        record Line(IncidentId of, TimelineEntry entry) {}
        var lines = entries.entrySet().stream()
                .sorted(Comparator.comparing(it -> it.getKey().toString()))
                .flatMap(it -> it.getValue().stream().map(entry -> new Line(it.getKey(), entry)))
                .toList();
        batches.batchUpdate(NOTE, lines, 500, (statement, line) -> {
            statement.setObject(1, line.of().value());
            statement.setObject(2, utc(line.entry().at()));
            statement.setString(3, line.entry().kind());
            statement.setString(4, line.entry().text());
            statement.setString(5, line.entry().by());
            statement.setObject(6, line.entry().reference().orElse(null), java.sql.Types.OTHER);
        });
    }

    @Override
    public void due(Set<IncidentId> ids, Instant since) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(DUE).param("ids", texts(ids)).param("since", utc(since)).update();
        var learnt = new FactsLearnt(ids);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            events.publishEvent(learnt);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(learnt);
            }
        });
    }

    /** Sorted, so that two transactions never wait for each other's rows. */
    private static String[] texts(Collection<IncidentId> ids) {
        return ids.stream()
                .map(IncidentId::toString)
                .collect(Collectors.toCollection(TreeSet::new))
                .toArray(String[]::new);
    }

    private static Incident incident(ResultSet row, int index) throws SQLException {
        return new Incident(
                new IncidentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new PlanId(row.getString("plan")),
                instant(row, "opened_at"),
                IncidentStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(IncidentId::new),
                Optional.ofNullable(row.getObject("previous", UUID.class)).map(IncidentId::new),
                row.getBoolean("drill"));
    }

    private static Symptom symptom(ResultSet row) throws SQLException {
        return new Symptom(
                row.getString("service"),
                SymptomKind.valueOf(row.getString("kind")),
                text(row, "region"),
                text(row, "zone"),
                State.valueOf(row.getString("state")),
                instant(row, "since"),
                instant(row, "last_seen"),
                Optional.ofNullable(row.getObject("value", Double.class)),
                row.getInt("count"),
                row.getBoolean("flapping"),
                list(row.getArray("sources")),
                list(row.getArray("alerts")));
    }

    private Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getObject("id", UUID.class),
                FactType.valueOf(row.getString("type")),
                new Subject(
                        text(row, "plan"),
                        text(row, "service"),
                        text(row, "region"),
                        text(row, "zone"),
                        text(row, "replica")),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("fields"), FIELDS),
                new FactSource(FactSource.Kind.valueOf(row.getString("source_kind")), row.getString("source")),
                instant(row, "observed_at"),
                instant(row, "recorded_at"),
                Optional.ofNullable(row.getObject("ttl_seconds", Long.class)).map(Duration::ofSeconds),
                Optional.ofNullable(row.getObject("incident", UUID.class)).map(IncidentId::new));
    }

    private static TimelineEntry entry(ResultSet row, int index) throws SQLException {
        return new TimelineEntry(
                instant(row, "at"),
                row.getString("kind"),
                row.getString("text"),
                row.getString("by"),
                Optional.ofNullable(row.getObject("reference", UUID.class)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Array array(java.sql.Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static List<String> list(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
