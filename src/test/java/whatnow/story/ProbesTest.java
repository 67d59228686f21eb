package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nights on which nobody sends an alert, and the product looks by itself. */
class ProbesTest {

    private static final String API = "https://api.freight.example/health";
    private static final String DATABASE = "freight-db.freight.example:5432";
    private static final String SIGN_IN = "https://auth.freight.example/health";
    private static final String ANALYSIS = "https://analysis.freight.example/health";

    private static Duration minutes(int number) {
        return Duration.ofMinutes(number);
    }

    private static List<String> conditions(Night night) {
        return night.get("/api/v1/probes")
                .path("probes")
                .valueStream()
                .map(it -> it.path("condition").asString())
                .distinct()
                .sorted()
                .toList();
    }

    private static String severity(JsonNode card) {
        return card.path("head").path("severity").asString();
    }

    private static List<String> symptoms(Night night) {
        return night.decision()
                .path("inputs")
                .path("symptoms")
                .valueStream()
                .map(it ->
                        it.path("service").asString() + " " + it.path("state").asString())
                .toList();
    }

    @Test
    @DisplayName("a plan of example hosts that nobody has makes no false alarm (design.md 10)")
    void aTourThroughAPlanOfExampleHostsMakesNoFalseAlarm() {
        try (var night = Night.under("freight")) {
            night.probes(minutes(10));

            assertThat(night.cards()).isEmpty();
            assertThat(conditions(night)).containsExactly("NEVER_OBSERVED");
        }
    }

    @Test
    void twoEndpointsThatFallSilentAreOnTheCardWithEvidenceAndEndWhenTheyAnswer() {
        try (var night = Night.under("freight")) {
            night.endpoints().works(API, DATABASE, SIGN_IN, ANALYSIS);
            night.probes(minutes(5));
            assertThat(night.cards()).isEmpty();

            night.endpoints().refuses(API, DATABASE);
            night.probes(minutes(5));

            assertThat(night.cards()).hasSize(1);
            assertThat(severity(night.card())).isEqualTo("SEV2");
            assertThat(symptoms(night)).containsExactly("freight-api TRUE", "freight-db TRUE");
            assertThat(night.card().path("why").toString())
                    .contains(
                            "checks of freight-api: ",
                            "failed (connection refused)",
                            "freight-db unavailable, by probe");

            night.endpoints().works(API, DATABASE);
            night.probes(minutes(5));

            assertThat(symptoms(night)).containsExactly("freight-api FALSE", "freight-db FALSE");
            assertThat(night.cards()).hasSize(1);
        }
    }

    @Test
    @DisplayName("the observer cut off alone is not a failover: it is unknown, and the card says so (safety.md 3)")
    void theObserverThatReachesNothingKnowsNothingAndTheCardSaysSo() {
        try (var night = Night.under("freight")) {
            night.endpoints().works(API, DATABASE, SIGN_IN, ANALYSIS);
            night.probes(minutes(5));

            night.endpoints().forgetsAll();
            night.probes(minutes(5));

            var card = night.card();
            assertThat(conditions(night)).containsExactly("NEVER_OBSERVED", "UNKNOWN");
            assertThat(night.cards()).hasSize(1);
            assertThat(severity(card)).isEqualTo("UNKNOWN");
            assertThat(card.path("doNow").path("strategyKey").asString()).isEqualTo("observe");
            assertThat(card.path("why").toString()).contains("the observer may be cut off");
            assertThat(card.path("unknowns").toString()).contains("is_the_observer_cut_off");
        }
    }

    /** A blind observer does not hide what others see. */
    @Test
    void whatOthersSayCountsWhileTheObserverIsCutOff() {
        try (var night = Night.under("freight")) {
            night.endpoints().works(API, DATABASE, SIGN_IN, ANALYSIS);
            night.probes(minutes(5));

            night.endpoints().forgetsAll();
            night.probes(minutes(3));
            night.databaseIsDown();

            assertThat(severity(night.card())).isEqualTo("SEV2");
            assertThat(night.card().path("head").path("services").toString()).contains("freight-db");
        }
    }

    @Test
    void whenItSeesAgainTheAlarmIsOverByItself() {
        try (var night = Night.under("freight")) {
            night.endpoints().works(API, DATABASE, SIGN_IN, ANALYSIS);
            night.probes(minutes(5));
            night.endpoints().forgetsAll();
            night.probes(minutes(5));

            night.endpoints().works(API, DATABASE, SIGN_IN, ANALYSIS);
            night.probes(minutes(3));

            assertThat(conditions(night)).containsExactly("NEVER_OBSERVED", "UP");
            assertThat(symptoms(night)).allMatch(it -> it.endsWith("FALSE"));
        }
    }
}
