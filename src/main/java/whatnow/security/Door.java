package whatnow.security;

import java.time.Duration;
import java.util.Optional;

/** Where a token is shown: it is known, or not, or too many wrong ones came from there. */
public class Door {

    /** What happened at the door. */
    public sealed interface Answer {}

    public record Known(Token token) implements Answer {}

    public record Unknown() implements Answer {}

    public record TooMany(Duration pause) implements Answer {}

    private final Keyring keyring;
    private final Attempts attempts;

    Door(Keyring keyring, Attempts attempts) {
        this.keyring = keyring;
        this.attempts = attempts;
    }

    public Answer knock(String secret, String address) {
        var sha256 = Secret.sha256(secret);
        var wait = attempts.wait(address, sha256);
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        var token = keyring.hashed(sha256);
        if (token.isEmpty()) {
            attempts.failed(address);
            return new Unknown();
        }
        attempts.worked(address, sha256);
        return new Known(token.get());
    }

    /** As {@link #knock}, and whoever is not let in has not tried yet: they are sent on and knock there. */
    Optional<Token> glance(String secret, String address) {
        var sha256 = Secret.sha256(secret);
        if (attempts.wait(address, sha256).isPresent()) {
            return Optional.empty();
        }
        var token = keyring.hashed(sha256);
        token.ifPresent(_ -> attempts.worked(address, sha256));
        return token;
    }

    /** How long an address waits before a login link of it is looked at; empty when it may come now. */
    public Optional<Duration> linkPause(String address, String code) {
        return attempts.wait(address, Secret.sha256(code));
    }

    /** A login link that was wrong counts like a wrong token. */
    public void wrongLink(String address) {
        attempts.failed(address);
    }
}
