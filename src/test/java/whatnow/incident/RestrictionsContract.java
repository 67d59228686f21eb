package whatnow.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import whatnow.incident.RestrictionEntry.Kind;
import whatnow.plan.PlanId;

/** What restrictions must do, whatever they are written on. */
abstract class RestrictionsContract {

    static final Instant NIGHT = Instant.parse("2026-03-01T02:14:00Z");

    abstract Incidents incidents();

    abstract Restrictions restrictions();

    @Test
    void nothingIsRestrictedUntilSomebodySaysSo() {
        assertThat(restrictions().inForce()).isEmpty();
        assertThat(restrictions().hasHistory(opened(NIGHT).id())).isFalse();
    }

    @Test
    void whoIsNotNamedLearnsSinceWhenAndWhomToAsk() {
        var incident = opened(NIGHT);

        says(incident, Kind.RESTRICTED, NIGHT, "anna");

        var restriction = restrictions()
                .numbered(incident.number().toLowerCase(java.util.Locale.ROOT))
                .orElseThrow();
        assertThat(restriction.sentence(NIGHT.plusSeconds(600)))
                .isEqualTo("Restricted incident since 02:14 UTC. Named people only; ask carla, +1-555-0100.");
        assertThat(restriction.sentence(NIGHT.plusSeconds(100_000))).contains("since 2026-03-01 02:14 UTC");
        assertThat(restriction.admits("anna", false)).isTrue();
        assertThat(restriction.admits("ben", false)).isFalse();
        assertThat(restriction.admits("ben", true)).isTrue();
    }

    @Test
    void namingMorePeopleKeepsTheOthers() {
        var incident = opened(NIGHT);
        says(incident, Kind.RESTRICTED, NIGHT, "anna");

        says(incident, Kind.NAMED, NIGHT.plusSeconds(60), "ben");

        var restriction = restrictions().of(incident.id()).orElseThrow();
        assertThat(restriction.names()).containsExactly("anna", "ben");
        assertThat(restriction.since()).isEqualTo(NIGHT);
    }

    @Test
    void whatIsLiftedIsOpenAndItsHistoryStays() {
        var incident = opened(NIGHT);
        says(incident, Kind.RESTRICTED, NIGHT, "anna");

        says(incident, Kind.LIFTED, NIGHT.plusSeconds(60));
        says(incident, Kind.NAMED, NIGHT.plusSeconds(70), "ben");

        assertThat(restrictions().of(incident.id())).isEmpty();
        assertThat(restrictions().hasHistory(incident.id())).isTrue();
    }

    @Test
    void namesFromBeforeItWasLiftedDoNotComeBack() {
        var incident = opened(NIGHT);
        says(incident, Kind.RESTRICTED, NIGHT, "anna");
        says(incident, Kind.LIFTED, NIGHT.plusSeconds(60));

        says(incident, Kind.RESTRICTED, NIGHT.plusSeconds(120), "ben");

        assertThat(restrictions().of(incident.id()).orElseThrow().names()).containsExactly("ben");
        assertThat(restrictions().of(incident.id()).orElseThrow().since()).isEqualTo(NIGHT.plusSeconds(120));
    }

    /** Merged incidents hold one another's facts. */
    @Test
    void aMergeMakesNeitherVisible() {
        var older = opened(NIGHT);
        var younger = opened(NIGHT.plusSeconds(60));
        says(younger, Kind.RESTRICTED, NIGHT.plusSeconds(90), "anna");

        incidents().merge(older.id(), younger.id(), "linker", "they are one", NIGHT.plusSeconds(120));

        assertThat(restrictions().inForce())
                .extracting(Restriction::number)
                .containsExactly(older.number(), younger.number());
        assertThat(restrictions().of(older.id()).orElseThrow().names()).containsExactly("anna");
    }

    Incident opened(Instant at) {
        return incidents().open(new PlanId("freight"), at, false, Optional.empty());
    }

    void says(Incident incident, Kind kind, Instant at, String... names) {
        restrictions()
                .add(new RestrictionEntry(
                        incident.id(),
                        kind,
                        at,
                        "rules",
                        "an intruder",
                        kind == Kind.RESTRICTED ? "carla, +1-555-0100" : "",
                        Set.of(names)));
    }
}
