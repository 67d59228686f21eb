package whatnow.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whatnow.plan.RecoveryPlan;
import whatnow.testkit.ShippedPlans;

class ProbeListTest {

    private static Map<String, Probe> of(RecoveryPlan... plans) {
        return ProbeList.of(List.of(plans));
    }

    @Test
    @DisplayName("services are tried each minute, 10 s over HTTP, 3 retries (S2-18)")
    void servicesAreTriedAsTheSourceSays() {
        assertThat(of(ShippedPlans.plan("freight")).get("freight|freight-api|http|https://api.freight.example/health"))
                .returns(Duration.ofSeconds(60), Probe::interval)
                .returns(Duration.ofSeconds(10), Probe::timeout)
                .returns(3, Probe::retries)
                .returns(200, Probe::status)
                .returns("/health", it -> it.at().path());
    }

    @Test
    @DisplayName("databases are tried every two minutes, 5 s over TCP (S2-18, S2-19)")
    void databasesAreTriedAsTheSourceSays() {
        assertThat(of(ShippedPlans.plan("freight")).get("freight|freight-db|tcp|freight-db.freight.example:5432"))
                .returns(Duration.ofSeconds(120), Probe::interval)
                .returns(Duration.ofSeconds(5), Probe::timeout)
                .returns(3, Probe::retries);
    }

    @ParameterizedTest
    @CsvSource({"freight, 9", "tracktion, 9", "homeostasis, 6", "general, 0"})
    void everyEndpointOfAPlanIsLookedAt(String plan, int endpoints) {
        assertThat(of(ShippedPlans.plan(plan))).hasSize(endpoints);
    }

    @Test
    void withoutActivePlansNothingIsLookedAt() {
        assertThat(of()).isEmpty();
    }

    @Test
    void whatAnEndpointSaysItselfCounts() {
        var plans = new ActivePlans()
                .watching("api http https://api.example/ status: 204, method: HEAD, interval: 30s, timeout: 2s,"
                        + " retries: 0, slow-after: 300ms, region: eu-west-1");

        assertThat(ProbeList.of(plans.active()).values())
                .singleElement()
                .returns(204, Probe::status)
                .returns("HEAD", Probe::method)
                .returns(Duration.ofSeconds(30), Probe::interval)
                .returns(Duration.ofSeconds(2), Probe::timeout)
                .returns(0, Probe::retries)
                .returns(Optional.of(Duration.ofMillis(300)), Probe::slowAfter)
                .returns(Optional.of("eu-west-1"), Probe::region)
                .returns(Duration.ofSeconds(5), Probe::again);
    }
}
