package whatnow.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven without a window. Nothing is downloaded. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Skips the test where there is no Chromium, unless everything is required. */
    public static Browser launch() {
        if (!"1".equals(System.getenv("WHATNOW_REQUIRE_ALL"))) {
            Assumptions.assumeTrue(
                    Files.isExecutable(CHROMIUM),
                    "Skipped: pages are not looked at, because /usr/bin/chromium is missing.");
        }
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(QUIET));
        return new Browser(playwright, chromium);
    }

    /** Somebody who looks at pages; whatever is still loading is left alone before the browser forgets all of it. */
    public record Person(BrowserContext context) implements AutoCloseable {

        public Page newPage() {
            return context.newPage();
        }

        /** Chromium sometimes never ends a person whose last click still leads somewhere. */
        @Override
        public void close() {
            for (var page : context.pages()) {
                try {
                    page.navigate("about:blank");
                } catch (PlaywrightException _) {
                    // It leads nowhere any more, which is all that is wanted.
                }
            }
            context.close();
        }
    }

    /** @param token signs every request in; empty for a stranger */
    public Person person(int width, ColorScheme scheme, String token) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setColorScheme(scheme);
        if (!token.isEmpty()) {
            options.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
        }
        return new Person(chromium.newContext(options));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
