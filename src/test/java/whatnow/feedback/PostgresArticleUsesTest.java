package whatnow.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.testkit.Facts.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import whatnow.decision.Decision;
import whatnow.feedback.ArticleUses.Use;
import whatnow.incident.Fact;
import whatnow.incident.FactSource;
import whatnow.incident.FactType;
import whatnow.incident.Incident;
import whatnow.incident.IncidentId;
import whatnow.incident.Incidents;
import whatnow.incident.State;
import whatnow.incident.Subject;
import whatnow.incident.TestIncidents;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Helpfulness.Votes;
import whatnow.plan.PlanId;
import whatnow.testkit.SampleDecisions;
import whatnow.testkit.SampleIncidents;
import whatnow.testkit.TestPostgres;

class PostgresArticleUsesTest {

    static final ArticleId FAIL_BACK = new ArticleId("fail-back");
    static final Decision SAMPLE = sample();

    private final DataSource database = TestPostgres.dataSource();
    private final Incidents incidents = TestIncidents.on(database, SampleIncidents.NOTHING_KNOWN, _ -> {});
    private final PostgresArticleUses uses = new PostgresArticleUses(JdbcClient.create(database));

    @AfterEach
    void close() throws Exception {
        database.unwrap(AutoCloseable.class).close();
    }

    @Test
    void decisionsAreCountedOverAllTheirIncidents() {
        var one = incident(false);
        var other = incident(false);
        uses(one, "DEC-1", NOON, false);
        uses(one, "DEC-2", NOON.plusSeconds(1), true);
        uses(other, "DEC-3", NOON.plusSeconds(2), false);

        var use = of(FAIL_BACK);

        assertThat(use.decisions()).isEqualTo(3);
        assertThat(use.incidents()).isEqualTo(2);
        assertThat(use.lastUsedByDecision()).contains(NOON.plusSeconds(2));
        assertThat(use.newest().stream().map(ArticleUses.UsedBy::decision)).containsExactly("DEC-3", "DEC-2");
        assertThat(use.newest().stream().map(ArticleUses.UsedBy::steps)).containsExactly(false, true);
    }

    @Test
    void onlyTheNewestIncidentsAreNamed() {
        for (var i = 0; i < 7; i++) {
            uses(incident(false), "DEC-" + i, NOON.plusSeconds(i), false);
        }

        var use = uses.of(FAIL_BACK, Set.of(), 5);

        assertThat(use.incidents()).isEqualTo(7);
        assertThat(use.newest().stream().map(ArticleUses.UsedBy::decision))
                .containsExactly("DEC-6", "DEC-5", "DEC-4", "DEC-3", "DEC-2");
    }

    @Test
    @DisplayName("of incidents that the reader may not see nothing is counted (S-10)")
    void nothingOfHiddenIncidentsIsCounted() {
        var hidden = incident(false);
        uses(hidden, "DEC-1", NOON, true);
        says(hidden, "anna", "helped", NOON);

        assertThat(uses.of(FAIL_BACK, Set.of(hidden.id()), 5)).isEqualTo(Use.none("fail-back"));
        assertThat(uses.all(Set.of(hidden.id()))).isEmpty();
        assertThat(uses.votes(Set.of(hidden.id()))).isEmpty();
    }

    @Test
    void aDrillWhoseStepsWereProposedIsWhenItWasLastDrilled() {
        uses(incident(true), "DEC-1", NOON, true);
        uses(incident(true), "DEC-2", NOON.plusSeconds(60), false);
        uses(incident(false), "DEC-3", NOON.plusSeconds(90), true);

        assertThat(of(FAIL_BACK).lastDrilled()).contains(NOON);
    }

    @Test
    void theNewestWordOfAPersonInAnIncidentCountsOnce() {
        var incident = incident(false);
        says(incident, "anna", "helped", NOON);
        says(incident, "anna", "wrong", NOON.plusSeconds(1));
        says(incident, "boris", "helped", NOON);
        says(incident(false), "anna", "helped", NOON);

        var use = of(FAIL_BACK);

        assertThat(List.of(use.helped(), use.wrong(), use.missing())).containsExactly(2L, 1L, 0L);
        assertThat(uses.votes(List.of())).isEqualTo(Map.of(FAIL_BACK, new Votes(2, 1)));
    }

    @Test
    void whatWasTakenBackDoesNotCount() {
        var incident = incident(false);
        says(incident, "anna", "helped", NOON);

        learn(incident, "anna", State.FALSE, "helped", NOON.plusSeconds(1));

        assertThat(of(FAIL_BACK).helped()).isZero();
    }

    @Test
    void searchesAreAddedToThoseBefore() {
        uses.reach(new TreeMap<>(Map.of("fail-back", 2L, "ransomware", 1L)), NOON);
        uses.reach(new TreeMap<>(Map.of("fail-back", 3L)), NOON.plusSeconds(10));

        assertThat(uses.all(Set.of()))
                .extracting(Use::article, Use::searches)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("fail-back", 5L),
                        org.assertj.core.groups.Tuple.tuple("ransomware", 1L));
    }

    @Test
    void whatADecisionCitesAndProposesIsUsed() {
        var used = UsedArticles.of(SAMPLE.outcome());

        assertThat(used.keySet())
                .containsAll(SAMPLE.outcome().reasons().stream()
                        .map(it -> it.runbook().replaceFirst("#.*$", ""))
                        .toList());
        assertThat(used)
                .containsEntry(
                        SAMPLE.outcome()
                                .choice()
                                .chosen()
                                .orElseThrow()
                                .article()
                                .replaceFirst("#.*$", ""),
                        true);
    }

    private Use of(ArticleId article) {
        return uses.of(article, Set.of(), 5);
    }

    private void uses(Incident incident, String decision, Instant at, boolean steps) {
        uses.use(incident, made(incident.id(), decision, at), new TreeMap<>(Map.of("fail-back", steps)));
    }

    private void says(Incident incident, String person, String verdict, Instant at) {
        learn(incident, person, State.TRUE, verdict, at);
    }

    private void learn(Incident incident, String person, State state, String verdict, Instant at) {
        incidents.learn(new Fact(
                UUID.randomUUID(),
                FactType.ARTICLE_FEEDBACK,
                Subject.NOTHING,
                state,
                new TreeMap<>(Map.of("article", "fail-back", "section", "steps", "verdict", verdict)),
                new FactSource(FactSource.Kind.PERSON, person),
                at,
                at,
                Optional.empty(),
                Optional.of(incident.id())));
    }

    private Incident incident(boolean drill) {
        return incidents.open(new PlanId("freight"), NOON, drill, Optional.empty());
    }

    private static Decision made(IncidentId incident, String number, Instant at) {
        return new Decision(
                UUID.randomUUID(), number, incident, at, SAMPLE.inputs(), SAMPLE.outcome(), SAMPLE.sha256());
    }

    private static Decision sample() {
        var incident = SampleIncidents.make().numbered("INC-2026-0042").orElseThrow();
        return new SampleDecisions(incident.id()).latest(incident.id()).orElseThrow();
    }
}
