package whatnow.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import whatnow.plan.PlanId;

/** The incidents themselves. What each shows, what was learnt and what happened lie in classes of their own. */
@Repository
class PostgresIncidents implements Incidents {

    private static final String COLUMNS = "id, number, plan, opened_at, status, merged_into, previous, drill";

    private static final String FIND = "select " + COLUMNS + " from incident where id = :id";

    private static final String NUMBERED = "select " + COLUMNS + " from incident where number = :number";

    private static final String OPEN =
            "select " + COLUMNS + " from incident where ended_at is null order by opened_at, id";

    private static final String RECENT =
            "select " + COLUMNS + " from incident order by opened_at desc, id desc limit :most";

    private static final String NEXT_NUMBER = "select nextval('incident_number')";

    private static final String INSERT = """
            insert into incident (id, number, plan, opened_at, status, previous, drill)
            values (:id, :number, :plan, :openedAt, 'TRIAGE', :previous::uuid, :drill)
            """;

    private static final String MOVE = """
            update incident
               set status = :status, ended_at = case when :open then null else coalesce(ended_at, :at) end
             where id = :id and (ended_at is null or not :open)
            """;

    private static final String ASSIGN = "update incident set plan = :plan where id = :id";

    private static final String POINT_TO_SURVIVOR =
            "update incident set merged_into = :survivor where id = :younger or merged_into = :younger";

    private final JdbcClient jdbc;
    private final Topology topology;
    private final PostgresSymptoms symptoms;
    private final PostgresFacts facts;
    private final PostgresTimeline timeline;
    private final DueMarks due;

    PostgresIncidents(JdbcTemplate batches, Topology topology, ApplicationEventPublisher events) {
        this.jdbc = JdbcClient.create(batches);
        this.topology = topology;
        this.symptoms = new PostgresSymptoms(batches, jdbc);
        this.facts = new PostgresFacts(jdbc);
        this.timeline = new PostgresTimeline(batches, jdbc);
        this.due = new DueMarks(jdbc, events);
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
        return symptoms.of(ids);
    }

    @Override
    public List<Fact> facts(IncidentId id) {
        return find(id).map(it -> facts.of(id, Surroundings.of(it, symptoms(id), topology)))
                .orElse(List.of());
    }

    @Override
    public List<Fact> factsAround(PlanId plan, Collection<Symptom> symptoms) {
        return facts.around(Surroundings.of(plan, symptoms, topology));
    }

    @Override
    public List<TimelineEntry> timeline(IncidentId id) {
        return timeline.of(id);
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
                .param("openedAt", Columns.utc(at))
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
        var isNews = facts.learn(fact);
        var touched = touchedBy(fact);
        if (isNews) {
            var entry = TimelineEntry.of(fact);
            note(touched.stream().collect(Collectors.toMap(it -> it, _ -> List.of(entry))));
        }
        if (fact.type().isForDecisions()) {
            due(touched, fact.recordedAt());
        }
    }

    private Set<IncidentId> touchedBy(Fact fact) {
        if (fact.incident().isPresent()) {
            return find(fact.incident().get())
                    .map(it -> Set.of(it.mergedInto().orElse(it.id())))
                    .orElse(Set.of());
        }
        var open = open();
        var shown = symptoms(open.stream().map(Incident::id).toList());
        return open.stream()
                .filter(it -> Surroundings.of(it, shown.getOrDefault(it.id(), List.of()), topology)
                        .touch(fact.subject()))
                .map(Incident::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public void show(Map<IncidentId, List<Symptom>> shown) {
        symptoms.show(shown);
    }

    @Override
    public void move(IncidentId id, IncidentStatus status, String by, String why, Instant at) {
        var living = find(id).flatMap(Incident::mergedInto).orElse(id);
        var moved = jdbc.sql(MOVE)
                .param("id", living.value())
                .param("status", status.name())
                .param("open", status.isOpen())
                .param("at", Columns.utc(at))
                .update();
        if (moved == 1) {
            note(living, TimelineEntry.moved(status, by, why, at));
            due(Set.of(living), at);
        }
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
                .param("at", Columns.utc(at))
                .update();
        jdbc.sql(POINT_TO_SURVIVOR)
                .param("survivor", survivor.value())
                .param("younger", younger.value())
                .update();
        symptoms.handOver(survivor, younger);
        note(younger, TimelineEntry.merge("Merged into " + numberOf(survivor) + ": " + why, by, survivor, at));
        note(survivor, TimelineEntry.merge("Took over " + numberOf(younger) + ": " + why, by, younger, at));
        due(Set.of(survivor, younger), at);
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
        timeline.note(entries);
    }

    @Override
    public void due(Set<IncidentId> ids, Instant since) {
        due.set(ids, since);
    }

    private static Incident incident(ResultSet row, int index) throws SQLException {
        return new Incident(
                new IncidentId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new PlanId(row.getString("plan")),
                Columns.instant(row, "opened_at"),
                IncidentStatus.valueOf(row.getString("status")),
                Columns.incident(row, "merged_into"),
                Columns.incident(row, "previous"),
                row.getBoolean("drill"));
    }
}
