package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people said holds as far as they could know, and no silence takes it back. */
class SaidByPeopleTest {

    static final Map<String, String> REGION = Map.of("region", "us-east-1");

    @Test
    void whatADeclarationStartedIsStillOwedWhenEverythingFallsSilent() {
        try (var night = Night.under("freight")) {
            night.databaseIsDown();
            night.person("declaration", Map.of("state", "TRUE", "severity", "SEV2"));
            assertThat(night.told().severity()).isEqualTo("SEV2");

            night.passes(Duration.ofMinutes(60));
            night.looksForSilence();

            assertThat(night.told().severity()).isEqualTo("UNKNOWN");
            assertThat(night.told().rolesCalledNow()).contains("cto", "executive_sponsor");
        }
    }

    @Test
    void aRegionThatIsLostLaterIsGraverThanWhatWasOverruled() {
        try (var night = Night.under("freight")) {
            night.alert("TmsSlow", "symptom", "UNAVAILABLE", "service", "tms-api", "region", "us-east-1");
            overrule(night, "severity", "SEV5", "");
            assertThat(night.told().severity()).isEqualTo("SEV5");

            night.passes(Duration.ofMinutes(60));
            night.regionIsLost("us-east-1");

            assertThat(night.cards())
                    .allSatisfy(
                            it -> assertThat(it.path("head").path("severity").asString())
                                    .isEqualTo("SEV1"));
        }
    }

    @Test
    void aVetoThatTwoLiftedIsStillOnTheCard() {
        try (var night = Night.under("freight")) {
            var database = Map.of("service", "freight-db");
            night.fact("corruption", database, Map.of("state", "TRUE"), "PERSON", "bootstrap");
            night.fact("replication", REGION, Map.of("state", "TRUE", "lagSeconds", 0), "PROBE", "pg");
            assertThat(night.shows("/", "text/html")).contains("Lift the veto");

            overrule(night, "veto:db_failover", "lifted", "dr_team_lead");
            assertThat(night.shows("/api/v1/now", "text/plain"))
                    .contains("Never: Fail the database over in its region");
            night.passes(Duration.ofMinutes(1));
            assertThat(night.card().path("notices").toString())
                    .contains(
                            "bootstrap as dr team lead lifts the veto: db failover, because seen on the floor. The veto stands");

            lifts(night, night.comes("ben", "commander"));
            assertThat(night.shows("/api/v1/now", "text/plain"))
                    .contains("Veto lifted: Fail the database over in its region")
                    .doesNotContain("Never: Fail the database over in its region");
            assertThat(night.shows("/", "text/html")).contains("lifted by ben").contains("bootstrap as dr team lead");
            assertThat(night.card().path("notices").toString()).doesNotContain("The veto stands");
        }
    }

    @Test
    void theCardSaysUntilWhenToAnswer() {
        try (var night = Night.under("tracktion")) {
            night.alert("DbDown", "symptom", "CORRUPT", "service", "database", "region", "us-east-1");

            assertThat(List.of(night.shows("/api/v1/now", "text/plain"), night.shows("/", "text/html")))
                    .allSatisfy(it -> assertThat(it).contains("answer by "));
        }
    }

    private static void overrule(Night night, String of, String to, String role) {
        var answer = night.acts("override", "of", of, "to", to, "role", role, "reason", "seen on the floor");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
    }

    private static void lifts(Night night, String token) {
        var fact = Map.of(
                "type", "override",
                "subject", Map.of(),
                "value", Map.of("state", "TRUE", "of", "veto:db_failover", "to", "lifted", "reason", "clean"),
                "source", Map.of("kind", "PERSON", "name", "ben"),
                "observedAt", night.now().toString(),
                "incident", night.incident());
        assertThat(night.asks(token, "POST", "/api/v1/facts", fact, "application/json")
                        .statusCode())
                .isEqualTo(202);
    }
}
