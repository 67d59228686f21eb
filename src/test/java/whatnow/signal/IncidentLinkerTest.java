package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import whatnow.incident.IncidentId;
import whatnow.incident.State;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;
import whatnow.plan.PlanId;

class IncidentLinkerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final PlanId FREIGHT = new PlanId("freight");

    private static final Set<Set<String>> NEEDS = Set.of(Set.of("api", "database"), Set.of("web", "api"));

    @Test
    void nothingOpenMeansAnIncidentOfItsOwn() {
        assertThat(link(NOON, List.of(), symptom("api", "us-east-1"))).isEqualTo(new Link.OpenNew(Optional.empty()));
    }

    @Test
    void whoNeedsWhatIsBrokenJoinsIt() {
        var incident = incident(1, "database", "us-east-1", NOON);

        assertThat(link(NOON, List.of(incident), symptom("api", "us-east-1"))).isEqualTo(new Link.Join(incident.id()));
    }

    @Test
    void anotherRegionIsAnotherIncident() {
        var incident = incident(1, "database", "us-west-2", NOON);

        assertThat(link(NOON, List.of(incident), symptom("api", "us-east-1"))).isInstanceOf(Link.OpenNew.class);
    }

    @Test
    void anotherPlanIsAnotherIncident() {
        var incident = incident(1, "database", "us-east-1", NOON);
        var other = new IncidentLinker.Shown(
                incident.id(), new PlanId("tracktion"), incident.openedAt(), incident.symptoms());

        assertThat(link(NOON, List.of(other), symptom("api", "us-east-1"))).isInstanceOf(Link.OpenNew.class);
    }

    @Test
    void fifteenMinutesLaterTheLinkIsStillThereAndThenItIsNot() {
        var incident = incident(1, "database", "us-east-1", NOON);
        var symptom = symptom("api", "us-east-1");

        assertThat(link(NOON.plus(Duration.ofMinutes(15)), List.of(incident), symptom))
                .isInstanceOf(Link.Join.class);
        assertThat(link(NOON.plus(Duration.ofMinutes(15)).plusMillis(1), List.of(incident), symptom))
                .isInstanceOf(Link.OpenNew.class);
    }

    @Test
    void aPlanMayLinkForLongerOrShorter() {
        var incident = incident(1, "database", "us-east-1", NOON);
        var symptom = symptom("api", "us-east-1");
        var anHourLater = NOON.plus(Duration.ofHours(1));

        assertThat(IncidentLinker.link(List.of(incident), List.of(), symptom, links(Duration.ofHours(1)), anHourLater))
                .isInstanceOf(Link.Join.class);
        assertThat(IncidentLinker.link(
                        List.of(incident), List.of(), symptom, links(Duration.ofMinutes(59)), anHourLater))
                .isInstanceOf(Link.OpenNew.class);
    }

    @Test
    void theSameServiceJoinsHoweverLongItLasts() {
        var incident = incident(1, "database", "us-east-1", NOON);

        assertThat(link(NOON.plus(Duration.ofHours(5)), List.of(incident), symptom("database", "us-east-1")))
                .isEqualTo(new Link.Join(incident.id()));
    }

    @Test
    void aLostRegionTakesEverythingInItAlong() {
        var incident = incident(1, "mail", "us-east-1", NOON);
        var region = new IncidentLinker.NewSymptom(
                FREIGHT, "us-east-1", SymptomKind.REGION_DOWN, Optional.of("us-east-1"), Optional.empty());

        assertThat(link(NOON, List.of(incident), region)).isEqualTo(new Link.Join(incident.id()));
    }

    @Test
    void ofTwoLinkedIncidentsTheOlderSurvives() {
        var older = incident(9, "database", "us-east-1", NOON.minusSeconds(60));
        var younger = incident(1, "web", "us-east-1", NOON);

        assertThat(link(NOON, List.of(younger, older), symptom("api", "us-east-1")))
                .isEqualTo(new Link.Merge(older.id(), List.of(younger.id())));
    }

    @Test
    void whatWasResolvedIsNamedAsTheOneBefore() {
        var resolved = incident(1, "api", "us-east-1", NOON.minusSeconds(600));

        assertThat(IncidentLinker.link(List.of(), List.of(resolved), symptom("api", "us-east-1"), links(QUARTER), NOON))
                .isEqualTo(new Link.OpenNew(Optional.of(resolved.id())));
    }

    private Link link(Instant now, List<IncidentLinker.Shown> open, IncidentLinker.NewSymptom symptom) {
        return IncidentLinker.link(open, List.of(), symptom, links(QUARTER), now);
    }

    private static IncidentLinker.Links links(Duration window) {
        return new IncidentLinker.Links() {

            @Override
            public boolean linked(PlanId plan, String one, String other) {
                return NEEDS.contains(Set.of(one, other));
            }

            @Override
            public Duration window(PlanId plan) {
                return window;
            }
        };
    }

    private static IncidentLinker.NewSymptom symptom(String service, String region) {
        return new IncidentLinker.NewSymptom(
                FREIGHT, service, SymptomKind.ERRORS, Optional.of(region), Optional.empty());
    }

    private static IncidentLinker.Shown incident(int id, String service, String region, Instant at) {
        var symptom = new Symptom(
                service,
                SymptomKind.UNAVAILABLE,
                Optional.of(region),
                Optional.empty(),
                State.TRUE,
                at,
                at,
                Optional.empty(),
                1,
                false,
                List.of(),
                List.of());
        return new IncidentLinker.Shown(new IncidentId(new UUID(0, id)), FREIGHT, at, List.of(symptom));
    }
}
