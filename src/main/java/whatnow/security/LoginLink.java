package whatnow.security;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A link that signs one person in, once. Opening it does not use it up, because chats open links to preview them. */
public record LoginLink(UUID id, Role role, String sha256, Instant createdAt, String createdBy, Instant expiresAt) {

    /** @param person who signed in with it; empty while nobody has */
    public record Given(LoginLink link, Optional<String> person) {}

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
