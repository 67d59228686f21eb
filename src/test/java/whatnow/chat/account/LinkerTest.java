package whatnow.chat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.chat.account.AccountsContract.ANNA;
import static whatnow.chat.account.AccountsContract.BEN;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import whatnow.security.Keyrings;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.testkit.MovableClock;

class LinkerTest {

    private static final Person RESPONDER = new Person("anna", Role.RESPONDER);

    private final MovableClock clock = new MovableClock();
    private final Keyrings keys = new Keyrings(clock);
    private final BreakableAccounts accounts = new BreakableAccounts();
    private final Linker linker = new Linker(accounts, keys.keyring(), clock);
    private final UUID token = keys.issue("anna", Role.RESPONDER);

    /** A database that can be away. */
    private static final class BreakableAccounts extends InMemoryAccounts {

        boolean away;

        @Override
        public synchronized List<LinkedUser> links() {
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            return super.links();
        }
    }

    @Test
    void whoAcceptsAnOfferIsThatUserFromThenOn() {
        assertThat(linker.person(ANNA)).isEmpty();

        linker.accept(linker.offer(ANNA, "anna.b").secret(), RESPONDER, token);

        assertThat(linker.person(ANNA)).contains(RESPONDER);
        assertThat(linker.person(BEN)).isEmpty();
    }

    @Test
    @DisplayName("a code works once and for thirty minutes (S-5)")
    void aCodeWorksOnceAndForThirtyMinutes() {
        var used = linker.offer(ANNA, "anna.b").secret();
        linker.accept(used, RESPONDER, token);
        var old = linker.offer(BEN, "ben").secret();
        clock.passes(Duration.ofMinutes(30));

        assertThat(linker.accept(used, new Person("mallory", Role.VIEWER), token))
                .isEqualTo(new Linker.Gone());
        assertThat(linker.accept(old, RESPONDER, token)).isEqualTo(new Linker.Gone());
        assertThat(linker.accept("guessed", RESPONDER, token)).isEqualTo(new Linker.Gone());
    }

    @Test
    void lookingAtAnOfferDoesNotUseItUp() {
        var code = linker.offer(ANNA, "anna.b").secret();

        assertThat(linker.offered(code)).get().returns("anna.b", Offer::handle);
        assertThat(linker.offered(code)).isPresent();
    }

    @Test
    void twoPeopleCannotTakeOneUser() {
        linker.accept(linker.offer(ANNA, "anna.b").secret(), RESPONDER, token);

        var outcome = linker.accept(linker.offer(ANNA, "anna.b").secret(), new Person("mallory", Role.ADMIN), token);

        assertThat(outcome).isEqualTo(new Linker.Taken("anna"));
        assertThat(linker.person(ANNA)).contains(RESPONDER);
    }

    @Test
    void thePersonMayLinkAgainWithAnotherRole() {
        linker.accept(linker.offer(ANNA, "anna.b").secret(), RESPONDER, token);

        linker.accept(linker.offer(ANNA, "anna.b").secret(), new Person("anna", Role.COMMANDER), token);

        assertThat(linker.person(ANNA)).contains(new Person("anna", Role.COMMANDER));
        assertThat(linker.links()).hasSize(1);
    }

    @Test
    @DisplayName("a machine's token links nobody (S-10)")
    void aMachinesTokenLinksNobody() {
        var outcome = linker.accept(linker.offer(ANNA, "anna.b").secret(), new Person("am", Role.INTAKE), token);

        assertThat(outcome).isEqualTo(new Linker.ForPeopleOnly());
        assertThat(linker.person(ANNA)).isEmpty();
    }

    @Test
    @DisplayName("revoking what somebody came with ends the link, and somebody else can take the user (S-7)")
    void revokingWhatSomebodyCameWithEndsTheLink() {
        linker.accept(linker.offer(ANNA, "anna.b").secret(), RESPONDER, token);

        keys.keyring().revoke(token, "admin");

        assertThat(linker.person(ANNA)).isEmpty();
        assertThat(linker.links()).isEmpty();
        var other = new Person("ben", Role.VIEWER);
        assertThat(linker.accept(linker.offer(ANNA, "anna.b").secret(), other, keys.issue("ben", Role.VIEWER)))
                .isInstanceOf(Linker.Linked.class);
    }

    @Test
    void whoIsUnlinkedIsNobodyAtOnce() {
        linker.accept(linker.offer(ANNA, "anna.b").secret(), RESPONDER, token);

        linker.unlink(linker.links().getFirst().id(), "admin");

        assertThat(linker.person(ANNA)).isEmpty();
    }

    @Test
    void whoWasLinkedStaysKnownWhileTheDatabaseIsAway() {
        linker.accept(linker.offer(ANNA, "anna.b").secret(), RESPONDER, token);

        accounts.away = true;

        assertThat(linker.person(ANNA)).contains(RESPONDER);
    }
}
