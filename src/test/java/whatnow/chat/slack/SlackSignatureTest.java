package whatnow.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.signal.Refused;

class SlackSignatureTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final byte[] BODY = bytes("token=x&team_id=T1&text=what+now%3F");
    private static final long SENT = 1_531_420_618;
    private static final Instant NOW = Instant.ofEpochSecond(SENT);
    private static final String SIGNATURE = SlackSignature.of(SECRET, Long.toString(SENT), BODY);

    @Test
    @DisplayName("it is the signature of Slack's own documentation (S-4)")
    void itIsTheSignatureOfSlacksOwnDocumentation() {
        var body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(SlackSignature.of(SECRET, "1531420618", bytes(body)))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    @DisplayName("a request is good for 300 s, before and after (S-4)")
    void aRequestIsGoodFor300SecondsBothWays() {
        for (var away : List.of(-300, 0, 300)) {
            assertThatCode(() -> verify(BODY, SIGNATURE, NOW.plusSeconds(away))).doesNotThrowAnyException();
        }
        for (var away : List.of(-301, 301, 86_400)) {
            assertThatThrownBy(() -> verify(BODY, SIGNATURE, NOW.plusSeconds(away)))
                    .hasMessageContaining(Math.abs(away) + " s away");
        }
    }

    @Test
    @DisplayName("one changed byte anywhere is refused (S-4)")
    void oneChangedByteAnywhereIsRefused() {
        for (var i = 0; i < BODY.length; i++) {
            var changed = BODY.clone();
            changed[i] ^= 1;
            assertRefused(() -> verify(changed, SIGNATURE, NOW));
        }
        for (var i = 0; i < SIGNATURE.length(); i++) {
            var changed =
                    SIGNATURE.substring(0, i) + (SIGNATURE.charAt(i) == '0' ? '1' : '0') + SIGNATURE.substring(i + 1);
            assertRefused(() -> verify(BODY, changed, NOW));
        }
    }

    @Test
    @DisplayName("the same words in another encoding are refused (S-4)")
    void theSameWordsInAnotherEncodingAreRefused() {
        var said = "text=%C3%A9+now";
        var signature = SlackSignature.of(SECRET, Long.toString(SENT), bytes(said));

        assertRefused(() -> verify(bytes("text=%E9+now"), signature, NOW));
        assertRefused(() -> verify(bytes("text=%c3%a9+now"), signature, NOW));
        assertRefused(() -> verify(bytes("text=%C3%A9%20now"), signature, NOW));
        assertRefused(() -> verify(said.getBytes(StandardCharsets.UTF_16), signature, NOW));
        assertThatCode(() -> verify(bytes(said), signature, NOW)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a missing or odd header is refused (S-4)")
    void aMissingOrOddHeaderIsRefused() {
        var time = Optional.of(Long.toString(SENT));
        var secrets = List.of(SECRET);

        assertRefused(() -> SlackSignature.verified(secrets, Optional.empty(), Optional.of(SIGNATURE), BODY, NOW));
        assertRefused(() -> SlackSignature.verified(secrets, time, Optional.empty(), BODY, NOW));
        for (var odd : List.of("", "-1", "1e9", "٣", " " + SENT, SENT + ".0", "9".repeat(40))) {
            assertRefused(() -> SlackSignature.verified(secrets, Optional.of(odd), Optional.of(SIGNATURE), BODY, NOW));
        }
        for (var odd : List.of("", "v0=", SIGNATURE.substring(3), "v1" + SIGNATURE.substring(2), SIGNATURE + "0")) {
            assertRefused(() -> verify(BODY, odd, NOW));
        }
    }

    @Test
    @DisplayName("10,000 random signatures are refused (S-4)")
    void randomSignaturesAreRefused() {
        var random = new Random(4);
        for (var i = 0; i < 10_000; i++) {
            var guess = new byte[32];
            random.nextBytes(guess);
            assertRefused(() -> verify(BODY, "v0=" + HexFormat.of().formatHex(guess), NOW));
        }
    }

    @Test
    void whileASecretIsChangedBothAreGood() {
        var secrets = List.of("the new one", SECRET);
        var time = Long.toString(SENT);

        for (var secret : secrets) {
            var signature = Optional.of(SlackSignature.of(secret, time, BODY));
            assertThatCode(() -> SlackSignature.verified(secrets, Optional.of(time), signature, BODY, NOW))
                    .doesNotThrowAnyException();
        }
        assertRefused(() ->
                SlackSignature.verified(List.of("the new one"), Optional.of(time), Optional.of(SIGNATURE), BODY, NOW));
        assertRefused(() -> SlackSignature.verified(List.of(), Optional.of(time), Optional.of(SIGNATURE), BODY, NOW));
    }

    private static String verify(byte[] body, String signature, Instant now) {
        return SlackSignature.verified(
                List.of(SECRET), Optional.of(Long.toString(SENT)), Optional.of(signature), body, now);
    }

    private static void assertRefused(Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.status().value()).isEqualTo(401));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
