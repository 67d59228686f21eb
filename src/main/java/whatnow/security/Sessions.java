package whatnow.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import whatnow.time.Now;

/**
 * Sessions live in a signed cookie and nowhere else, so that pages answer while the database is away. Ending one early
 * puts it on a list that every node reads.
 */
public class Sessions {

    static final Duration LIVES = Duration.ofHours(12);

    /** The cookie against which forms are checked. */
    static final String FORM = "whatnow_form";

    private static final String NAME = "whatnow_session";
    private static final String NAME_UNDER_HTTPS = "__Host-" + NAME;
    private static final String VERSION = "v1";

    private final byte[] key;
    private final Keyring keyring;
    private final Now now;

    Sessions(byte[] key, Keyring keyring, Now now) {
        this.key = key.clone();
        this.keyring = keyring;
        this.now = now;
    }

    /** Always a new session: an id that somebody planted before is worth nothing. */
    public void begin(Person person, UUID credential, HttpServletRequest request, HttpServletResponse response) {
        var session =
                new Session(UUID.randomUUID(), person, credential, now.instant().plus(LIVES));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, write(session), LIVES));
        response.addHeader(HttpHeaders.SET_COOKIE, newForm(request));
    }

    /** The next page makes another: one that somebody planted before is worth nothing either. */
    private static String newForm(HttpServletRequest request) {
        return ResponseCookie.from(FORM, "")
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ZERO)
                .build()
                .toString();
    }

    public void end(HttpServletRequest request, HttpServletResponse response) {
        find(request).ifPresent(it -> keyring.end(it.id(), it.person().name(), it.expiresAt()));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
    }

    Optional<Session> find(HttpServletRequest request) {
        return value(request)
                .flatMap(this::read)
                .filter(it -> now.instant().isBefore(it.expiresAt()))
                .filter(it -> !keyring.isEnded(it.id()) && !keyring.isRevoked(it.credential()));
    }

    boolean isCarriedBy(HttpServletRequest request) {
        return value(request).isPresent();
    }

    String write(Session session) {
        var text = String.join(
                "|",
                VERSION,
                session.id().toString(),
                session.credential().toString(),
                session.person().role().key(),
                Long.toString(session.expiresAt().toEpochMilli()),
                session.person().name());
        var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return payload + "." + Secret.signature(key, payload);
    }

    Optional<Session> read(String cookie) {
        var parts = cookie.split("\\.", 2);
        if (parts.length != 2 || !Secret.same(Secret.signature(key, parts[0]), parts[1])) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            var fields = text.split("\\|", 6);
            if (fields.length != 6 || !fields[0].equals(VERSION)) {
                return Optional.empty();
            }
            return Role.named(fields[3])
                    .map(role -> new Session(
                            UUID.fromString(fields[1]),
                            new Person(fields[5], role),
                            UUID.fromString(fields[2]),
                            Instant.ofEpochMilli(Long.parseLong(fields[4]))));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(HttpServletRequest request) {
        var name = request.isSecure() ? NAME_UNDER_HTTPS : NAME;
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static String cookie(HttpServletRequest request, String value, Duration lives) {
        return ResponseCookie.from(request.isSecure() ? NAME_UNDER_HTTPS : NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(lives)
                .build()
                .toString();
    }
}
