package whatnow.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import whatnow.decision.Decision;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness.Votes;

/** Counts that were added up when they came, so that no page reads all records of decisions. */
@Repository
class PostgresArticleUses implements ArticleUses {

    private static final String USE = """
            insert into article_use as known (article, incident, drill, steps, decisions, decision, used_at)
            select article, :incident, :drill, article = any(:steps::text[]), 1, :decision, :at
              from unnest(:articles::text[]) as used(article)
             order by article
            on conflict (article, incident) do update
               set steps = known.steps or excluded.steps,
                   decisions = known.decisions + 1,
                   decision = excluded.decision,
                   used_at = greatest(known.used_at, excluded.used_at)
            """;

    private static final String REACH = """
            insert into article_reached as known (article, searches, reached_at)
            select article, searches, :at
              from unnest(:articles::text[], :searches::bigint[]) as reached(article, searches)
             order by article
            on conflict (article) do update
               set searches = known.searches + excluded.searches,
                   reached_at = greatest(known.reached_at, excluded.reached_at)
            """;

    private static final String USED = """
            select article,
                   sum(decisions)::bigint as decisions,
                   count(*) as incidents,
                   max(used_at) as used_at,
                   max(used_at) filter (where drill and steps) as drilled_at
              from article_use
             where (:article::text is null or article = :article)
               and not incident = any(:hidden)
             group by article
            """;

    private static final String REACHED = """
            select article, searches
              from article_reached
             where :article::text is null or article = :article
            """;

    /** The newest word of each person about each section in each incident, and none that was taken back. */
    private static final String JUDGED = """
            select article,
                   count(*) filter (where verdict = 'helped') as helped,
                   count(*) filter (where verdict = 'wrong') as wrong,
                   count(*) filter (where verdict = 'missing') as missing
              from (select distinct on (incident, key) fields ->> 'article' as article, fields ->> 'verdict' as verdict, state
                      from fact
                     where type = 'ARTICLE_FEEDBACK'
                       and fields ->> 'article' is not null
                       and (:article::text is null or fields ->> 'article' = :article)
                       and (incident is null or not incident = any(:hidden))
                     order by incident, key, observed_at desc, recorded_at desc, id desc) as newest
             where state = 'TRUE'
             group by article
            """;

    private static final String NEWEST = """
            select incident.number, used.decision, used.used_at, used.drill, used.steps
              from article_use as used
              join incident on incident.id = used.incident
             where used.article = :article
               and not used.incident = any(:hidden)
             order by used.used_at desc, used.incident
             limit :most
            """;

    private final JdbcClient jdbc;

    PostgresArticleUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void use(Incident incident, Decision decision, SortedMap<String, Boolean> used) {
        jdbc.sql(USE)
                .param("incident", incident.id().value())
                .param("drill", incident.drill())
                .param("decision", decision.number())
                .param("at", decision.madeAt().atOffset(ZoneOffset.UTC))
                .param("articles", used.keySet().toArray(String[]::new))
                .param("steps", used.keySet().stream().filter(used::get).toArray(String[]::new))
                .update();
    }

    void reach(SortedMap<String, Long> searches, Instant at) {
        jdbc.sql(REACH)
                .param("articles", searches.keySet().toArray(String[]::new))
                .param("searches", searches.values().toArray(Long[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param hidden incidents whose words do not count */
    Map<ArticleId, Votes> votes(Collection<IncidentId> hidden) {
        var votes = new HashMap<ArticleId, Votes>();
        jdbc.sql(JUDGED).param("article", null).param("hidden", ids(hidden)).query(row -> {
            var article = row.getString("article");
            if (ArticleId.isSlug(article)) {
                votes.put(new ArticleId(article), new Votes(row.getLong("helped"), row.getLong("wrong")));
            }
        });
        return votes;
    }

    @Override
    public Use of(ArticleId article, Set<IncidentId> hidden, int newest) {
        var tally = new Tally();
        count(tally, article.slug(), hidden);
        return tally.all().stream()
                .findFirst()
                .orElse(Use.none(article.slug()))
                .with(newest(article.slug(), hidden, newest));
    }

    @Override
    public List<Use> all(Set<IncidentId> hidden) {
        var tally = new Tally();
        count(tally, null, hidden);
        return tally.all();
    }

    private void count(Tally tally, @Nullable String article, Set<IncidentId> hidden) {
        jdbc.sql(USED).param("article", article).param("hidden", ids(hidden)).query(row -> {
            tally.used(
                    row.getString("article"),
                    row.getLong("decisions"),
                    row.getLong("incidents"),
                    at(row, "used_at"),
                    at(row, "drilled_at"));
        });
        jdbc.sql(REACHED).param("article", article).query(row -> {
            tally.reached(row.getString("article"), row.getLong("searches"));
        });
        jdbc.sql(JUDGED).param("article", article).param("hidden", ids(hidden)).query(row -> {
            tally.judged(row.getString("article"), row.getLong("helped"), row.getLong("wrong"), row.getLong("missing"));
        });
    }

    private List<UsedBy> newest(String article, Set<IncidentId> hidden, int most) {
        return jdbc.sql(NEWEST)
                .param("article", article)
                .param("hidden", ids(hidden))
                .param("most", most)
                .query((row, _) -> new UsedBy(
                        row.getString("number"),
                        row.getString("decision"),
                        at(row, "used_at").orElseThrow(),
                        row.getBoolean("drill"),
                        row.getBoolean("steps")))
                .list();
    }

    private static UUID[] ids(Collection<IncidentId> incidents) {
        return incidents.stream().map(IncidentId::value).toArray(UUID[]::new);
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
