package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * A token as programs can bring it: {@code Authorization: Bearer} or {@code GenieKey}, or {@code X-Whatnow-Token}. At the doors
 * for alerts also as the password of {@code Basic} and as {@code ?token=} in the address, for senders that know no other way;
 * nowhere else, because a browser brings a password by itself.
 */
final class PresentedToken {

    static final String HEADER = "X-Whatnow-Token";

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String ALERTS = "/api/v1/ingest/";

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(it -> authorized(it, request))
                .or(() -> Optional.ofNullable(request.getHeader(HEADER)).map(String::strip))
                .or(() -> inAddress(request));
    }

    private static Optional<String> authorized(String header, HttpServletRequest request) {
        var parts = BLANKS.split(header.strip(), 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer", "geniekey" -> Optional.of(parts[1].strip());
            case "basic" -> isForAlerts(request) ? password(parts[1].strip()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.of(encoded);
        }
    }

    /** Read from the address alone: a parameter in a body would have it read before anybody knows how large it is. */
    private static Optional<String> inAddress(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString())
                .filter(_ -> isForAlerts(request))
                .flatMap(PresentedToken::token);
    }

    private static boolean isForAlerts(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ALERTS);
    }

    private static Optional<String> token(String query) {
        for (var pair : query.split("&")) {
            if (pair.startsWith("token=")) {
                return Optional.of(pair.substring("token=".length()));
            }
        }
        return Optional.empty();
    }

    private PresentedToken() {}
}
