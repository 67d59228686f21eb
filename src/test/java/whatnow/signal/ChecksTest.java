package whatnow.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    /** At least four changes in the last ten checks, whatever came before. */
    @ParameterizedTest
    @CsvSource({
        "T, false",
        "TFTF, false",
        "TFTFT, true",
        "TFTFTTTTTT, true",
        "TFTFTTTTTTT, false",
        "TTTTTTTTTT, false",
        "TFTFTFTFTF, true"
    })
    void flapsFromFourChangesOn(String history, boolean flapping) {
        var checks = Checks.NONE;
        for (char state : history.toCharArray()) {
            checks = checks.with(state == 'T');
        }

        assertThat(checks.isFlapping()).isEqualTo(flapping);
    }
}
