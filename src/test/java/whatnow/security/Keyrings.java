package whatnow.security;

import java.util.UUID;
import whatnow.time.Now;

/** Keys for tests of other packages. */
public final class Keyrings {

    private final Keyring keyring;

    public Keyrings(Now now) {
        keyring = new Keyring(new InMemoryTokens(), now);
    }

    public Keyring keyring() {
        return keyring;
    }

    public UUID issue(String name, Role role) {
        return keyring.issue(name, role, "test").token().id();
    }
}
