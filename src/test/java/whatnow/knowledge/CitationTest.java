package whatnow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Citation.parse("regional-failover#steps")).hasToString("regional-failover#steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"regional-failover", "#steps", "a#", "../a#b", "a#b#c", "A#b", "a b#c", ""})
    void whatIsNoCitationIsRefusedInWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Citation.parse(text))
                .withMessageContaining("Try");
    }
}
