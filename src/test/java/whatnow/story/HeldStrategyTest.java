package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What somebody has begun goes on, and one region is recovered in one way at a time. */
class HeldStrategyTest {

    @Test
    void anotherIncidentInTheRegionFollowsTheRecoveryThatWasBegun() {
        try (var night = Night.under("freight")) {
            night.regionIsLost("us-east-1");
            night.person(
                    "step_done",
                    Map.of(
                            "state", "TRUE",
                            "article", "regional-failover",
                            "section", "steps",
                            "step", 1,
                            "strategy", "regional_failover"));
            assertThat(night.told().outcome().path("choice").path("held").asBoolean())
                    .isTrue();

            night.passes(java.time.Duration.ofMinutes(20));
            night.alert("TmsSlow", "symptom", "UNAVAILABLE", "service", "tms-api", "region", "us-east-1");

            var other = StreamSupport.stream(night.cards().spliterator(), false)
                    .filter(it -> it.path("head").path("services").toString().contains("tms-api"))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.path("doNow").path("article").asString()).isEqualTo("regional-failover#steps");
            assertThat(other.path("doNow").path("done").asInt()).isEqualTo(1);
        }
    }
}
