package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.Whatnow;
import whatnow.testkit.Caller;
import whatnow.testkit.TestPostgres;

/** A restricted incident on a telephone, as somebody who is named sees it and as somebody else does. */
@SpringBootTest(
        classes = Whatnow.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/restricted-data", "whatnow.bootstrap-token=" + InABrowser.TOKEN})
class RestrictedPagesTest extends InABrowser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestPostgres.register(registry);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void namedPeopleSeeTheCardAndOthersASentence(ColorScheme scheme) {
        var number = ransomware();
        var carla = token("carla", "commander");
        var vera = token("vera", "viewer");
        var pages = List.of("/", "/incidents", "/incidents/" + number);
        var troubles = new ArrayList<String>();

        var seen = look("named", carla, pages, scheme, troubles);
        var others = look("other", vera, pages, scheme, troubles);

        assertThat(seen.getFirst()).contains("Restricted: named people only", "out-of-band channel", "Isolate");
        assertThat(others).allMatch(it -> it.contains("Restricted incident since") && it.contains("Named people only"));
        assertThat(others).noneMatch(it -> it.toLowerCase(Locale.ROOT).matches("(?s).*(ransom|isolate|freight-db).*"));
        assertThat(troubles).isEmpty();
    }

    @Test
    void aCommanderNamesSomebodyAndAnAdministratorLiftsIt() {
        var number = ransomware();
        var nora = token("nora", "viewer");
        try (var person = browser.person(390, ColorScheme.LIGHT, TOKEN)) {
            var page = person.newPage();
            page.navigate(address("/incidents/" + number));
            page.locator("#" + number + "-more > summary").click();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve("restricted-forms-390-light.png")));
            page.fill("#" + number + "-names", "nora");
            page.locator("form[action$='/restrict'] button").click();
            page.waitForLoadState();
            assertThat(page.locator(".card > .notice").first().innerText()).contains("nora");
            assertThat(status(nora, "/incidents/" + number)).isEqualTo(200);

            page.locator("#" + number + "-more > summary").click();
            page.fill("#" + number + "-lift-why", "a false alarm");
            page.locator("form[action$='/lift'] button").click();
            page.waitForLoadState();
            assertThat(page.locator("main").innerText())
                    .contains("a false alarm")
                    .doesNotContain("Restricted: named");
        }
        assertThat(status(token("olga", "viewer"), "/incidents/" + number)).isEqualTo(200);
    }

    private List<String> look(String who, String token, List<String> pages, ColorScheme scheme, List<String> troubles) {
        var words = new ArrayList<String>();
        try (var person = browser.person(390, scheme, token)) {
            var page = person.newPage();
            for (var i = 0; i < pages.size(); i++) {
                page.navigate(address(pages.get(i)));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve("restricted-%s-%d-390-%s.png"
                                .formatted(who, i, scheme.name().toLowerCase(Locale.ROOT)))));
                words.add(page.locator("main").innerText());
                troubles.addAll(barriers(page));
                if (scrollsSideways(page)) {
                    troubles.add(page.url() + " scrolls sideways");
                }
            }
        }
        return words;
    }

    /** One incident serves all tests; where one has lifted it, the next restricts it by hand. */
    private String ransomware() {
        post("/api/v1/plans/freight/activation", "{\"active\":true}");
        post("/api/v1/facts", """
                {"type": "intrusion", "subject": {"service": "freight-db"}, "value": {"state": "TRUE", "kind": "ransomware"},
                 "source": {"kind": "PERSON", "name": "bootstrap"}}""");
        await().atMost(Duration.ofSeconds(30)).until(() -> !decided().isEmpty());
        var number = decided().getFirst();
        if (!get("/api/v1/now").toString().contains("Restricted: named people only")) {
            post("/api/v1/incidents/" + number + "/restrict", "{\"reason\":\"ransomware\"}");
        }
        return number;
    }

    private List<String> decided() {
        var numbers = new ArrayList<String>();
        get("/api/v1/now").path("cards").forEach(it -> {
            if (!it.path("decision").asString().isEmpty()) {
                numbers.add(it.path("incident").asString());
            }
        });
        return numbers;
    }

    private JsonNode get(String path) {
        return JSON.readTree(
                Caller.local(port, TOKEN).get(path, "application/json").body());
    }

    private String token(String name, String role) {
        return JSON.readTree(post("/api/v1/tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role)))
                .path("token")
                .asString();
    }

    private String post(String path, String body) {
        var answer = Caller.local(port, TOKEN).post(path, "application/json", body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
        return answer.body();
    }

    private int status(String token, String path) {
        return Caller.local(port, token).get(path, "*/*").statusCode();
    }
}
