package whatnow.now;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import whatnow.signal.Sources.Waiting;

class BehindTest {

    private static final Instant NOW = Instant.parse("2026-07-14T12:00:00Z");

    @Test
    void aCardSaysHowManyAlertsItDoesNotKnowOf() {
        assertThat(Behind.notice(Optional.of(new Waiting(12_300, NOW.minusSeconds(14))), NOW))
                .hasValue(
                        "More may be broken than this says: 12,300 alerts are accepted and not read yet, the oldest for 14 s.");
    }

    @Test
    void aBusyMomentIsNoNews() {
        assertThat(Behind.notice(Optional.of(new Waiting(900, NOW.minusSeconds(5))), NOW))
                .isEmpty();
        assertThat(Behind.notice(Optional.empty(), NOW)).isEmpty();
    }
}
