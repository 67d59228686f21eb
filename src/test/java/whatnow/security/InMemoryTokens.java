package whatnow.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tokens that end with the test. */
public class InMemoryTokens implements Tokens {

    private final List<Token> tokens = new ArrayList<>();
    private final Set<UUID> revoked = new HashSet<>();
    private final List<LoginLink> links = new ArrayList<>();
    private final Map<UUID, Use> used = new HashMap<>();
    private final Map<UUID, Instant> ended = new HashMap<>();

    private record Use(String person, Instant at) {}

    @Override
    public synchronized void add(Token token) {
        if (tokens.stream().noneMatch(it -> it.sha256().equals(token.sha256()))) {
            tokens.add(token);
        }
    }

    @Override
    public synchronized List<Token> live() {
        return tokens.stream()
                .filter(it -> !revoked.contains(it.id()))
                .sorted(Comparator.comparing(Token::createdAt))
                .toList();
    }

    @Override
    public synchronized void revoke(UUID token, String byPerson, Instant at) {
        revoked.add(token);
    }

    @Override
    public synchronized Set<UUID> revoked() {
        return Set.copyOf(revoked);
    }

    @Override
    public synchronized void add(LoginLink link) {
        links.add(link);
    }

    @Override
    public synchronized List<LoginLink.Given> links(Instant now, Instant since) {
        return links.stream()
                .filter(it -> !revoked.contains(it.id()))
                .filter(it -> Optional.ofNullable(used.get(it.id()))
                        .map(use -> use.at().isAfter(since))
                        .orElse(it.expiresAt().isAfter(now)))
                .sorted(Comparator.comparing(LoginLink::createdAt))
                .map(it -> new LoginLink.Given(
                        it, Optional.ofNullable(used.get(it.id())).map(Use::person)))
                .toList();
    }

    @Override
    public synchronized Optional<LoginLink> unused(String sha256) {
        return links.stream()
                .filter(it -> it.sha256().equals(sha256) && !used.containsKey(it.id()) && !revoked.contains(it.id()))
                .findFirst();
    }

    @Override
    public synchronized boolean use(UUID link, String person, Instant at) {
        return used.putIfAbsent(link, new Use(person, at)) == null;
    }

    @Override
    public synchronized boolean anyLinkUsed() {
        return !used.isEmpty();
    }

    @Override
    public synchronized void end(UUID session, String byPerson, Instant at, Instant expiresAt) {
        ended.putIfAbsent(session, expiresAt);
    }

    @Override
    public synchronized Set<UUID> ended(Instant now) {
        return ended.entrySet().stream()
                .filter(it -> it.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
