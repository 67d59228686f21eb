package whatnow.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.decision.known.IncidentClock;
import whatnow.decision.known.RegionStatus;
import whatnow.incident.Symptom;
import whatnow.incident.SymptomKind;

class ExampleFactsTest {

    @Test
    void aFactStartsOutDullAndValid() {
        assertThat(ExampleFacts.of(Map.of("symptom", ""))).singleElement().satisfies(it -> {
            var symptom = (Symptom) it;
            assertThat(symptom.isFiring()).isTrue();
            assertThat(symptom.kind()).isEqualTo(SymptomKind.UNAVAILABLE);
            assertThat(symptom.zone()).isEmpty();
        });
    }

    @Test
    void oneMachineIsNotFirmAndAPersonIs() {
        var facts = ExampleFacts.of(
                Map.of("region-status", List.of(Map.of("state", "true", "by", "machine"), Map.of("state", "true"))));

        assertThat(facts).extracting(it -> ((RegionStatus) it).isEstablished()).containsExactly(false, true);
    }

    @Test
    void timesAreCountedFromNoon() {
        var clock =
                (IncidentClock) ExampleFacts.of(Map.of("clock", Map.of("opened-at", "20m ago", "declared-at", "in 2h")))
                        .getFirst();

        assertThat(Duration.between(clock.openedAt(), clock.now())).isEqualTo(Duration.ofMinutes(20));
        assertThat(clock.declaredAt()).isEqualTo(Optional.of(clock.now().plus(Duration.ofHours(2))));
    }

    @Test
    void aMisspeltKeyNamesTheKnownOnes() {
        assertThatThrownBy(() -> ExampleFacts.of(Map.of("zone-status", Map.of("zonne", "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "(zone-status) has no key (zonne); known are zone, region, state, by, disputed, observed-at,"
                                + " outside");
    }

    @Test
    void aMisspeltKindNamesTheKnownOnes() {
        assertThatThrownBy(() -> ExampleFacts.of(Map.of("symptoom", Map.of())))
                .hasMessageStartingWith("there is no kind of fact (symptoom); known are all-silent, answered");
    }

    @Test
    void aWrongWordNamesTheRightOnes() {
        assertThatThrownBy(() -> ExampleFacts.of(Map.of("symptom", Map.of("state", "maybe"))))
                .hasMessage("(symptom.state) is (maybe); expected true, false, unknown");
    }

    @Test
    void whatHasNoDullValueMustBeWritten() {
        assertThatThrownBy(() -> ExampleFacts.of(Map.of("recognised", Map.of())))
                .hasMessage("(recognised) needs the key (condition)");
    }
}
