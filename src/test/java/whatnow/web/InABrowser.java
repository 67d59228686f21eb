package whatnow.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A started product whose pages are looked at in one browser, by whoever holds {@link #TOKEN}. */
abstract class InABrowser {

    static final String TOKEN = "wn_only_for_tests_0123456789_0123456789";

    /** For people to look at. */
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** What makes the page hard to use for some people. */
    static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(it -> "%s: %s %s"
                                .formatted(
                                        page.url(),
                                        it.getId(),
                                        it.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .limit(3)
                                                .toList()))
                        .toList();
    }

    static boolean scrollsSideways(Page page) {
        return (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
