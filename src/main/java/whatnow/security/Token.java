package whatnow.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A token as we keep it: without the token itself, which is shown once to whoever asked for it.
 *
 * @param name who uses it; it signs what is done with it
 */
public record Token(UUID id, String name, Role role, String sha256, Instant createdAt, String createdBy) {

    public static final String PREFIX = "wn_";

    Person person() {
        return new Person(name, role);
    }
}
