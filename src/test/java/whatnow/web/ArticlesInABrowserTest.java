package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import whatnow.knowledge.Library;
import whatnow.testkit.Caller;
import whatnow.testkit.SampleApplication;

/** An article with all that can be written, and a shelf of a few hundred. */
@SpringBootTest(
        classes = {SampleApplication.class, ArticlesInABrowserTest.Shelf.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/articles-data", "whatnow.bootstrap-token=" + InABrowser.TOKEN})
class ArticlesInABrowserTest extends InABrowser {

    private static final Path FOLDER = Path.of("target/articles");

    /** What pages beside the articles are called, and could be called beneath them. */
    private static final List<String> NAMES_OF_PAGES = List.of("drafts", "coverage", "files");

    @TestConfiguration(proxyBeanMethods = false)
    static class Shelf {

        @Bean
        @Primary
        Library shelf() {
            try {
                Files.createDirectories(FOLDER.resolve("db/orders"));
                Files.writeString(FOLDER.resolve("db/orders/everything.md"), EVERYTHING);
                Files.writeString(FOLDER.resolve("db/orders/map.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
                for (var name : NAMES_OF_PAGES) {
                    Files.writeString(
                            FOLDER.resolve(name + ".md"),
                            "---\nid: %1$s\ntype: lesson\ntitle: The article %1$s\nstatus: draft\n---\n\n# x\n"
                                    .formatted(name));
                }
                for (var number = 0; number < 247; number++) {
                    Files.writeString(FOLDER.resolve("db/filler-" + number + ".md"), filler(number));
                }
                return Library.of(FOLDER);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void anArticleWithEverythingIsReadableWideAndNarrow(ColorScheme scheme) {
        for (var width : List.of(1280, 390)) {
            try (var person = browser.person(width, scheme, TOKEN)) {
                var page = person.newPage();
                page.navigate(address("/kb/everything"));
                page.locator("iframe.diagram").scrollIntoViewIfNeeded();
                page.locator(".prose details > summary").waitFor();
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve("article-%d-%s.png"
                                .formatted(width, scheme.name().toLowerCase(Locale.ROOT)))));

                assertThat(barriers(page)).isEmpty();
                assertThat(scrollsSideways(page)).isFalse();
                assertThat(page.frameLocator("iframe.diagram").locator("svg").textContent())
                        .contains("Primary", "Replica");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"320, DARK", "1280, LIGHT"})
    void aLongShelfIsTurnedPageByPage(int width, ColorScheme scheme) {
        try (var person = browser.person(width, scheme, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/kb"));

            assertThat(page.locator(".articles tbody tr").count()).isEqualTo(100);
            assertThat(page.locator(".pages").innerText()).contains("251 of 251 articles, page 1 of 3");
            assertThat(barriers(page)).isEmpty();
            assertThat(scrollsSideways(page)).isFalse();
            page.locator("[rel=next]").click();
            assertThat(page.url()).endsWith("/kb?page=2");
            assertThat(page.locator(".articles tbody tr").count()).isEqualTo(100);
        }
    }

    @Test
    void anArticleMayBeCalledAsAPageIs() {
        var caller = Caller.local(port, TOKEN);

        assertThat(NAMES_OF_PAGES)
                .allSatisfy(it ->
                        assertThat(caller.get("/kb/" + it, "text/html").body()).contains("<h1", "The article " + it));
    }

    @Test
    void noPageTakesTheAddressOfAnArticle() throws IOException {
        var routes = new ClassPathResource("routes.txt").getContentAsString(StandardCharsets.UTF_8);

        assertThat(routes.lines().filter(it -> it.contains(" /kb/")).map(it -> it.split("\\s+")[1]))
                .contains("/kb/{slug}")
                .noneMatch(it -> it.matches("/kb/[a-z0-9-]+"));
    }

    @Test
    void aResponderSeesAtTheTopWhatAnArticleIsFor() {
        var page = Caller.local(port, TOKEN).get("/kb/everything", "text/html").body();
        var plain = page.substring(0, page.indexOf("<h1")).replaceAll("<[^>]*>", "");

        assertThat(plain)
                .contains("regions us-east-1, us-west-2", "service tiers tier 1", "RTO 4 h", "takes about 3 min");
    }

    @Test
    void theShelfIsNarrowedDownByAddressesAlone() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            person.context().route("**/*.js*", it -> it.abort());
            var page = person.newPage();
            page.navigate(address("/kb"));
            page.locator(".facets a", new Page.LocatorOptions().setHasText("db/orders"))
                    .click();

            assertThat(page.url()).endsWith("/kb?folder=db%2Forders");
            assertThat(page.locator(".articles tbody tr").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("Everything", "operational review", "team-database", "2026-10-01");
            page.locator(".wanted a.chip").click();
            assertThat(page.url()).endsWith("/kb");
        }
    }

    @Test
    void anArticleSaysWhatItIsAboutAndWhoPointsToIt() {
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/kb/everything"));
            var about = page.locator(".about-article").innerText();

            assertThat(about).contains("postgres & co", "LagHigh", "Filler 1", "in How");
            page.locator(".about-article a", new Page.LocatorOptions().setHasText("postgres & co"))
                    .click();
            assertThat(page.locator(".articles tbody tr").count()).isEqualTo(1);
            page.navigate(address("/kb/filler-2"));
            assertThat(page.locator(".alarm").innerText()).contains("was replaced", "Everything");
            page.navigate(address("/kb/everything"));
            assertThat(page.locator(".toc a").allInnerTexts())
                    .containsExactly("One", "Two", "Three", "Same", "Same", "Last");
            page.locator(".toc a").nth(4).click();
            assertThat(page.url()).endsWith("#same-2");
            assertThat(page.locator("#same-2").count()).isEqualTo(1);
        }
    }

    private static String filler(int number) {
        return """
                ---
                id: filler-%1$d
                type: runbook
                title: Filler %1$d
                category: recovery_procedures
                owner: team-%2$d
                status: approved
                tags: [tag-%1$d]
                ---

                # Filler %1$d

                ## How

                %3$s
                """.formatted(number, number % 40, number == 1 ? "See [[everything#two|this]]." : "Text.");
    }

    private static final String EVERYTHING = """
            ---
            id: everything
            type: runbook
            title: Everything
            category: troubleshooting_guides
            services: [orders-db]
            alerts: [LagHigh]
            tags: ['postgres & co']
            owner: team-database
            status: operational_review
            last_reviewed: 2026-10-01
            tiers: [tier_1]
            regions: [us-east-1, us-west-2]
            rto: PT4H
            estimated_duration: PT3M
            supersedes: [filler-2]
            ---

            # Everything

            Behind[^1], ~~never~~, https://www.example.org/a/very/long/address/%s, [gone](gone.md).

            ## One

            > [!WARNING]
            > Hot.

            > [!CAUTION]
            > Hotter.

            > [!NOTE]
            > A note.

            > [!TIP]
            > A tip.

            > [!IMPORTANT]
            > It matters.

            ## Two

            ```mermaid
            flowchart LR
              Primary -->|WAL| Replica
            ```

            ## Three

            | metric | command |
            |---|---|
            | lag | `psql -c "select %s from pg_stat_replication"` |

            ```sh
            psql "host=%s"
            ```

            - [ ] open
            - [x] done

            ![The map](map.svg)

            ## Same {#same}

            Text.

            ## Same {#same}

            Text.

            ## Last

            Text.

            [^1]: In bytes.
            """.formatted("x".repeat(200), "x".repeat(200), "x".repeat(200));
}
