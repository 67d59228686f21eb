package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same report means another thing when it is about another thing. */
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
}
