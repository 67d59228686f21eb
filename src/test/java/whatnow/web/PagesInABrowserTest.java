package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import whatnow.chat.account.ChatService;
import whatnow.chat.account.ChatUser;
import whatnow.chat.account.Linker;
import whatnow.testkit.Caller;
import whatnow.testkit.SampleApplication;
import whatnow.testkit.SampleCards;

/** Every page in a real browser. Screenshots are left in target/screenshots for people to look at. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "whatnow.data=target/browser-data",
            "whatnow.bootstrap-token=" + InABrowser.TOKEN,
        })
class PagesInABrowserTest extends InABrowser {

    private static final List<String> PAGES = List.of(
            "/",
            "/incidents",
            "/incidents/INC-2026-0042",
            "/decisions/DEC-2026-0117",
            "/plans",
            "/plans/freight",
            "/rules",
            "/kb",
            "/kb?type=runbook&tag=postgres",
            "/kb?folder=nowhere",
            "/kb/regional-failover",
            "/kb/regional-failover-checklist",
            "/coverage",
            "/coverage?plan=tracktion&only=gaps",
            "/drafts",
            "/drafts/1",
            "/search?q=failover",
            "/sources",
            "/access",
            "/nothing-here",
            "/sign-in");

    @Autowired
    SampleCards cards;

    @Autowired
    Linker linker;

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsAccessibleWideAndLightNarrowAndDark(ColorScheme scheme) {
        var violations = new ArrayList<String>();
        var width = scheme == ColorScheme.LIGHT ? 1280 : 390;
        try (var person = browser.person(width, scheme, TOKEN)) {
            var page = person.newPage();
            for (var path : PAGES) {
                page.navigate(address(path));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(!path.equals("/rules") && !path.equals("/kb/regional-failover"))
                        .setPath(SCREENSHOTS.resolve(name(path, width, scheme))));
                barriers(page).forEach(it -> violations.add("%d %s %s".formatted(width, scheme, it)));
            }
        }
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1280})
    void noPageScrollsSideways(int width) {
        try (var person = browser.person(width, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            var wide = PAGES.stream()
                    .filter(it -> {
                        page.navigate(address(it));
                        return scrollsSideways(page);
                    })
                    .toList();

            assertThat(wide).isEmpty();
        }
    }

    @Test
    void coverageOfAPlanThatIsUnknownIsNoOtherPlans() {
        var caller = Caller.local(port, TOKEN);

        var plan = caller.get("/coverage?plan=freigth", "text/html");
        var gap = caller.get("/coverage?only=everything", "text/html");

        assertThat(List.of(plan.statusCode(), gap.statusCode())).containsOnly(404);
        assertThat(plan.body()).contains("There is no plan of this name");
        assertThat(gap.body()).contains("No gap has this name");
    }

    @Test
    void sourcesShowWhatFailsFirstAndDoorsThatNobodyUsesAreFoldedAway() {
        try (var person = browser.person(390, ColorScheme.DARK, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/sources"));

            assertThat(page.locator("main").innerText()).contains("12,300 alerts are accepted and not read yet");
            assertThat(page.locator("section[aria-labelledby=probes]").innerText())
                    .contains("down", "connection refused", "1 never gave a right answer")
                    .doesNotContain("leads nowhere");
            assertThat(page.locator("[aria-label='Probes'] tbody th").allInnerTexts())
                    .containsExactly("freight-db", "freight-api");
            page.locator("#never-observed summary").click();
            assertThat(page.locator("[aria-label='Probes that never succeeded']")
                            .innerText())
                    .contains("web", "never observed", "leads nowhere");
            var used = page.locator("[aria-label='Doors in use'] tbody tr").all();
            assertThat(used.getFirst().innerText()).contains("not taken");
            var unused = page.locator("[aria-label='Doors that nobody uses yet']");
            assertThat(unused.isVisible()).isFalse();

            page.locator("#unused-doors summary").click();

            assertThat(unused.isVisible()).isTrue();
            assertThat(barriers(page)).isEmpty();
            assertThat(scrollsSideways(page)).isFalse();
        }
    }

    @Test
    @DisplayName("a chat account is confirmed on a narrow page, and its name is shown as data (N-5)")
    void aChatAccountIsConfirmedOnANarrowPage() {
        var user = new ChatUser(ChatService.SLACK, "T1", "U1");
        try (var person = browser.person(320, ColorScheme.DARK, TOKEN)) {
            var page = person.newPage();
            var code =
                    linker.offer(user, "<img src=x onerror=alert(1)>\u202Eanna").secret();
            var violations = new ArrayList<String>();
            page.navigate(address("/chat/link?code=" + code));
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("chat-link.png")));
            violations.addAll(barriers(page));
            assertThat(scrollsSideways(page)).isFalse();
            assertThat(page.locator("main").innerText()).contains("<img src=x", "[U+202E]anna");

            page.locator("button.primary").click();

            assertThat(page.locator("h1").innerText()).isEqualTo("That is you now");
            violations.addAll(barriers(page));
            page.navigate(address("/access"));
            assertThat(page.locator("section[aria-labelledby=accounts]").innerText())
                    .contains("[U+202E]anna");
            assertThat(scrollsSideways(page)).isFalse();
            violations.addAll(barriers(page));
            page.locator("section[aria-labelledby=accounts] button").click();
            assertThat(linker.person(user)).isEmpty();
            assertThat(violations).isEmpty();
        }
    }

    @Test
    @DisplayName("no page asks another host for anything, and no page runs what a label says (S-1)")
    void noPageAsksAnotherHost() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var asked = new ArrayList<String>();
            var complaints = new ArrayList<String>();
            person.context().onRequest(it -> asked.add(it.url()));
            var page = person.newPage();
            page.onDialog(it -> complaints.add("dialog: " + it.message()));
            page.onConsoleMessage(it -> {
                if (it.type().equals("error") && !it.text().contains("404")) {
                    complaints.add(it.text());
                }
            });
            PAGES.forEach(it -> page.navigate(address(it)));

            assertThat(asked).isNotEmpty().allMatch(it -> it.startsWith(address("/")) || it.startsWith("data:"));
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void thePageRefreshesItselfAndKeepsTheFocus() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/"));
            page.locator("#INC-2026-0042-escalate").focus();
            page.locator("#INC-2026-0042-more > summary").evaluate("it => it.parentElement.open = true");
            cards.show(List.of(SampleCards.database("anna")));

            page.locator("#INC-2026-0043")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                            .setTimeout(12_000));

            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("INC-2026-0042-escalate");
            assertThat(page.locator("#INC-2026-0042-more").getAttribute("open")).isNotNull();
        } finally {
            cards.show(List.of(SampleCards.region(), SampleCards.database("anna"), SampleCards.silence()));
        }
    }

    @Test
    void withNothingOpenThePageSaysWhenEachSourceLastReported() {
        cards.show(List.of());
        try (var person = browser.person(390, ColorScheme.DARK, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/"));
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("nothing-open-390-dark.png")));

            assertThat(page.locator("main").innerText()).contains("Nothing is open", "silent", "47 min ago");
        } finally {
            cards.show(List.of(SampleCards.region(), SampleCards.database("anna"), SampleCards.silence()));
        }
    }

    @Test
    void whoSignsInByKeyboardAcknowledgesAndTicksAStep() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, "")) {
            var page = person.newPage();
            page.navigate(address("/"));
            assertThat(page.url()).endsWith("/sign-in");
            page.fill("#token", TOKEN);
            page.keyboard().press("Enter");
            page.waitForURL(address("/"));
            page.keyboard().press("a");
            page.waitForLoadState();
            page.locator("#INC-2026-0043-step-4").press("Enter");
            page.waitForLoadState();

            page.navigate(address("/incidents/INC-2026-0043"));
            assertThat(page.locator(".timeline").innerText()).contains("acknowledgement", "step_done", "bootstrap");
        }
    }

    @Test
    void theMainButtonsAreLargeEnoughForAThumb() {
        try (var person = browser.person(390, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/"));

            for (var button :
                    page.locator(".actions > form > button, .question button").all()) {
                assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
            }
            for (var button : page.locator("button:visible, summary:visible").all()) {
                assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(24);
            }
        }
    }

    @Test
    void aCheckWithAnEmptyPlaceIsNotOfferedForCopying() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/"));
            var check = page.locator("#INC-2026-0043 [aria-label^='check before step']");

            assertThat(check.innerText()).contains("{replica}");
            assertThat(check.locator(".copy").count()).isZero();
            assertThat(page.locator("#INC-2026-0042 [aria-label^='check before step'] .copy")
                            .count())
                    .isOne();
        }
    }

    @Test
    void aCheckThatWasCopiedStaysCopiedWhenThePageRefreshes() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            person.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = person.newPage();
            page.navigate(address("/"));
            var button = page.locator("#INC-2026-0042 .step.dangerous .copy:not([data-check=''])");
            assertThat(button.innerText()).isEqualTo("Copy its check");
            button.click();
            page.waitForCondition(() -> button.innerText().equals("Copy command"));
            cards.show(List.of(SampleCards.database("anna")));

            page.locator("#INC-2026-0043")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                            .setTimeout(12_000));

            assertThat(button.innerText()).isEqualTo("Copy command");
            button.click();
            page.waitForCondition(() -> button.innerText().equals("Copied"));
            assertThat(page.evaluate("() => navigator.clipboard.readText()").toString())
                    .startsWith("aws rds reboot-db-instance");
        } finally {
            cards.show(List.of(SampleCards.region(), SampleCards.database("anna"), SampleCards.silence()));
        }
    }

    @Test
    void aPageThatWaitsForWhoeverTypesSaysSo() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.clock().install();
            page.navigate(address("/"));
            page.locator("#INC-2026-0042-more > summary").evaluate("it => it.parentElement.open = true");
            page.fill("#INC-2026-0042-note", "half a sentence");
            assertThat(page.locator("#stale").isVisible()).isFalse();

            page.clock().runFor(20_000);

            assertThat(page.locator("#stale").innerText()).contains("waits while you type", "is from");
        }
    }

    @Test
    void aPageThatMayNotBeSeenAnyMoreSaysSoAndIsLoadedAnew() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/incidents/INC-2026-0042"));
            person.context().route("**/incidents/INC-2026-0042", it -> {
                if (it.request().headers().containsKey("hx-request")) {
                    it.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(403));
                } else {
                    it.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setStatus(403)
                            .setBody("closed"));
                }
            });

            page.waitForCondition(
                    () -> page.locator("#stale").isVisible()
                            && page.locator("#stale").innerText().contains("may not see this any more"),
                    new Page.WaitForConditionOptions().setTimeout(12_000));
            page.getByText("closed").waitFor();
        }
    }

    @Test
    void whatIsWrongWithARuleBookIsSaidOnce() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/"));

            assertThat(page.locator("main").innerText().split("did not load: it says nothing", -1))
                    .hasSize(2);
        }
    }

    @Test
    void theCardIsReadableWithoutScripts() {
        var options = new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false);
        assertThat(options).isNotNull();
        try (var person = browser.person(390, ColorScheme.LIGHT, TOKEN)) {
            person.context().route("**/*.js*", it -> it.abort());
            var page = person.newPage();
            page.navigate(address("/"));

            assertThat(page.locator("#INC-2026-0042").innerText()).contains("Did the standby take over?", "Do not");
            assertThat(page.locator(".copy:visible").count()).isZero();
        }
    }

    private static String name(String path, int width, ColorScheme scheme) {
        var plain = path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return "%s-%d-%s.png"
                .formatted(plain.isEmpty() ? "now" : plain, width, scheme.name().toLowerCase(Locale.ROOT));
    }
}
