package whatnow.story;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fires ends when its sender says so, if the sender lives. */
class ResolvedTest {

    private static final String[] DATABASE = {"symptom", "SLOW", "service", "freight-db", "region", "us-east-1"};

    @Test
    void anAlertThatIsResolvedByAFreshSenderHasEnded() {
        try (var night = Night.under("freight")) {
            night.alert("Watchdog").alert("DatabaseSlow", DATABASE);
            var began = night.now();
            assertThat(symptom(night)).isEqualTo("TRUE");

            night.passes(ofMinutes(1)).alert("Watchdog");
            night.passes(ofMinutes(1)).alert("Watchdog").resolvesWhatBegan(began, "DatabaseSlow", DATABASE);

            assertThat(symptom(night)).isEqualTo("FALSE");
        }
    }

    @Test
    void theSameWordOfASenderThatFellSilentIsNotBelieved() {
        try (var night = Night.under("freight")) {
            night.alert("Watchdog").alert("DatabaseSlow", DATABASE);
            var began = night.now();

            night.passes(ofMinutes(10)).resolvesWhatBegan(began, "DatabaseSlow", DATABASE);

            assertThat(symptom(night)).isEqualTo("UNKNOWN");
        }
    }

    /** The first resolve was lost on its way; the alert fired again and was resolved again. */
    @Test
    void anEarlierStartThatWasNeverResolvedEndsWithTheLaterOne() {
        try (var night = Night.under("freight")) {
            night.alert("Watchdog").alert("DatabaseSlow", DATABASE);
            night.passes(ofMinutes(1)).alert("Watchdog").alert("DatabaseSlow", DATABASE);
            var beganAgain = night.now();

            night.passes(ofMinutes(1)).alert("Watchdog").resolvesWhatBegan(beganAgain, "DatabaseSlow", DATABASE);

            assertThat(symptom(night)).isEqualTo("FALSE");
        }
    }

    @Test
    void withoutAStartItBeginsAnewAfterAPersonResolvedIt() {
        try (var night = Night.under("freight")) {
            night.fact("symptom", Map.of("service", "tms-api"), Map.of("state", "TRUE", "kind", "SLOW"), "PROBE", "p");
            var first = night.incident();
            night.person("status", Map.of("state", "TRUE", "status", "resolved"));
            assertThat(night.cards()).isEmpty();

            night.passes(ofMinutes(1))
                    .fact(
                            "symptom",
                            Map.of("service", "tms-api"),
                            Map.of("state", "TRUE", "kind", "SLOW"),
                            "PROBE",
                            "p");

            assertThat(night.incident()).isNotEqualTo(first);
        }
    }

    private static String symptom(Night night) {
        return night.decision()
                .path("inputs")
                .path("symptoms")
                .path(0)
                .path("state")
                .asString();
    }
}
