package whatnow.signal.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import whatnow.security.Hmac;
import whatnow.signal.Refused;

@DisplayName("S-25: what a sender has to sign and did not is refused")
class SignedTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] BODY = "{\"event\": {}}".getBytes(StandardCharsets.UTF_8);
    private static final Signed PAGERDUTY = new Signed("X-PagerDuty-Signature", "v1=", Optional.empty());
    private static final Signed TIMED = new Signed("Whatnow-Signature", "v1=", Optional.of("Whatnow-Timestamp"));

    @Test
    void eitherOfTwoSecretsWillDoWhileOneIsChanged() {
        var byTheOld = request("X-PagerDuty-Signature", "v1=" + "0".repeat(64) + ", v1=" + Hmac.hex("old", BODY));

        assertThatCode(() -> PAGERDUTY.verify(byTheOld, BODY, List.of("new", "old"), NOW))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PAGERDUTY.verify(byTheOld, BODY, List.of("new"), NOW))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anotherByteAnotherFormAndNoneAreRefused() {
        var right = "v1=" + Hmac.hex("secret", BODY);
        var other = BODY.clone();
        other[2] ^= 1;

        assertThatThrownBy(
                        () -> PAGERDUTY.verify(request("X-PagerDuty-Signature", right), other, List.of("secret"), NOW))
                .isInstanceOf(Refused.class);
        for (var said : List.of(
                "",
                "v1=",
                right.substring(3),
                "v2=" + right.substring(3),
                right.toUpperCase(java.util.Locale.ROOT),
                right + "0")) {
            assertThatThrownBy(() ->
                            PAGERDUTY.verify(request("X-PagerDuty-Signature", said), BODY, List.of("secret"), NOW))
                    .as(said)
                    .hasMessageContaining("X-PagerDuty-Signature");
        }
        assertThatThrownBy(() -> PAGERDUTY.verify(new MockHttpServletRequest(), BODY, List.of("secret"), NOW))
                .hasMessageContaining("missing");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "299, true", "-299, true", "301, false", "-301, false", "99999999999, false"})
    void aTimedSignatureIsGoodForFiveMinutesBothWays(long secondsAgo, boolean isGood) {
        var time = String.valueOf(NOW.getEpochSecond() - secondsAgo);
        var signature = "v1=" + Hmac.hex("secret", (time + ":").getBytes(StandardCharsets.UTF_8), BODY);
        var request = request("Whatnow-Signature", signature);
        request.addHeader("Whatnow-Timestamp", time);

        assertThat(isTaken(request)).isEqualTo(isGood);
    }

    @Test
    void aTimeIsSignedToo() {
        var time = String.valueOf(NOW.getEpochSecond());
        var request = request("Whatnow-Signature", "v1=" + Hmac.hex("secret", BODY));
        request.addHeader("Whatnow-Timestamp", time);

        assertThat(isTaken(request)).isFalse();
    }

    @Test
    void tenThousandGuessesAreWrong() {
        var random = new Random(25);
        for (var guess = 0; guess < 10_000; guess++) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            var request = request(
                    "X-PagerDuty-Signature", "v1=" + java.util.HexFormat.of().formatHex(bytes));
            assertThatThrownBy(() -> PAGERDUTY.verify(request, BODY, List.of("secret"), NOW))
                    .isInstanceOf(Refused.class);
        }
    }

    private static boolean isTaken(MockHttpServletRequest request) {
        try {
            TIMED.verify(request, BODY, List.of("secret"), NOW);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private static MockHttpServletRequest request(String header, String value) {
        var request = new MockHttpServletRequest();
        request.addHeader(header, value);
        return request;
    }
}
