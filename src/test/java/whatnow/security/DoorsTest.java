package whatnow.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import whatnow.incident.Incidents;
import whatnow.incident.RestrictionEntry;
import whatnow.incident.RestrictionEntry.Kind;
import whatnow.incident.Restrictions;
import whatnow.testkit.SampleApplication;
import whatnow.testkit.SampleCards;

@SpringBootTest(classes = SampleApplication.class, properties = "whatnow.data=target/doors-data")
@AutoConfigureMockMvc
@Import(DoorsTest.Breaking.class)
class DoorsTest {

    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Keyring keyring;

    @Autowired
    Incidents incidents;

    @Autowired
    Restrictions restrictions;

    /** Breaks where anyone may look. */
    @RestController
    static class Breaking {

        @GetMapping("/static/broken")
        String breaks() {
            throw new IllegalStateException("select secret from vault");
        }
    }

    @Test
    @DisplayName("a link is opened by a chat's preview and still works for the person, once (S-9)")
    void aLinkSurvivesItsPreviewAndWorksOnce() {
        var code = keyring.invite(Role.RESPONDER, "admin").secret();

        assertThat(mvc.get().uri("/sign-in/link?code=" + code)).hasStatusOk();
        var form = mvc.get().uri("/sign-in/link?code=" + code).exchange();
        var cookie = requireNonNull(form.getResponse().getCookie("whatnow_form"));
        var first = accept(code, cookie, token(form));
        var second = accept(code, cookie, token(form));

        assertThat(first.getResponse().getStatus()).isEqualTo(302);
        assertThat(first.getResponse().getHeaders("Set-Cookie")).anyMatch(it -> it.startsWith("whatnow_session="));
        assertThat(second.getResponse().getStatus()).isEqualTo(410);
    }

    @Test
    void aLinkDoesNotTakeANameThatARestrictedIncidentNames() {
        var incident = incidents.numbered(SampleCards.DATABASE).orElseThrow().id();
        restrictions.add(new RestrictionEntry(
                incident, Kind.RESTRICTED, SampleCards.NOW, "rules", "an intruder", "carla", Set.of("anna")));
        try {
            var code = keyring.invite(Role.RESPONDER, "admin").secret();
            var form = mvc.get().uri("/sign-in/link?code=" + code).exchange();
            var cookie = requireNonNull(form.getResponse().getCookie("whatnow_form"));

            assertThat(accept(code, cookie, token(form)).getResponse().getStatus())
                    .isEqualTo(409);
            assertThat(keyring.invitation(code)).isPresent();
        } finally {
            restrictions.add(new RestrictionEntry(
                    incident, Kind.LIFTED, SampleCards.NOW, "admin", "it was a drill", "", Set.of()));
        }
    }

