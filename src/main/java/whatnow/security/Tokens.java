package whatnow.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tokens, login links and ended sessions. Entries are added and never altered: a revocation is another entry. */
public interface Tokens {

    void add(Token token);

    /** Those that were not revoked, oldest first. */
    List<Token> live();

    /** @param credential of a token or a login link */
    void revoke(UUID credential, String byPerson, Instant at);

    Set<UUID> revoked();

    void add(LoginLink link);

    /**
     * Links that were not revoked, oldest first.
     *
     * @param now unused ones that expire later
     * @param since those that were used later
     */
    List<LoginLink.Given> links(Instant now, Instant since);

    /** By the hash of its secret, unless it was used or revoked. */
    Optional<LoginLink> unused(String sha256);

    /** Uses a link up. False when somebody was quicker. */
    boolean use(UUID link, String person, Instant at);

    /** Whether anybody ever signed in with a link. */
    boolean anyLinkUsed();

    /** @param expiresAt when the session would have ended by itself; until then it must be remembered */
    void end(UUID session, String byPerson, Instant at, Instant expiresAt);

    Set<UUID> ended(Instant now);
}
