package whatnow.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import whatnow.time.Now;

/**
 * All live tokens and ended sessions, in memory, so that whoever may come in still comes in while the database is away.
 *
 * <p>What another node wrote is seen within {@link #REFRESH}. Nobody waits for the refresh but the very first.
 */
public class Keyring {

    static final Duration REFRESH = Duration.ofSeconds(3);
    static final Duration LINK_LIVES = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    private record Keys(Map<String, Token> byHash, Set<UUID> revoked, Set<UUID> ended, long nanos) {}

    /** A token and the one chance to read it. */
    public record Issued(Token token, String secret) {}

    /** A link's secret, and when it stops working. */
    public record Invitation(String secret, Role role, Instant expiresAt) {}

    private final Tokens tokens;
    private final Now now;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Keys keys;

    Keyring(Tokens tokens, Now now) {
        this.tokens = tokens;
        this.now = now;
    }

    /** Whose token this is; empty if nobody's. */
    public Optional<Token> find(String secret) {
        return hashed(Secret.sha256(secret));
    }

    /** As {@link #find}, for whoever needs the hash for something else as well. */
    Optional<Token> hashed(String sha256) {
        return Optional.ofNullable(current().byHash().get(sha256)).filter(it -> Secret.same(it.sha256(), sha256));
    }

    /** Whether a token or a login link was taken back. */
    public boolean isRevoked(UUID credential) {
        return current().revoked().contains(credential);
    }

    boolean isEnded(UUID session) {
        return current().ended().contains(session);
    }

    public List<Token> live() {
        return tokens.live();
    }

    /** Links that still work, and those that somebody signed in with so lately that the session may still live. */
    public List<LoginLink.Given> links() {
        var at = now.instant();
        return tokens.links(at, at.minus(Sessions.LIVES));
    }

    public Issued issue(String name, Role role, String byPerson) {
        return keep(Token.PREFIX + Secret.random(), name, role, byPerson);
    }

    /** Takes a secret that somebody else chose. */
    Issued keep(String secret, String name, Role role, String byPerson) {
        var person = new Person(name.strip(), role);
        var token = new Token(UUID.randomUUID(), person.name(), role, Secret.sha256(secret), now.instant(), byPerson);
        tokens.add(token);
        refresh();
        return new Issued(token, secret);
    }

    /** Ends a token or a login link, and every session that it began. */
    public void revoke(UUID credential, String byPerson) {
        tokens.revoke(credential, byPerson, now.instant());
        refresh();
    }

    public Invitation invite(Role role, String byPerson) {
        if (!role.isForPeople()) {
            throw new IllegalArgumentException(
                    "The role (%s) is for machines and signs nobody in. Make a token for it.".formatted(role.key()));
        }
        var secret = Secret.random();
        var at = now.instant();
        var link = new LoginLink(UUID.randomUUID(), role, Secret.sha256(secret), at, byPerson, at.plus(LINK_LIVES));
        tokens.add(link);
        return new Invitation(secret, role, link.expiresAt());
    }

    /** Looks at a link without using it up. */
    public Optional<LoginLink> invitation(String secret) {
        return tokens.unused(Secret.sha256(secret)).filter(it -> !it.isExpired(now.instant()));
    }

    /** Uses a link up. */
    public Optional<LoginLink> accept(String secret, Person person) {
        return invitation(secret).filter(it -> tokens.use(it.id(), person.name(), now.instant()));
    }

    boolean anybodySignedIn() {
        return tokens.anyLinkUsed();
    }

    void end(UUID session, String byPerson, Instant expiresAt) {
        tokens.end(session, byPerson, now.instant(), expiresAt);
        refresh();
    }

    private Keys current() {
        var known = keys;
        if (known == null) {
            return refreshOr(new Keys(Map.of(), Set.of(), Set.of(), System.nanoTime()));
        }
        if (System.nanoTime() - known.nanos() > REFRESH.toNanos() && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("keyring").start(() -> {
                try {
                    refreshOr(known);
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return known;
    }

    /** Another thread may have read newer ones meanwhile: what is there now is kept, so that nothing revoked comes back. */
    private synchronized Keys refreshOr(Keys old) {
        try {
            return refresh();
        } catch (RuntimeException away) {
            LOG.warn("Tokens cannot be read; those known before still count: {}", away.toString());
            var there = keys == null ? old : keys;
            var kept = new Keys(there.byHash(), there.revoked(), there.ended(), System.nanoTime());
            keys = kept;
            return kept;
        }
    }

    private synchronized Keys refresh() {
        var byHash = new HashMap<String, Token>();
        tokens.live().forEach(it -> byHash.put(it.sha256(), it));
        var fresh = new Keys(byHash, tokens.revoked(), tokens.ended(now.instant()), System.nanoTime());
        keys = fresh;
        return fresh;
    }
}
