package whatnow.chat.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import whatnow.security.Person;
import whatnow.security.Role;
import whatnow.security.Secret;

/** What every keeper of chat accounts must do, whatever it is written on. */
abstract class AccountsContract {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final ChatUser ANNA = new ChatUser(ChatService.SLACK, "T1", "U1");
    static final ChatUser BEN = new ChatUser(ChatService.SLACK, "T1", "U2");

    abstract Accounts accounts();

    @Test
    void anOfferIsReadBackAsItWasMade() {
        var offer = offer("x", ANNA);

        accounts().offer(offer, NOON);

        assertThat(accounts().offered(offer.sha256())).contains(offer);
        assertThat(accounts().offered(Secret.sha256("y"))).isEmpty();
    }

    @Test
    void aNewOfferTakesThePlaceOfTheEarlierOneOfTheSameUser() {
        accounts().offer(offer("x", ANNA), NOON);
        accounts().offer(offer("z", BEN), NOON);

        accounts().offer(offer("y", ANNA), NOON);

        assertThat(accounts().offered(Secret.sha256("x"))).isEmpty();
        assertThat(accounts().offered(Secret.sha256("y"))).isPresent();
        assertThat(accounts().offered(Secret.sha256("z"))).isPresent();
    }

    @Test
    void offersThatExpiredAreForgottenWithTheNextOne() {
        accounts().offer(offer("x", ANNA), NOON);

        accounts().offer(offer("y", BEN), NOON.plusSeconds(1800));

        assertThat(accounts().offered(Secret.sha256("x"))).isEmpty();
    }

    @Test
    void aLinkIsReadBackAsItWasMade() {
        accounts().offer(offer("x", ANNA), NOON);
        var link = link(ANNA, "anna");

        assertThat(accounts().link(link, Secret.sha256("x"))).isTrue();

        assertThat(accounts().links()).containsExactly(link);
    }

    @Test
    void anOfferLinksOnce() {
        accounts().offer(offer("x", ANNA), NOON);

        assertThat(accounts().link(link(ANNA, "anna"), Secret.sha256("x"))).isTrue();
        assertThat(accounts().link(link(BEN, "mallory"), Secret.sha256("x"))).isFalse();

        assertThat(accounts().links()).extracting(LinkedUser::user).containsExactly(ANNA);
    }

    @Test
    void twoPersonsCannotTakeOneUser() {
        accounts().offer(offer("x", ANNA), NOON);
        accounts().link(link(ANNA, "anna"), Secret.sha256("x"));
        accounts().offer(offer("y", ANNA), NOON);

        assertThat(accounts().link(link(ANNA, "mallory"), Secret.sha256("y"))).isFalse();

        assertThat(accounts().links()).extracting(it -> it.person().name()).containsExactly("anna");
    }

    @Test
    void onePersonMayHaveSeveralUsers() {
        accounts().offer(offer("x", ANNA), NOON);
        accounts().offer(offer("y", BEN), NOON);

        assertThat(accounts().link(link(ANNA, "anna"), Secret.sha256("x"))).isTrue();
        assertThat(accounts().link(link(BEN, "anna"), Secret.sha256("y"))).isTrue();
    }

    @Test
    void whoIsUnlinkedCanBeLinkedAgain() {
        accounts().offer(offer("x", ANNA), NOON);
        var first = link(ANNA, "anna");
        accounts().link(first, Secret.sha256("x"));

        assertThat(accounts().unlink(first, "admin", NOON)).isTrue();
        assertThat(accounts().unlink(first, "admin", NOON)).isFalse();
        assertThat(accounts().links()).isEmpty();

        accounts().offer(offer("y", ANNA), NOON);
        assertThat(accounts().link(link(ANNA, "ben"), Secret.sha256("y"))).isTrue();
    }

    static Offer offer(String code, ChatUser user) {
        return new Offer(Secret.sha256(code), user, "somebody", NOON.plusSeconds(1800));
    }

    static LinkedUser link(ChatUser user, String person) {
        return new LinkedUser(
                UUID.randomUUID(), user, "somebody", new Person(person, Role.RESPONDER), UUID.randomUUID(), NOON);
    }
}
