package whatnow.security;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who signed in.
 *
 * @param credential the token or link they came with; when it is revoked, the session ends too
 */
record Session(UUID id, Person person, UUID credential, Instant expiresAt) {}
