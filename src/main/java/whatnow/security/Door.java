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
        var wait = attempts.wait(address, secret);
        if (wait.isPresent()) {
            return new TooMany(wait.get());
        }
        var token = keyring.find(secret);
        if (token.isEmpty()) {
            attempts.failed(address);
            return new Unknown();
        }
        attempts.worked(address, secret);
        return new Known(token.get());
    }

    /** How long an address waits before a login link of it is looked at; empty when it may come now. */
    public Optional<Duration> linkPause(String address, String code) {
        return attempts.wait(address, code);
    }

    /** A login link that was wrong counts like a wrong token. */
    public void wrongLink(String address) {
        attempts.failed(address);
    }
}