    @Test
    @DisplayName("who tries wrong links waits, like who tries wrong tokens (S-8)")
    void whoTriesWrongLinksWaits() {
        var right = keyring.invite(Role.RESPONDER, "admin").secret();
        var form = mvc.get().uri("/sign-in/link?code=" + right).exchange();
        var cookie = requireNonNull(form.getResponse().getCookie("whatnow_form"));

        var answers = java.util.stream.Stream.of("a", "b", "c", "d", "e", right)
                .map(it -> mvc.post()
                        .uri("/sign-in/link")
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.77");
                            return request;
                        })
                        .cookie(cookie)
                        .param("_csrf", token(form))
                        .param("code", it)
                        .param("name", "anna")
                        .exchange()
                        .getResponse()
                        .getStatus())
                .toList();

        assertThat(answers).containsExactly(410, 410, 410, 410, 410, 429);
        assertThat(keyring.invitation(right)).isPresent();
    }

    @Test
    @DisplayName("a form without its token changes nothing (S-6)")
    void aFormWithoutItsTokenChangesNothing() {
        var session = signedIn();

        assertThat(mvc.post()
                        .uri("/incidents/" + SampleCards.DATABASE + "/acknowledge")
                        .cookie(session))
                .hasStatus(403);
    }

    @Test
    @DisplayName("another site's form changes nothing, whatever it carries (S-6)")
    void anotherSitesFormChangesNothing() {
        for (var route : RouteTable.shipped().all()) {
            if (route.methods().contains("POST")) {
                var path = route.path().getPatternString().replaceAll("\\{[^}]*}", "x");
                assertThat(mvc.post().uri(path).cookie(signedIn()).header("Sec-Fetch-Site", "cross-site"))
                        .as(path)
                        .hasStatus(403);
                assertThat(mvc.post().uri(path).header("Host", "localhost").header("Origin", "https://evil.example"))
                        .as(path)
                        .hasStatus(403);
            }
        }
    }

    @Test
    @DisplayName("headers close the page to frames, other hosts and caches (S-24)")
    void headersCloseThePage() {
        assertThat(mvc.get().uri("/").cookie(signedIn()))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src"
                                + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .doesNotContainHeader("Strict-Transport-Security");
        assertThat(mvc.get().uri("/sign-in").secure(true)).containsHeader("Strict-Transport-Security");
    }

    @Test
    @DisplayName("a failure has an id and says nothing of how we work inside (S-29)")
    void aFailureSaysNothingOfTheInside() {
        assertThat(mvc.get().uri("/static/broken").accept("application/json"))
                .hasStatus(500)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("\"id\"")
                .doesNotContain("vault", "IllegalState", "whatnow.", "at org");
        assertThat(mvc.get().uri("/static/broken").accept("text/html"))
                .hasStatus(500)
                .bodyText()
                .contains("<html", "Something broke here", "may or may not have been done")
                .doesNotContain("vault", "IllegalState", "Nothing was changed");
    }

    @Test
    void chatsWithoutASecretFindTheirDoorsClosed() {
        for (var path : Set.of("/chat/slack/command", "/chat/slack/action")) {
            assertThat(mvc.post().uri(path).cookie(signedIn()))
                    .hasStatus(404)
                    .bodyText()
                    .startsWith("Slack is not set up here. Set whatnow.slack.signing-secret");
        }
        for (var path : Set.of("/chat/mattermost/command", "/chat/mattermost/action")) {
            assertThat(mvc.post().uri(path).cookie(signedIn()))
                    .hasStatus(404)
                    .bodyText()
                    .startsWith("Mattermost is not set up here. Set whatnow.mattermost.tokens");
        }
    }

    @Test
    void htmxGetsTheCardsWithoutThePageAroundThem() {
        assertThat(mvc.get().uri("/").cookie(signedIn()).header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<div id=\"cards\"")
                .doesNotContain("<html");
    }

    @Test
    @DisplayName("what a label hides is spelt out (N-5)")
    void whatALabelHidesIsSpeltOut() {
        assertThat(mvc.get().uri("/").cookie(signedIn()))
                .bodyText()
                .contains("pay[U+202E]emtnorf[U+200B]&lt;img")
                .doesNotContain("\u202E", "<img");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult accept(
            String code, Cookie cookie, String token) {
        return mvc.post()
                .uri("/sign-in/link")
                .cookie(cookie)
                .param("_csrf", token)
                .param("code", code)
                .param("name", "anna")
                .exchange();
    }

    private Cookie signedIn() {
        var code = keyring.invite(Role.COMMANDER, "admin").secret();
        var form = mvc.get().uri("/sign-in/link?code=" + code).exchange();
        var answer = accept(code, requireNonNull(form.getResponse().getCookie("whatnow_form")), token(form));
        return answer.getResponse().getHeaders("Set-Cookie").stream()
                .filter(it -> it.startsWith("whatnow_session="))
                .map(it -> new Cookie(
                        "whatnow_session", it.replaceFirst("^[^=]*=", "").replaceFirst(";.*", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String token(org.springframework.test.web.servlet.assertj.MvcTestResult page) {
        try {
            var match = FORM.matcher(page.getResponse().getContentAsString());
            assertThat(match.find()).isTrue();
            return match.group(1);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
