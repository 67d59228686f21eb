package whatnow.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every keeper of tokens must do, whatever it is written on. */
abstract class TokensContract {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    abstract Tokens tokens();

    @Test
    void aTokenIsReadBackAsItWasKept() {
        var token = token("anna");

        tokens().add(token);

        assertThat(tokens().live()).containsExactly(token);
    }

    @Test
    void aRevokedTokenIsNoLongerLiveAndStaysRevoked() {
        var token = token("anna");
        tokens().add(token);

        tokens().revoke(token.id(), "bea", NOON);
        tokens().revoke(token.id(), "bea", NOON);

        assertThat(tokens().live()).isEmpty();
        assertThat(tokens().revoked()).containsExactly(token.id());
    }

    @Test
    @DisplayName("a login link works once (S-9)")
    void aLoginLinkWorksOnce() {
        var link = new LoginLink(
                UUID.randomUUID(), Role.ADMIN, Secret.sha256("x"), NOON, "first start", NOON.plusSeconds(3600));
        tokens().add(link);
        assertThat(tokens().unused(link.sha256())).contains(link);

        assertThat(tokens().use(link.id(), "anna", NOON)).isTrue();
        assertThat(tokens().use(link.id(), "mallory", NOON)).isFalse();

        assertThat(tokens().unused(link.sha256())).isEmpty();
        assertThat(tokens().anyLinkUsed()).isTrue();
    }

    @Test
    void aLinkIsListedWhileItWorksOrItsSessionMayLiveAndUntilItIsRevoked() {
        var open = link("open");
        var used = link("used");
        tokens().add(open);
        tokens().add(used);
        tokens().use(used.id(), "anna", NOON.plusSeconds(60));

        assertThat(tokens().links(NOON.plusSeconds(60), NOON))
                .containsExactlyInAnyOrder(
                        new LoginLink.Given(open, Optional.empty()), new LoginLink.Given(used, Optional.of("anna")));
        assertThat(tokens().links(NOON.plusSeconds(3600), NOON.plusSeconds(60))).isEmpty();

        tokens().revoke(open.id(), "bea", NOON);
        tokens().revoke(used.id(), "bea", NOON);
        assertThat(tokens().links(NOON.plusSeconds(60), NOON)).isEmpty();
        assertThat(tokens().unused(open.sha256())).isEmpty();
        assertThat(tokens().revoked()).containsExactlyInAnyOrder(open.id(), used.id());
    }

    static LoginLink link(String secret) {
        return new LoginLink(
                UUID.randomUUID(), Role.RESPONDER, Secret.sha256(secret), NOON, "admin", NOON.plusSeconds(3600));
    }

    @Test
    void anEndedSessionIsRememberedUntilItWouldHaveEndedByItself() {
        var session = UUID.randomUUID();

        tokens().end(session, "anna", NOON, NOON.plusSeconds(60));

        assertThat(tokens().ended(NOON)).containsExactly(session);
        assertThat(tokens().ended(NOON.plusSeconds(60))).isEmpty();
    }

    static Token token(String name) {
        return new Token(UUID.randomUUID(), name, Role.RESPONDER, Secret.sha256(name), NOON, "admin");
    }
}
