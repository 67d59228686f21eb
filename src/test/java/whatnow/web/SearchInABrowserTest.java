package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import whatnow.testkit.SampleApplication;

/** Searching with the hands on the keyboard. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/search-data", "whatnow.bootstrap-token=" + InABrowser.TOKEN})
class SearchInABrowserTest extends InABrowser {

    @Test
    void resultsComeWhileOneTypesAndNothingFlickers() {
        try (var person = browser.person(390, ColorScheme.DARK, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/search"));
            page.evaluate("""
                    () => {
                      window.lost = 0;
                      const found = document.getElementById('found');
                      new MutationObserver(() => { if (!found.innerText.trim()) window.lost++; })
                        .observe(found, { childList: true });
                    }
                    """);

            page.keyboard().press("/");
            page.keyboard().type("replication la", new Keyboard.TypeOptions().setDelay(60));
            page.locator(".hits h2 >> text=Replication lag").first().waitFor();

            assertThat(page.locator(".hits h2").first().innerText()).contains("Replication lag");
            assertThat(page.locator(".hits mark").first().innerText()).isNotBlank();
            assertThat(page.evaluate("() => window.lost")).isEqualTo(0);
            assertThat(page.url()).contains("/search?q=replication");
            assertThat(barriers(page)).isEmpty();
            assertThat(scrollsSideways(page)).isFalse();
        }
    }

    @Test
    void theIncidentStaysWhileOneTypes() {
        try (var person = browser.person(390, ColorScheme.DARK, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/search?incident=INC-2026-0001"));

            page.locator("#find").pressSequentially("standby");
            page.locator(".hits h2").first().waitFor();

            assertThat(page.locator("main").innerText()).contains("What is about INC-2026-0001 comes first.");
            assertThat(page.url()).endsWith("/search?q=standby&incident=INC-2026-0001");
            assertThat(barriers(page)).isEmpty();
            assertThat(scrollsSideways(page)).isFalse();
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("search-in-an-incident.png")));
        }
    }

    @Test
    void theArrowLeadsToTheFirstSectionAndReturnOpensIt() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/search?q=replication+lag"));

            page.keyboard().press("/");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/kb/replication-lag#*");

            assertThat(page.locator("h1").innerText()).isEqualTo("Replication lag");
        }
    }

    @Test
    void withoutScriptsItIsAForm() {
        try (var person = browser.person(390, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/search"));
            page.fill("#find", "replicaton lag type:runbook");
            page.click(".lookup button");

            assertThat(page.locator("main").innerText()).contains("Did you mean", "Why this");
            page.locator(".narrow summary").click();
            assertThat(page.locator(".narrow").innerText()).contains("category");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("search-typed.png")));
        }
    }
}
