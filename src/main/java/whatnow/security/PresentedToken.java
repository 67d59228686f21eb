package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * A token as programs can bring it: {@code Authorization: Bearer}, {@code GenieKey} or as the password of {@code Basic};
 * {@code X-Whatnow-Token}; and, for senders that can be told an address and nothing else, {@code ?token=} at the doors for
 * alerts.
 */
final class PresentedToken {

    static final String HEADER = "X-Whatnow-Token";

    private static final String ALERTS = "/api/v1/ingest/";

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(PresentedToken::authorized)
                .or(() -> Optional.ofNullable(request.getHeader(HEADER)).map(String::strip))
                .or(() -> inAddress(request));
    }

    private static Optional<String> authorized(String header) {
        var parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer", "geniekey" -> Optional.of(parts[1].strip());
            case "basic" -> password(parts[1].strip());
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
        if (!request.getRequestURI().startsWith(ALERTS)) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getQueryString()).flatMap(PresentedToken::token);
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
