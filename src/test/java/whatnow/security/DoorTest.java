package whatnow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import whatnow.testkit.MovableClock;

class DoorTest {

    final MovableClock clock = new MovableClock();
    final Keyring keyring = new Keyring(new InMemoryTokens(), clock);
    final Door door = new Door(keyring, new Attempts(clock));

    @Test
    @DisplayName("of 10,000 guesses in an hour at most 100 are looked at (S-8)")
    void guessesAreLookedAtRarely() {
        var looked = 0;
        for (var i = 0; i < 10_000; i++) {
            looked += door.knock("wn_guess" + i, "192.0.2.1") instanceof Door.Unknown ? 1 : 0;
            clock.passes(Duration.ofMillis(360));
        }
        assertThat(looked).isLessThanOrEqualTo(100);
    }

    @Test
    @DisplayName("a glance lets nobody in who must wait, and counts nothing (S-8)")
    void aGlanceLetsNobodyInWhoMustWait() {
        var token = keyring.issue("monitor", Role.INTAKE, "admin").secret();
        for (var i = 0; i < 10; i++) {
            assertThat(door.glance("wn_guess" + i, "192.0.2.1")).isEmpty();
        }
        assertThat(door.glance(token, "192.0.2.1")).as("nothing was counted").isPresent();

        for (var i = 0; i < 10; i++) {
            door.knock("wn_guess" + i, "192.0.2.2");
        }

        assertThat(door.glance(token, "192.0.2.2"))
                .as("it was never shown there")
                .isEmpty();
        assertThat(door.glance(token, "192.0.2.1")).isPresent();
        assertThat(door.knock(token, "192.0.2.1")).isInstanceOf(Door.Known.class);
    }

    @Test
    @DisplayName("whoever guesses cannot lock out who shares the address (S-8)")
    void theOnCallEngineerIsNotLockedOut() {
        var token = keyring.issue("anna", Role.RESPONDER, "admin").secret();
        assertThat(door.knock(token, "192.0.2.1")).isInstanceOf(Door.Known.class);

        for (var i = 0; i < 100; i++) {
            door.knock("wn_guess" + i, "192.0.2.1");
        }

        assertThat(door.knock(token, "192.0.2.1")).isInstanceOf(Door.Known.class);
    }
}
