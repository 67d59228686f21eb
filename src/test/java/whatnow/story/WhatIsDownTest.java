package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same report means another thing when it is about another thing, and is found by what it is about. */
class WhatIsDownTest {

    Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void aDatabaseThatAHealthCheckFindsDownIsFailedOver() {
        night.fact(
                "health_check",
                Map.of("service", "freight-db"),
                Map.of("state", "FALSE", "failures", 8, "checks", 10),
                "PROBE",
                "prober-1");

        var told = night.told();
        assertThat(told.severity()).isEqualTo("SEV2");
        assertThat(told.strategy()).isEqualTo("db_failover");
        assertThat(told.questions()).contains("is_the_standby_ready");
    }

    @Test
    void anInstanceOfADatabaseIsLookedAtAndNotRestarted() {
        night.alert("InstanceDown", "symptom", "INSTANCE_DOWN", "service", "freight-db", "region", "us-east-1");

        var told = night.told();
        assertThat(told.strategy()).isEqualTo("observe");
        assertThat(told.questions()).contains("can_users_use_it");
    }

    @Test
    void aLostRegionThatStandsByIsLookedAtAndNobodyIsSentThere() {
        night.alert("RegionDown", "symptom", "REGION_DOWN", "service", "network", "region", "us-west-2");

        var told = night.told();
        assertThat(told.severity()).isEqualTo("SEV4");
        assertThat(told.strategy()).isEqualTo("observe");
        assertThat(told.rolesCalledNow()).doesNotContain("cto");
    }

    @Test
    void aLostHomeRegionIsADisaster() {
        night.alert("RegionDown", "symptom", "REGION_DOWN", "service", "network", "region", "us-east-1");

        var told = night.told();
        assertThat(told.severity()).isEqualTo("SEV1");
        assertThat(told.strategy()).isEqualTo("regional_failover");
        assertThat(told.target()).isEqualTo("us-west-2");
        assertThat(told.gates()).contains("is_the_region_lost_from_outside");
    }

    @Test
    void whereAnotherRegionHurtsNoCommandNamesTheHomeRegion() {
        night.alert("ApiDown", "symptom", "UNAVAILABLE", "service", "freight-api", "region", "us-west-2");

        var steps = night.card().path("doNow").path("steps");

        assertThat(steps.isEmpty()).isFalse();
        assertThat(steps.toString()).doesNotContain("us-east-1", "freight-prod");
        assertThat(steps.toString()).contains("us-west-2");
    }

    @Test
    void whereTheHomeRegionHurtsItsNamesFillTheCommands() {
        night.alert("ApiDown", "symptom", "UNAVAILABLE", "service", "freight-api", "region", "us-east-1");

        assertThat(night.card().path("doNow").path("steps").toString()).contains("us-east-1", "freight-prod");
    }

    @Test
    void aServiceIsFoundByItsOtherNamesAndNothingOfItIsNotNothing() {
        night.databaseIsDown();
        var number = night.incident();

        assertThat(night.get("/api/v1/now?service=rds").path("cards").size()).isEqualTo(1);
        assertThat(night.get("/api/v1/now?service=Freight-DB").path("cards").size())
                .isEqualTo(1);
        var other = night.get("/api/v1/now?service=web");
        assertThat(other.path("cards").size()).isZero();
        assertThat(other.path("openElsewhere").get(0).path("incident").asString())
                .isEqualTo(number);
        assertThat(night.shows("/api/v1/now?service=web", "text/plain"))
                .contains("No open incident is known to concern the service (web)", number, "freight-db")
                .doesNotContain("Nothing is open");
    }

    @Test
    void beforeTheFirstDecisionThereIsACardThatSaysSo() {
        night.databaseIsDown();

        var card = night.get("/api/v1/now").path("cards").get(0);

        assertThat(card.path("head").path("severity").asString()).isEqualTo("UNKNOWN");
        assertThat(card.path("head").path("urgency").asString()).isEqualTo("NOW");
        assertThat(card.path("notices").toString()).contains("first decision");
        assertThat(night.reads("/api/v1/now", "text/plain"))
                .contains(" · opened ")
                .doesNotContain("decided 12");
    }
}
