package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** With which token or login link somebody came. What lasts longer than a request ends when it is revoked. */
public final class Credential {

    private static final String NAME = Credential.class.getName();

    public static Optional<UUID> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof UUID it ? Optional.of(it) : Optional.empty();
    }

    static void remember(UUID credential, HttpServletRequest request) {
        request.setAttribute(NAME, credential);
    }

    private Credential() {}
}
