package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelFingerprintTest {

    /** The figures that Prometheus' own library tests with. */
    @Test
    void isTheOneThatPrometheusComputes() {
        assertThat(LabelFingerprint.of(Map.of()))
                .isEqualTo(Long.toHexString(Long.parseUnsignedLong("14695981039346656037")));
        assertThat(LabelFingerprint.of(Map.of("name", "garland, briggs", "fear", "love is not enough")))
                .isEqualTo(Long.toHexString(Long.parseUnsignedLong("5799056148416392346")));
    }
}
