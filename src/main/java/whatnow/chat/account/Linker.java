package whatnow.chat.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import whatnow.security.Keyring;
import whatnow.security.Person;
import whatnow.security.Secret;
import whatnow.time.Now;

/**
 * Links chat users to persons and knows whom a chat user acts as.
 *
 * <p>All links are in memory, so that chat answers while the database is away. What another node wrote is seen within
 * {@link #REFRESH}; nobody waits for that but the very first.
 */
@Component
public class Linker {

    static final Duration OFFER_LIVES = Duration.ofMinutes(30);
    static final Duration REFRESH = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Linker.class);
    private static final int LONGEST_HANDLE = 80;

    private record Known(Map<ChatUser, LinkedUser> links, long nanos) {}

    /** The one chance to read a code. */
    public record Code(String secret, Instant expiresAt) {}

    /** What came of a code that a person accepted. */
    public sealed interface Outcome {}

    public record Linked(LinkedUser link) implements Outcome {}

    /** The code was used, replaced by a newer one, or is too old. */
    public record Gone() implements Outcome {}

    /** The chat user acts as somebody else already. */
    public record Taken(String byPerson) implements Outcome {}

    /** What acts here is not a person. */
    public record ForPeopleOnly() implements Outcome {}

    private final Accounts accounts;
    private final Keyring keyring;
    private final Now now;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Known known;

    Linker(Accounts accounts, Keyring keyring, Now now) {
        this.accounts = accounts;
        this.keyring = keyring;
        this.now = now;
    }

    /** Whom a chat user acts as; empty if nobody said so, or what they came with was revoked. */
    public Optional<Person> person(ChatUser user) {
        return Optional.ofNullable(current().links().get(user))
                .filter(this::isInForce)
                .map(LinkedUser::person);
    }

    /** Earlier codes of the same user stop working. */
    public Code offer(ChatUser user, String handle) {
        var code = Secret.random();
        var at = now.instant();
        var offer = new Offer(Secret.sha256(code), user, cut(handle), at.plus(OFFER_LIVES));
        accounts.offer(offer, at);
        return new Code(code, offer.expiresAt());
    }

    /** Looks at an offer without using it up: chats open links by themselves. */
    public Optional<Offer> offered(String code) {
        return accounts.offered(Secret.sha256(code)).filter(it -> !it.isExpired(now.instant()));
    }

    /** Whom the user of an offer acts as now, if that is somebody else than this person. */
    public Optional<String> takenBy(Offer offer, Person person) {
        return link(offer.user())
                .filter(this::isInForce)
                .map(it -> it.person().name())
                .filter(it -> !it.equals(person.name()));
    }

    /** @param credential what the person is signed in with */
    public Outcome accept(String code, Person person, UUID credential) {
        if (!person.role().isForPeople()) {
            return new ForPeopleOnly();
        }
        var offer = offered(code);
        if (offer.isEmpty()) {
            return new Gone();
        }
        var taken = takenBy(offer.get(), person);
        if (taken.isPresent()) {
            return new Taken(taken.get());
        }
        var at = now.instant();
        link(offer.get().user()).ifPresent(it -> accounts.unlink(it, person.name(), at));
        var link = new LinkedUser(
                UUID.randomUUID(), offer.get().user(), offer.get().handle(), person, credential, at);
        var linked = accounts.link(link, offer.get().sha256());
        refresh();
        return linked ? new Linked(link) : new Gone();
    }

    /** Those in force, oldest first. */
    public List<LinkedUser> links() {
        return accounts.links().stream().filter(this::isInForce).toList();
    }

    public void unlink(UUID id, String byPerson) {
        accounts.links().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .ifPresent(it -> accounts.unlink(it, byPerson, now.instant()));
        refresh();
    }

    private Optional<LinkedUser> link(ChatUser user) {
        return accounts.links().stream().filter(it -> it.user().equals(user)).findFirst();
    }

    private boolean isInForce(LinkedUser link) {
        return link.person().role().isForPeople() && !keyring.isRevoked(link.credential());
    }

    private Known current() {
        var before = known;
        if (before == null) {
            return refreshOr(new Known(Map.of(), System.nanoTime()));
        }
        if (System.nanoTime() - before.nanos() > REFRESH.toNanos() && refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("chat-accounts").start(() -> {
                try {
                    refreshOr(before);
                } finally {
                    refreshing.set(false);
                }
            });
        }
        return before;
    }

    /** What another thread read meanwhile is kept, so that nobody who was unlinked comes back. */
    private synchronized Known refreshOr(Known old) {
        try {
            return refresh();
        } catch (RuntimeException away) {
            LOG.warn("Links of chat users cannot be read; those known before still count: {}", away.toString());
            var there = known == null ? old : known;
            var kept = new Known(there.links(), System.nanoTime());
            known = kept;
            return kept;
        }
    }

    private synchronized Known refresh() {
        var links = accounts.links().stream().collect(Collectors.toMap(LinkedUser::user, Function.identity()));
        var fresh = new Known(Map.copyOf(links), System.nanoTime());
        known = fresh;
        return fresh;
    }

    private static String cut(String handle) {
        return handle.length() > LONGEST_HANDLE ? handle.substring(0, LONGEST_HANDLE) : handle;
    }
}
