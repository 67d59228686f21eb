package whatnow.signal.sender;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import whatnow.security.Hmac;
import whatnow.security.Secret;
import whatnow.signal.Refused;

/**
 * How a sender signs what it sends: HMAC-SHA256 of the bytes of the body, in hexadecimal.
 *
 * @param header that holds the signature, or several with commas between them
 * @param prefix of each, {@code v1=}, or empty text
 * @param timeHeader with the seconds since 1970, which are then signed before the body with a colon between; such a signature is
 *     good for five minutes
 */
public record Signed(String header, String prefix, Optional<String> timeHeader) {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /**
     * @param secrets any of which will do, so that one can be changed
     * @return what tells this sending from every other; empty where no time is signed, because then the same bytes are the same
     *     signature however often they are sent
     * @throws Refused if none of them made the signature, or it is too old or too young
     */
    Optional<String> verify(HttpServletRequest request, byte[] body, List<String> secrets, Instant now) {
        var said = Optional.ofNullable(request.getHeader(header)).orElse("");
        var time = timeHeader.flatMap(it -> Optional.ofNullable(request.getHeader(it)));
        time.ifPresent(it -> refuseUnlessNow(it, now));
        var isKnown = secrets.stream().anyMatch(it -> isMade(said, it, time, body));
        if (!isKnown) {
            throw Refused.field(
                    HttpStatus.FORBIDDEN,
                    header,
                    said.isEmpty() ? "missing" : "a signature that no secret of this sender made",
                    "HMAC-SHA256 of the body with the secret that is set for this sender");
        }
        return time.map(it -> Secret.sha256(header + ":" + it + ":" + new String(body, StandardCharsets.ISO_8859_1)));
    }

    private boolean isMade(String said, String secret, Optional<String> time, byte[] body) {
        var before = time.map(it -> it + ":").orElse("").getBytes(StandardCharsets.UTF_8);
        var made = bytes(prefix + Hmac.hex(secret, before, body));
        return Stream.of(said.split(",")).map(String::strip).anyMatch(it -> MessageDigest.isEqual(made, bytes(it)));
    }

    private void refuseUnlessNow(String seconds, Instant now) {
        try {
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                    .abs();
            if (age.compareTo(WINDOW) <= 0) {
                return;
            }
        } catch (NumberFormatException | DateTimeException | ArithmeticException broken) {
            // no time at all; refused below
        }
        throw Refused.field(
                HttpStatus.FORBIDDEN,
                timeHeader.orElseThrow(),
                seconds,
                "seconds since 1970, at most five minutes from now");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
