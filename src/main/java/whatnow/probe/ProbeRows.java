package whatnow.probe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import whatnow.incident.SymptomKind;

/** How all endpoints fare, in PostgreSQL, so that a restart or another node goes on where this one was. */
@Repository
class ProbeRows implements Probes {

    private static final String ALL = "select * from probe order by plan, service, address, id";

    private static final String SAVE = """
            insert into probe (id, plan, service, region, kind, address, every_ms, condition, since, tries, own,
                               failing_since, silent_since, reached_at, tried_at, millis, why, certificate_until,
                               shown, shown_since)
            values (:id, :plan, :service, :region, :kind, :address, :every, :condition, :since, :tries, :own,
                    :failingSince, :silentSince, :reachedAt, :triedAt, :millis, :why, :certificateUntil,
                    :shown, :shownSince)
            on conflict (id) do update
               set region = excluded.region, every_ms = excluded.every_ms, condition = excluded.condition,
                   since = excluded.since, tries = excluded.tries, own = excluded.own,
                   failing_since = excluded.failing_since, silent_since = excluded.silent_since,
                   reached_at = excluded.reached_at, tried_at = excluded.tried_at, millis = excluded.millis,
                   why = excluded.why, certificate_until = excluded.certificate_until, shown = excluded.shown,
                   shown_since = excluded.shown_since
            """;

    private static final String REMOVE = "delete from probe where id in (:ids)";

    private static final String CUT_OFF = "select cut_off_since from prober where cut_off_since is not null";

    private final JdbcClient jdbc;

    ProbeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with all that was seen; what it is to be looked at like is for the plans to say. */
    record Row(String id, Probed probed, Course course, Optional<Shown> shown) {}

    List<Row> rows() {
        return jdbc.sql(ALL).query((row, _) -> row(row)).list();
    }

    @Override
    public List<Probed> all() {
        return rows().stream().map(Row::probed).toList();
    }

    @Override
    public Optional<Instant> cutOffSince() {
        return jdbc.sql(CUT_OFF)
                .query((row, _) -> instant(row, "cut_off_since"))
                .optional()
                .flatMap(it -> it);
    }

    void save(Collection<Watched> watched) {
        watched.forEach(this::save);
    }

    private void save(Watched it) {
        var probe = it.probe();
        var course = it.course();
        jdbc.sql(SAVE)
                .param("id", probe.id())
                .param("plan", probe.plan().name())
                .param("service", probe.service())
                .param("region", probe.region().orElse(null))
                .param("kind", probe.kind())
                .param("address", probe.address())
                .param("every", probe.interval().toMillis())
                .param("condition", course.condition().name())
                .param("since", utc(course.since()))
                .param("tries", course.tries())
                .param("own", course.own())
                .param("failingSince", utc(course.failingSince()))
                .param("silentSince", utc(course.silentSince()))
                .param("reachedAt", utc(course.reachedAt()))
                .param("triedAt", utc(course.triedAt()))
                .param("millis", course.millis().orElse(null))
                .param("why", course.why())
                .param("certificateUntil", utc(course.certificateUntil()))
                .param("shown", it.shown().map(shown -> shown.kind().name()).orElse(null))
                .param("shownSince", utc(it.shown().map(Shown::since)))
                .update();
    }

    void remove(Collection<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(REMOVE).param("ids", ids).update();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var course = new Course(
                Condition.valueOf(row.getString("condition")),
                instant(row, "since").orElseThrow(),
                row.getString("tries"),
                row.getInt("own"),
                instant(row, "failing_since"),
                instant(row, "silent_since"),
                instant(row, "reached_at"),
                instant(row, "tried_at"),
                Optional.ofNullable(row.getObject("millis", Long.class)),
                row.getString("why"),
                instant(row, "certificate_until"));
        return new Row(row.getString("id"), probed(row, course), course, shown(row));
    }

    private static Optional<Shown> shown(ResultSet row) throws SQLException {
        var since = instant(row, "shown_since");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(SymptomKind.valueOf(row.getString("shown")), since.get()));
    }

    private static Probed probed(ResultSet row, Course course) throws SQLException {
        return new Probed(
                row.getString("plan"),
                row.getString("service"),
                Optional.ofNullable(row.getString("region")),
                row.getString("kind"),
                row.getString("address"),
                Duration.ofMillis(row.getLong("every_ms")),
                course.condition(),
                course.since(),
                course.triedAt(),
                course.millis(),
                course.why(),
                course.certificateUntil());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(ProbeRows::utc).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
