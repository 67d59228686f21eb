package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import whatnow.knowledge.Library;
import whatnow.testkit.HostileMarkup;
import whatnow.testkit.SampleApplication;

/** Articles by strangers: hostile words in every place that an author fills. */
@SpringBootTest(
        classes = {SampleApplication.class, HostileArticlesTest.Strangers.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/hostile-articles-data", "whatnow.bootstrap-token=" + InABrowser.TOKEN})
class HostileArticlesTest extends InABrowser {

    /** Each of these articles has one diagram, which is drawn or said not to be. */
    private static final String IS_DECIDED =
            "() => document.querySelectorAll('.prose details > summary, .prose > p.quiet').length === 1";

    private final List<String> complaints = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Strangers {

        @Bean
        @Primary
        Library hostile() {
            return Library.of(written(Path.of("target/hostile-articles")));
        }
    }

    @Test
    @DisplayName("title, headings, body, labels and links of an article never run, load or lead away (S-1)")
    void nothingThatAnAuthorWritesRuns() {
        try (var person = watched()) {
            var page = person.newPage();
            for (var path : List.of("/kb", "/kb?page=2", "/kb?folder=words", "/search?q=hostile", "/kb?tag=hostile")) {
                look(page, path);
            }
            for (var number = 0; number < HostileMarkup.ALL.size(); number++) {
                look(page, "/kb/hostile-" + number);
            }
        }

        assertThat(complaints).isEmpty();
        assertThat(asked)
                .hasSizeGreaterThan(HostileMarkup.ALL.size())
                .allMatch(it -> it.startsWith(address("/")) || it.startsWith("data:"));
    }

    @Test
    @DisplayName("a diagram never runs, loads or leads away, whatever it says about itself (S-1)")
    void noDiagramRuns() {
        var drawn = 0;
        try (var person = watched()) {
            var page = person.newPage();
            for (var number = 0; number < HostileMarkup.DIAGRAMS.size(); number++) {
                look(page, "/kb/diagram-" + number);
                page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(IS_DECIDED)));
                if (page.locator("iframe.diagram").count() == 1) {
                    drawn++;
                    var frame = page.frameLocator("iframe.diagram");
                    if (!Boolean.TRUE.equals(frame.locator("html").evaluate("() => window.hit === undefined"))) {
                        complaints.add("a script ran in the diagram " + number);
                    }
                    frame.locator("svg a, svg .clickable, svg .actor-popup")
                            .all()
                            .forEach(it -> it.dispatchEvent("click"));
                    assertThat(frame.locator("svg [href]:not([href^='#']), svg script, svg foreignObject")
                                    .count())
                            .isZero();
                }
                page.waitForTimeout(50);
                if (!page.url().startsWith(address("/kb/diagram-"))) {
                    complaints.add("the diagram " + number + " led to " + page.url());
                }
            }
        }

        assertThat(drawn).isGreaterThan(HostileMarkup.DIAGRAMS.size() / 2);
        assertThat(complaints).isEmpty();
        assertThat(asked).allMatch(it -> it.startsWith(address("/")) || it.startsWith("data:"));
    }

    @Test
    @DisplayName("the frame that draws has no origin, and what it may do is said by its own policy (S-1)")
    void theFrameThatDrawsBelongsToNobody() {
        try (var person = watched()) {
            var page = person.newPage();
            var shell = page.navigate(address("/kb/drawn"));
            page.waitForCondition(() -> page.frames().size() == 2
                    && page.frames().get(1).locator("svg").count() == 1);
            var frame = page.frames().get(1);

            assertThat(shell.headerValue("content-security-policy"))
                    .contains("script-src 'self'", "style-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(frame.evaluate("() => self.origin")).isEqualTo("null");
            assertThat(frame.evaluate("() => { try { return String(localStorage) } catch (no) { return 'refused' } }"))
                    .isEqualTo("refused");
            assertThat(frame.evaluate("() => fetch('/kb').then(() => 'read', () => 'refused')"))
                    .isEqualTo("refused");
            assertThat(frame.locator("svg").textContent()).contains("Primary", "Replica");
        }
    }

    @Test
    void withoutScriptsTheSourceOfADiagramIsShown() {
        try (var person = watched()) {
            person.context().route("**/diagrams.js*", it -> it.abort());
            var page = person.newPage();
            page.navigate(address("/kb/drawn"));

            assertThat(page.locator("pre code.language-mermaid").innerText()).contains("Primary --> Replica");
            assertThat(page.locator("pre code.language-mermaid").isVisible()).isTrue();
        }
    }

    @Test
    void aPageWithoutDiagramsLoadsNothingToDrawThem() {
        try (var person = watched()) {
            person.newPage().navigate(address("/kb/hostile-0"));

            assertThat(asked).isNotEmpty().noneMatch(it -> it.contains("diagram") || it.contains("mermaid"));
        }
    }

    private Browser.Person watched() {
        var person = browser.person(1280, ColorScheme.LIGHT, TOKEN);
        person.context().onRequest(it -> asked.add(it.url()));
        // What the policy of the frame stops is reported as asked, and never leaves.
        person.context().onRequestFailed(it -> {
            if ("csp".equals(it.failure())) {
                asked.remove(it.url());
            }
        });
        person.context().onDialog(it -> {
            complaints.add("dialog: " + it.message());
            it.dismiss();
        });
        return person;
    }

    private void look(Page page, String path) {
        var answer = page.navigate(address(path));
        if (answer.status() != 200) {
            complaints.add(path + " answered " + answer.status());
        }
        if (!Boolean.TRUE.equals(page.evaluate("() => window.hit === undefined"))) {
            complaints.add("a script ran on " + path);
        }
        if (!page.url().equals(address(path))) {
            complaints.add(path + " led to " + page.url());
        }
    }

    private static Path written(Path folder) {
        try {
            Files.createDirectories(folder.resolve("words"));
            for (var number = 0; number < HostileMarkup.ALL.size(); number++) {
                Files.writeString(folder.resolve("words/hostile-" + number + ".md"), article(number));
            }
            for (var number = 0; number < HostileMarkup.DIAGRAMS.size(); number++) {
                diagram(folder, "diagram-" + number, HostileMarkup.DIAGRAMS.get(number));
            }
            diagram(folder, "drawn", "flowchart LR\n Primary --> Replica");
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void diagram(Path folder, String id, String source) throws IOException {
        Files.writeString(folder.resolve(id + ".md"), """
                ---
                id: %s
                type: lesson
                title: Diagram
                ---

                # Diagram

                ```mermaid
                %s
                ```
                """.formatted(id, source));
    }

    private static String article(int number) {
        var words = HostileMarkup.ALL.get(number);
        var line = words.replace("\n", " ").replace("\u0000", "");
        var quoted = "\""
                + line.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\t", "\\t")
                        .replace("\u0001", "\\u0001") + "\"";
        return """
                ---
                id: hostile-%1$d
                type: runbook
                title: %2$s
                category: %2$s
                services: [%2$s]
                alerts: [%2$s]
                tags: [hostile, %2$s]
                severities: [%2$s]
                owner: %2$s
                status: draft
                ---

                # %3$s

                %4$s

                ## %3$s

                Hostile words %3$s and [%3$s](x.md "%3$s") and ![%3$s](x.png) and [[%3$s]] and [go](%3$s) and [go](<%3$s>).

                - %3$s

                > %3$s

                | %3$s |
                |---|
                | %3$s |

                ```%3$s
                %3$s
                ```

                1. **%3$s** %3$s

                   ```sh id=x danger=true verify="%3$s"
                   %3$s
                   ```

                   Expect: %3$s
                """.formatted(number, quoted, line, words);
    }
}
