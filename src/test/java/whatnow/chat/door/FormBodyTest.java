package whatnow.chat.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.signal.Refused;

class FormBodyTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @Test
    void fieldsAreDecoded() {
        var form = read("text=what+now%3F&user_id=U1&empty=");

        assertThat(form.get("text")).isEqualTo("what now?");
        assertThat(form.need("user_id")).isEqualTo("U1");
        assertThat(form.find("empty")).isEmpty();
        assertThat(form.get("missing")).isEmpty();
    }

    @Test
    @DisplayName("a field that comes twice is refused (S-22)")
    void aFieldThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> read("user_id=U1&user_id=U2"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("twice");
    }

    @Test
    void whatIsNoFormIsRefusedInWords() {
        assertThatThrownBy(() -> read("a=%zz")).hasMessageContaining("percent");
        assertThatThrownBy(() -> read("")).hasMessageContaining("0 fields");
        assertThatThrownBy(() -> read("a=1&".repeat(200).replace("a", "b"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> FormBody.read(Optional.of("text/plain"), new byte[0]))
                .hasMessageContaining("Content-Type");
    }

    @Test
    @DisplayName("NUL is replaced (N-4)")
    void nulIsReplaced() {
        assertThat(read("text=a%00b").get("text")).isEqualTo("a\uFFFDb");
    }

    @Test
    @DisplayName("whatever bytes come, they are a form or are refused (N-12)")
    void whateverBytesComeTheyAreAFormOrAreRefused() {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            try {
                assertThat(FormBody.read(Optional.of(FORM), bytes).fields()).isNotEmpty();
            } catch (Refused refused) {
                assertThat(refused.status().is4xxClientError()).isTrue();
            }
        }
    }

    private static FormBody read(String body) {
        return FormBody.read(Optional.of(FORM), body.getBytes(StandardCharsets.UTF_8));
    }
}
