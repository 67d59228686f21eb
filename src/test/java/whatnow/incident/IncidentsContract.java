package whatnow.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import whatnow.plan.PlanId;

/** What incidents must do, whatever they are written on. */
abstract class IncidentsContract {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final PlanId FREIGHT = new PlanId("freight");
    static final Topology TOPOLOGY = new DrawnTopology()
            .knows("freight", "database", "api", "mail")
            .needs("api", "database")
            .runsIn("us-east-1")
            .runsIn("us-west-2");

    abstract Incidents incidents();

    abstract Map<IncidentId, Instant> due();

    Incident opened(Instant at) {
        return incidents().open(FREIGHT, at, false, Optional.empty());
    }

    Incident showing(String service) {
        var incident = opened(NOON);
        incidents().show(Map.of(incident.id(), List.of(symptom(service, State.TRUE))));
        return incident;
    }

    static Symptom symptom(String service, State state) {
        return new Symptom(
                service,
                SymptomKind.UNAVAILABLE,
                Optional.of("us-east-1"),
                Optional.empty(),
                state,
                NOON,
                NOON,
                Optional.of(0.5),
                3,
                false,
                List.of("alertmanager"),
                List.of("DatabaseDown"));
    }

    static Fact fact(FactType type, Subject subject, Map<String, ?> fields, Instant at, Optional<IncidentId> incident) {
        return new Fact(
                TimeOrderedId.at(at),
                type,
                subject,
                State.TRUE,
                new TreeMap<>(fields),
                new FactSource(FactSource.Kind.PROBE, "probe-1"),
                at,
                at,
                Optional.of(Duration.ofSeconds(90)),
                incident);
    }

