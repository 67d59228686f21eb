package whatnow.chat.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import whatnow.security.Hmac;
import whatnow.signal.Refused;

/**
 * Whether Slack sent it: an HMAC over the time and the bytes of the body, compared without telling by the time it takes
 * (S-4, S-31).
 */
final class SlackSignature {

    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final String SIGNATURE = "X-Slack-Signature";

    private static final long WINDOW = 300;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    /**
     * @param secrets any of which may have signed
     * @return the signature, as proof
     * @throws Refused if nobody who knows a secret sent it now
     */
    static String verified(
            List<String> secrets, Optional<String> timestamp, Optional<String> signature, byte[] body, Instant now) {
        var seconds = timestamp
                .filter(it -> SECONDS.matcher(it).matches())
                .orElseThrow(() -> refused("The header %s is missing or is no time.".formatted(TIMESTAMP)));
        var signed = signature.orElseThrow(() -> refused("The header %s is missing.".formatted(SIGNATURE)));
        var away = Math.abs(now.getEpochSecond() - Long.parseLong(seconds));
        if (away > WINDOW) {
            throw refused("The request was signed %d s away from our time; expected: at most %d s. Set the clocks."
                    .formatted(away, WINDOW));
        }
        var fits = false;
        for (var secret : secrets) {
            fits |= MessageDigest.isEqual(bytes(of(secret, seconds, body)), bytes(signed));
        }
        if (!fits) {
            throw refused("The signature does not fit. Compare whatnow.slack.signing-secret with that of the app.");
        }
        return signed;
    }

    static String of(String secret, String seconds, byte[] body) {
        return "v0=" + Hmac.hex(secret, bytes("v0:" + seconds + ":"), body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Refused refused(String why) {
        return Refused.because(HttpStatus.UNAUTHORIZED, why);
    }

    private SlackSignature() {}
}
