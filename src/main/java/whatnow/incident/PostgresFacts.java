package whatnow.incident;

import static whatnow.incident.Columns.instant;
import static whatnow.incident.Columns.text;
import static whatnow.incident.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was learnt. A fact belongs to one incident, or to its subject and so to every incident that touches it.
 *
 * <p>The newest fact of each subject is remembered aside, because a card must not read all history.
 */
final class PostgresFacts {

    private static final String OWN = """
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

    private static final String NEWEST = """
            select fact.*
              from newest_fact
              join fact on fact.id = newest_fact.fact
            """;

    private static final String OF_SUBJECTS = NEWEST + " where fact.plan is null or fact.plan = :plan";

    private static final String NEWEST_OF_SUBJECT = NEWEST + " where newest_fact.key = :key";

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

    private static final String FORGET_OLD_ONES = """
            delete from newest_fact
             where fact in (select fact.id
                              from newest_fact
                              join fact on fact.id = newest_fact.fact
                             where fact.type = :type
                               and fact.source_kind = :sourceKind
                               and fact.source = :source
                               and (fact.plan, fact.service, fact.region, fact.zone, fact.replica) is not distinct from
                                   (:plan::text, :service::text, :region::text, :zone::text, :replica::text)
                             order by fact.observed_at desc, fact.recorded_at desc, fact.id desc
                            offset :most)
            """;

    private static final String LEARN = """
            insert into fact (id, type, plan, service, region, zone, replica, state, fields, source_kind, source,
                              observed_at, recorded_at, ttl_seconds, incident, key)
            values (:id, :type, :plan, :service, :region, :zone, :replica, :state, :fields::jsonb, :sourceKind, :source,
                    :observedAt, :recordedAt, :ttl, :incident::uuid, :key)
            """;

    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    PostgresFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest of each key: the incident's own, those of incidents merged into it, and those of its surroundings. */
    List<Fact> of(IncidentId id, Surroundings surroundings) {
        var found = new ArrayList<>(jdbc.sql(OWN)
                .param("id", id.value())
                .query((row, _) -> fact(row))
                .list());
        found.addAll(around(surroundings));
        return Fact.newestOfEachKey(found);
    }

    /** Of subjects alone, whatever incident there is. */
    List<Fact> around(Surroundings surroundings) {
        return jdbc
                .sql(OF_SUBJECTS)
                .param("plan", surroundings.plan().name())
                .query((row, _) -> fact(row))
                .list()
                .stream()
                .filter(it -> surroundings.touch(it.subject()))
                .toList();
    }

    /** Writes a fact down. Returns whether it says something else than the newest one before it. */
    boolean learn(Fact fact) {
        var before = newest(fact);
        insert(fact);
        if (fact.incident().isEmpty()) {
            rememberNewest(fact);
            if (fact.type().accumulates()) {
                forgetOldOnes(fact);
            }
        }
        return before.filter(fact::saysTheSameAs).isEmpty();
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

    private void forgetOldOnes(Fact fact) {
        jdbc.sql(FORGET_OLD_ONES)
                .param("type", fact.type().name())
                .param("sourceKind", fact.source().kind().name())
                .param("source", fact.source().name())
                .param("plan", fact.subject().plan().orElse(null))
                .param("service", fact.subject().service().orElse(null))
                .param("region", fact.subject().region().orElse(null))
                .param("zone", fact.subject().zone().orElse(null))
                .param("replica", fact.subject().replica().orElse(null))
                .param("most", Fact.MOST_OF_A_SUBJECT)
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
                Columns.incident(row, "incident"));
    }
}