    static Subject service(String name) {
        return new Subject(Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Subject region(String name) {
        return new Subject(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty());
    }

    @Test
    void anIncidentThatIsFiledUnderAnotherPlanIsDecidedAnewByIt() {
        var incident = opened(NOON);

        incidents().assign(incident.id(), new PlanId("tracktion"), "vera", "it is ours", NOON.plusSeconds(60));

        assertThat(incidents().numbered(incident.number()))
                .hasValueSatisfying(it -> assertThat(it.plan()).isEqualTo(new PlanId("tracktion")));
        assertThat(incidents().timeline(incident.id()).getLast().text()).contains("tracktion", "it is ours");
        assertThat(incidents().timeline(incident.id()).getLast().by()).isEqualTo("vera");
        assertThat(due()).containsEntry(incident.id(), NOON.plusSeconds(60));
    }

    @Test
    void whatNoDecisionDependsOnMarksNothingAndStandsOnTheTimeline() {
        var incident = incidents().open(FREIGHT, NOON, false, Optional.empty());

        incidents()
                .learn(fact(
                        FactType.ARTICLE_FEEDBACK,
                        Subject.NOTHING,
                        Map.of("article", "fail-back", "verdict", "helped"),
                        NOON.plusSeconds(60),
                        Optional.of(incident.id())));

        assertThat(due()).isEmpty();
        assertThat(incidents().facts(incident.id())).hasSize(1);
        assertThat(incidents().timeline(incident.id())).isNotEmpty();
    }

    @Test
    void anIncidentGetsANumberThatPeopleCanSay() {
        assertThat(opened(NOON).number()).matches("INC-2026-\\d{4}");
    }

    @Test
    void noTwoIncidentsHaveOneNumber() {
        assertThat(opened(NOON).number()).isNotEqualTo(opened(NOON).number());
    }

    @Test
    void findsAnIncidentByItsNumberInAnyCase() {
        var incident = opened(NOON);

        assertThat(incidents().numbered(incident.number().toLowerCase(Locale.ROOT)))
                .contains(incident);
    }

    @Test
    void findsAnIncidentAsItWasOpened() {
        var first = opened(NOON);
        var next = incidents().open(PlanId.GENERAL, NOON.plusSeconds(1), true, Optional.of(first.id()));

        assertThat(incidents().find(next.id())).contains(next);
    }

    @Test
    void openOnesComeOldestFirstAndRecentOnesNewestFirst() {
        var younger = opened(NOON.plusSeconds(60));
        var older = opened(NOON);

        assertThat(incidents().open()).containsExactly(older, younger);
        assertThat(incidents().recent(1)).containsExactly(younger);
    }

    @Test
    void aResolvedIncidentIsNotOpenAndSaysWhoResolvedIt() {
        var incident = opened(NOON);

        incidents().move(incident.id(), IncidentStatus.RESOLVED, "ada", "writes work again", NOON.plusSeconds(5));

        assertThat(incidents().open()).isEmpty();
        assertThat(incidents().timeline(incident.id()))
                .extracting(TimelineEntry::kind, TimelineEntry::by, TimelineEntry::text)
                .contains(tuple("status", "ada", "resolved: writes work again"));
    }

    @Test
    void aSymptomReplacesTheOneShownUnderItsKey() {
        var incident = showing("database");

        incidents().show(Map.of(incident.id(), List.of(symptom("database", State.FALSE))));

        assertThat(incidents().symptoms(incident.id())).containsExactly(symptom("database", State.FALSE));
    }

    @Test
    void symptomsOfManyAreReadTogether() {
        var one = showing("database");
        var other = showing("mail");
        var bare = opened(NOON);

        assertThat(incidents().symptoms(List.of(one.id(), other.id(), bare.id())))
                .containsOnlyKeys(one.id(), other.id());
    }

    @Test
    void onlyTheNewestFactOfAKeyCounts() {
        var incident = showing("database");
        var older = fact(FactType.REPLICATION, service("database"), Map.of("lagSeconds", 5), NOON, Optional.empty());
        var newer = fact(
                FactType.REPLICATION,
                service("database"),
                Map.of("lagSeconds", 2400.5),
                NOON.plusSeconds(30),
                Optional.empty());

        incidents().learn(newer);
        incidents().learn(older);

        assertThat(incidents().facts(incident.id())).containsExactly(newer);
    }

    @Test
    void aFactIsReadBackAsItWasLearnt() {
        var incident = showing("database");
        var fact = fact(
                FactType.STANDBY,
                service("database"),
                new TreeMap<>(Map.of("ready", true, "capacityPercent", 80)),
                NOON,
                Optional.of(incident.id()));

        incidents().learn(fact);

        assertThat(incidents().facts(incident.id())).containsExactly(fact);
    }

    @Test
    void aFactIsSeenByWhoTouchesItsSubject() {
        var database = showing("database");
        var mail = showing("mail");
        var fact = fact(FactType.HEALTH_CHECK, service("api"), Map.of("failures", 3), NOON, Optional.empty());

        incidents().learn(fact);

        assertThat(incidents().facts(database.id())).as("api needs database").containsExactly(fact);
        assertThat(incidents().facts(mail.id())).isEmpty();
        assertThat(due()).containsOnlyKeys(database.id());
    }

    @Test
    void theRegionOfTheStandbyIsSeenToo() {
        var incident = showing("database");
        var fact = fact(FactType.REGION_STATUS, region("us-west-2"), Map.of(), NOON, Optional.empty());
        var elsewhere = fact(FactType.REGION_STATUS, region("ap-south-1"), Map.of(), NOON, Optional.empty());

        incidents().learn(fact);
        incidents().learn(elsewhere);

        assertThat(incidents().facts(incident.id())).containsExactly(fact);
    }

    @Test
    void aFactIsToldInTheHistoryOnlyWhenItSaysSomethingNew() {
        var incident = showing("database");
        var fields = Map.of("failures", 3);

        incidents().learn(fact(FactType.HEALTH_CHECK, service("database"), fields, NOON, Optional.empty()));
        incidents()
                .learn(fact(
                        FactType.HEALTH_CHECK, service("database"), fields, NOON.plusSeconds(10), Optional.empty()));

        assertThat(incidents().timeline(incident.id())).hasSize(1);
    }

    @Test
    void theOldestMarkForADecisionStays() {
        var incident = opened(NOON);

        incidents().due(Set.of(incident.id()), NOON);
        incidents().due(Set.of(incident.id()), NOON.plusSeconds(9));

        assertThat(due()).containsEntry(incident.id(), NOON);
    }

    @Test
    void theSurvivorOfAMergeShowsEverythingAndBothHistoriesStay() {
        var older = showing("database");
        var younger = showing("api");
        var fact = fact(FactType.NOTE, Subject.NOTHING, Map.of("text", "seen"), NOON, Optional.of(younger.id()));
        incidents().learn(fact);

        incidents().merge(older.id(), younger.id(), "rules", "api needs database", NOON.plusSeconds(60));

        assertThat(incidents().open()).extracting(Incident::id).containsExactly(older.id());
        assertThat(incidents().find(younger.id()).orElseThrow())
                .returns(IncidentStatus.MERGED, Incident::status)
                .returns(Optional.of(older.id()), Incident::mergedInto);
        assertThat(incidents().symptoms(older.id()))
                .extracting(Symptom::service)
                .containsExactly("api", "database");
        assertThat(incidents().facts(older.id())).containsExactly(fact);
        assertThat(incidents().timeline(younger.id()))
                .extracting(TimelineEntry::kind)
                .contains("fact", "merge");
        assertThat(incidents().timeline(older.id()))
                .extracting(TimelineEntry::kind)
                .contains("merge");
        assertThat(due()).containsOnlyKeys(older.id(), younger.id());
    }

    @Test
    void whatHasEndedIsNeverReopened() {
        var incident = opened(NOON);
        incidents().move(incident.id(), IncidentStatus.RESOLVED, "ada", "writes work again", NOON.plusSeconds(5));
        var told = incidents().timeline(incident.id());

        incidents().move(incident.id(), IncidentStatus.INVESTIGATING, "bob", "by mistake", NOON.plusSeconds(9));

        assertThat(incidents().open()).isEmpty();
        assertThat(incidents().find(incident.id()).orElseThrow().status()).isEqualTo(IncidentStatus.RESOLVED);
        assertThat(incidents().timeline(incident.id())).isEqualTo(told);
    }

    @Test
    void whatHasBeenResolvedMayBeClosed() {
        var incident = opened(NOON);
        incidents().move(incident.id(), IncidentStatus.RESOLVED, "ada", "writes work again", NOON.plusSeconds(5));

        incidents().move(incident.id(), IncidentStatus.CLOSED, "ada", "reviewed", NOON.plusSeconds(9));

        assertThat(incidents().find(incident.id()).orElseThrow().status()).isEqualTo(IncidentStatus.CLOSED);
    }

    @Test
    void aStatusSaidOfAMergedIncidentMovesItsSurvivor() {
        var older = opened(NOON);
        var younger = opened(NOON.plusSeconds(1));
        incidents().merge(older.id(), younger.id(), "rules", "linked", NOON.plusSeconds(2));

        incidents().move(younger.id(), IncidentStatus.IDENTIFIED, "ada", "the disk", NOON.plusSeconds(9));

        assertThat(incidents().find(younger.id()).orElseThrow().status()).isEqualTo(IncidentStatus.MERGED);
        assertThat(incidents().find(older.id()).orElseThrow().status()).isEqualTo(IncidentStatus.IDENTIFIED);
        assertThat(incidents().open()).extracting(Incident::id).containsExactly(older.id());
        assertThat(incidents().timeline(older.id()))
                .extracting(TimelineEntry::text)
                .contains("identified: the disk");
    }

    @Test
    void aFactWithALongTextThatTellsItApartIsKeptAndReplacedAsAnyOther() {
        var incident = showing("database");
        var random = new Random(7);
        var what = random.ints(9_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        var fields = Map.of("at", "2026-03-01T11:50:00Z", "what", what);
        var newer = fact(FactType.DEPLOYMENT, service("database"), fields, NOON.plusSeconds(9), Optional.empty());
        var other = fact(
                FactType.DEPLOYMENT,
                service("database"),
                Map.of("at", "2026-03-01T11:50:00Z", "what", what + "z"),
                NOON,
                Optional.empty());

        incidents().learn(fact(FactType.DEPLOYMENT, service("database"), fields, NOON, Optional.empty()));
        incidents().learn(newer);
        incidents().learn(other);

        assertThat(incidents().facts(incident.id())).containsExactlyInAnyOrder(newer, other);
    }

    @Test
    void ofTheDeploymentsOfASubjectOnlyTheNewestTwentyCount() {
        var incident = showing("database");
        for (var minute = 0; minute < 25; minute++) {
            var at = NOON.plusSeconds(60 * minute);
            incidents()
                    .learn(fact(
                            FactType.DEPLOYMENT,
                            service("database"),
                            Map.of("at", at.toString(), "what", "release"),
                            at,
                            Optional.empty()));
        }
        incidents()
                .learn(fact(
                        FactType.DEPLOYMENT,
                        service("api"),
                        Map.of("at", NOON.toString(), "what", "release"),
                        NOON,
                        Optional.empty()));

        assertThat(incidents().facts(incident.id()))
                .filteredOn(it -> it.subject().equals(service("database")))
                .hasSize(20)
                .allMatch(it -> it.observedAt().isAfter(NOON.plusSeconds(60 * 4)));
        assertThat(incidents().facts(incident.id()))
                .filteredOn(it -> it.subject().equals(service("api")))
                .hasSize(1);
    }

    @Test
    void aFactAboutAnotherPlanIsNotSeen() {
        var incident = showing("database");
        var theirs = new Subject(
                Optional.of("homeostasis"),
                Optional.of("database"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var ours = new Subject(
                Optional.of("freight"), Optional.of("database"), Optional.empty(), Optional.empty(), Optional.empty());
        var fact = fact(FactType.HEALTH_CHECK, ours, Map.of("failures", 1), NOON, Optional.empty());

        incidents().learn(fact(FactType.HEALTH_CHECK, theirs, Map.of("failures", 3), NOON, Optional.empty()));
        incidents().learn(fact);

        assertThat(incidents().facts(incident.id())).containsExactly(fact);
    }

    @Test
    void whatWasMergedBeforePointsToTheLastSurvivor() {
        var oldest = opened(NOON);
        var middle = opened(NOON.plusSeconds(1));
        var youngest = opened(NOON.plusSeconds(2));

        incidents().merge(middle.id(), youngest.id(), "rules", "linked", NOON.plusSeconds(3));
        incidents().merge(oldest.id(), middle.id(), "rules", "linked", NOON.plusSeconds(4));

        assertThat(incidents().find(youngest.id()).flatMap(Incident::mergedInto))
                .contains(oldest.id());
    }
}
