package whatnow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.testkit.MovableClock;

class KeyringTest {

    /** While one reading fails, another thread reads what was written since. */
    @Test
    void aReadingThatFailsNeverBringsBackWhatWasKnownBeforeIt() {
        Queue<Runnable> meanwhile = new ArrayDeque<>();
        var tokens = new InMemoryTokens() {
            @Override
            public synchronized List<Token> live() {
                var first = meanwhile.poll();
                if (first != null) {
                    first.run();
                    throw new DataAccessResourceFailureException("away");
                }
                return super.live();
            }
        };
        var keyring = new Keyring(tokens, new MovableClock());
        var issued = new ArrayDeque<Keyring.Issued>();
        meanwhile.add(() -> {
            issued.add(keyring.issue("anna", Role.RESPONDER, "admin"));
            issued.add(keyring.issue("bea", Role.RESPONDER, "admin"));
            keyring.revoke(issued.getLast().token().id(), "admin");
        });

        assertThat(keyring.find("nobody's")).isEmpty();

        assertThat(keyring.find(issued.getFirst().secret())).isPresent();
        assertThat(keyring.isRevoked(issued.getLast().token().id())).isTrue();
    }
}
