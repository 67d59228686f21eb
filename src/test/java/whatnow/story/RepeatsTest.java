package whatnow.story;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A storm says the same thing again and again. */
class RepeatsTest {

    @Test
    void whatSaysTheSameIsNotWrittenDownAgainAtOnce() {
        try (var night = Night.under("freight")) {
            night.alert("TmsDown", "symptom", "UNAVAILABLE", "service", "tms-api");
            var first = night.card().path("decision").asString();

            night.passes(ofMillis(100)).alert("TmsDown", "symptom", "UNAVAILABLE", "service", "tms-api");
            assertThat(night.card().path("decision").asString()).isEqualTo(first);

            night.passes(ofMillis(400)).alert("TmsDown", "symptom", "UNAVAILABLE", "service", "tms-api");
            assertThat(night.card().path("decision").asString()).isNotEqualTo(first);
        }
    }

    @Test
    void whatIsNewIsDecidedAtOnce() {
        try (var night = Night.under("freight")) {
            night.alert("TmsDown", "symptom", "UNAVAILABLE", "service", "tms-api");
            var first = night.card().path("decision").asString();

            night.passes(ofMillis(100)).alert("TmsSlow", "symptom", "SLOW", "service", "tms-api");

            assertThat(night.card().path("decision").asString()).isNotEqualTo(first);
        }
    }
}
