package whatnow.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import whatnow.testkit.MovableClock;

class SessionsTest {

    final MovableClock clock = new MovableClock();
    final Keyring keyring = new Keyring(new InMemoryTokens(), clock);
    final Sessions sessions = new Sessions(new byte[32], keyring, clock);
    final MockHttpServletRequest request = new MockHttpServletRequest();
    final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aSessionLivesTwelveHours() {
        signIn();

        clock.passes(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.find(request)).isPresent();

        clock.passes(Duration.ofSeconds(1));
        assertThat(sessions.find(request)).isEmpty();
    }

    @Test
    @DisplayName("a cookie with one changed letter is nobody's (S-31)")
    void aChangedCookieIsNobodys() {
        var cookie = sessions.write(new Session(
                UUID.randomUUID(), new Person("anna|admin", Role.VIEWER), UUID.randomUUID(), MovableClock.NOON));

        assertThat(sessions.read(cookie))
                .get()
                .extracting(it -> it.person().name())
                .isEqualTo("anna|admin");
        for (var i = 0; i < cookie.length(); i++) {
            var changed = cookie.substring(0, i) + (cookie.charAt(i) == 'A' ? 'B' : 'A') + cookie.substring(i + 1);
            if (!changed.equals(cookie)) {
                assertThat(sessions.read(changed))
                        .as(changed)
                        .satisfiesAnyOf(
                                it -> assertThat(it).isEmpty(),
                                // The last letter of a base64 text carries unused bits only.
                                it -> assertThat(it).map(Session::person).contains(new Person("x", Role.ADMIN)));
            }
        }
    }

    @Test
    @DisplayName("signing out ends the session for good, also for who kept a copy of the cookie (S-7)")
    void signingOutEndsTheSession() {
        signIn();

        sessions.end(request, response);

        assertThat(sessions.find(request)).isEmpty();
    }

    @Test
    void revokingATokenEndsTheSessionsItOpened() {
        var token = keyring.issue("anna", Role.RESPONDER, "admin").token();
        signIn(token.id());
        assertThat(sessions.find(request)).isPresent();

        keyring.revoke(token.id(), "admin");

        assertThat(sessions.find(request)).isEmpty();
    }

    @Test
    void revokingALoginLinkEndsTheSessionThatItBegan() {
        var secret = keyring.invite(Role.RESPONDER, "admin").secret();
        var link = keyring.accept(secret, new Person("anna", Role.RESPONDER)).orElseThrow();
        signIn(link.id());
        assertThat(keyring.links()).singleElement().returns(java.util.Optional.of("anna"), LoginLink.Given::person);

        keyring.revoke(link.id(), "admin");

        assertThat(sessions.find(request)).isEmpty();
        assertThat(keyring.links()).isEmpty();
    }

    @Test
    @DisplayName("the cookie is closed to scripts, and to plain HTTP once there was HTTPS (S-7)")
    void theCookieIsClosed() {
        request.setSecure(true);

        sessions.begin(new Person("anna", Role.VIEWER), UUID.randomUUID(), request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-whatnow_session=")
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/");
    }

    private void signIn() {
        signIn(UUID.randomUUID());
    }

    private void signIn(UUID credential) {
        sessions.begin(new Person("anna", Role.RESPONDER), credential, request, response);
        var cookie = requireNonNull(response.getHeader("Set-Cookie"))
                .replaceFirst(";.*", "")
                .split("=", 2);
        request.setCookies(new jakarta.servlet.http.Cookie(cookie[0], cookie[1]));
    }
}
