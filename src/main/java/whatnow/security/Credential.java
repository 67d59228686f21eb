package whatnow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** With which token or login link somebody came. What lasts longer than a request ends when it is revoked. */
public final class Credential {

    private static final String ID = Credential.class.getName();
    private static final String NAME = ID + ".name";

    public static Optional<UUID> of(HttpServletRequest request) {
        return request.getAttribute(ID) instanceof UUID it ? Optional.of(it) : Optional.empty();
    }

    /** Whose it is, for whoever tells of the request once it is over; empty for a stranger. */
    public static Optional<String> owner(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String it ? Optional.of(it) : Optional.empty();
    }

    /** For doors that find the token elsewhere than all others do. */
    public static void remember(Token token, HttpServletRequest request) {
        remember(token.person(), token.id(), request);
    }

    static void remember(Person person, UUID credential, HttpServletRequest request) {
        request.setAttribute(ID, credential);
        request.setAttribute(NAME, person.name());
    }

    private Credential() {}
}
