package whatnow.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import whatnow.web.Browser;

/**
 * One night from a dead target to the card: the shipped jar, a real Prometheus, a real Alertmanager, a real browser.
 *
 * <p>It is one test, because each part needs what the part before has left behind.
 */
class AlertToCardIT {

    private static final Path FOLDER = Path.of("target/end-to-end/alert-to-card");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Duration SECONDS = Duration.ofSeconds(10);

    /** Prometheus and Alertmanager have to notice first. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private static final String STRANGER = """
            {"version": "4", "status": "firing", "receiver": "whatnow", "externalURL": "http://another-alertmanager:9093",
             "alerts": [{"status": "firing", "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "5f2a",
               "labels": {"alertname": "ParcelSorterDown", "service": "parcel-sorter", "severity": "critical"},
               "annotations": {"summary": "parcel-sorter does not answer"}}]}
            """;

    /** What must be the same wherever it is read. */
    record Seen(String incident, String decision, String severity, String strategy, String tier, String citation) {

        static Seen in(JsonNode card) {
            return new Seen(
                    card.path("incident").asString(),
                    card.path("decision").asString(),
                    card.path("head").path("severity").asString(),
                    card.path("doNow").path("strategy").asString(),
                    card.path("tier").path("proposed").asString(),
                    "/kb/" + card.path("doNow").path("article").asString());
        }
    }

    @Test
    @DisplayName(
            "a dead target becomes the same card in the API, the terminal and the browser, and outlives kill -9 (C-3)")
    void aDeadTargetBecomesTheSameCardEverywhereAndOutlivesAKill() {
        Required.programs(Monitoring.PROMETHEUS, Monitoring.ALERTMANAGER, Path.of("/usr/bin/chromium"));
        try (var product = Product.start(FOLDER)) {
            assertThat(product.post("/api/v1/plans/freight/activation", product.token("admin"), "{\"active\": true}"))
                    .isEqualTo(200);
            try (var monitoring =
                            Monitoring.start(product.folder().resolve("monitoring"), product.alertmanagerSnippet());
                    var browser = Browser.launch();
                    var person = browser.person(390, ColorScheme.LIGHT, "")) {
                var page = signIn(person.newPage(), product.loginLink());
                theWatchdogArrives(product, monitoring);

                monitoring.takeTheTargetDown();

                var seen = seenEverywhere(product, page);
                assertThat(seen.severity()).isEqualTo("SEV2");
                assertThat(seen.strategy()).isEqualTo("Restart");
                assertThat(seen.tier()).isEqualTo("SEVERE");
                assertThat(seen.citation()).isEqualTo("/kb/application-recovery#steps");
                aServiceInNoPlanGetsTheHonestCard(product, page);
            }
            var before = card(product, "freight-api");

            product.killAndStartAgain();

            var after = card(product, "freight-api");
            assertThat(after.path("incident")).isEqualTo(before.path("incident"));
            assertThat(after.path("head").path("since"))
                    .isEqualTo(before.path("head").path("since"));
            assertThat(Seen.in(after).severity()).isEqualTo(Seen.in(before).severity());
            assertThat(Seen.in(after).strategy()).isEqualTo(Seen.in(before).strategy());
            assertThat(card(product, "parcel-sorter").path("plan").asString()).isEqualTo("general");
        }
    }

    private static Page signIn(Page page, String link) {
        page.navigate(link);
        page.getByLabel("Your name").fill("Ada");
        page.getByText("Sign in").last().click();
        page.navigate(link.replaceFirst("/sign-in/.*", "/"));
        assertThat(page.content()).contains("Nothing is open");
        return page;
    }

    /** An alert that always fires shows that the way is open; it opens no incident. */
    private static void theWatchdogArrives(Product product, Monitoring monitoring) {
        Eventually.within(
                NOTICED,
                () -> assertThat(product.json("/api/v1/now")
                                .path("sources")
                                .path(0)
                                .path("state")
                                .asString())
                        .as(() -> monitoring.said())
                        .isEqualTo("fresh"));
        assertThat(product.json("/api/v1/now").path("cards").size()).isZero();
    }

    /** Reads all doors until no new decision came in between. */
    private static Seen seenEverywhere(Product product, Page page) {
        return Eventually.within(NOTICED, () -> {
            var card = card(product, "freight-api");
            var seen = Seen.in(card);
            assertThat(Seen.in(cardOf(product.terminalJson("now", "--json"), "freight-api")))
                    .isEqualTo(seen);
            theTextShows(product.terminal("now", "--service", "freight-api"), seen);
            theTextShows(product.text("/api/v1/now?service=freight-api"), seen);
            thePageShows(page, seen);
            assertThat(Seen.in(card(product, "freight-api"))).isEqualTo(seen);
            return seen;
        });
    }

    private static void theTextShows(String text, Seen seen) {
        assertThat(text)
                .contains("REAL · " + seen.incident())
                .contains(seen.severity() + " ")
                .contains("Do this now: " + seen.strategy())
                .contains("proposed " + seen.tier())
                .contains(seen.citation())
                .contains(seen.decision());
    }

    private static void thePageShows(Page page, Seen seen) {
        page.navigate(page.url());
        var card = page.locator("#" + seen.incident());
        assertThat(card.getAttribute("data-severity")).isEqualTo(seen.severity());
        assertThat(card.locator("h2").innerText()).contains(seen.severity());
        assertThat(card.locator(".strategy").innerText()).contains(seen.strategy());
        assertThat(card.innerText()).contains("proposed " + seen.tier());
        assertThat(card.locator("a[href='%s']".formatted(seen.citation())).count())
                .isPositive();
        assertThat(card.locator("a[href='/decisions/%s']".formatted(seen.decision()))
                        .count())
                .isPositive();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve("end-to-end-card.png").toAbsolutePath()));
    }

    private static void aServiceInNoPlanGetsTheHonestCard(Product product, Page page) {
        var sent = System.nanoTime();
        var answer =
                product.post("/api/v1/ingest/alertmanager", product.token("intake"), STRANGER.formatted(Instant.now()));
        var accepted = System.nanoTime();
        assertThat(answer).isEqualTo(202);

        var card = card(product, "parcel-sorter");

        report("accepted after %d ms, card after %d ms", accepted - sent, System.nanoTime() - sent);
        assertThat(card.path("plan").asString()).isEqualTo("general");
        assertThat(card.path("notices").path(0).asString()).startsWith("Not in any plan");
        assertThat(product.terminal("now", "--service", "parcel-sorter")).contains("Not in any plan");
        page.navigate(page.url());
        assertThat(page.locator("#" + card.path("incident").asString()).innerText())
                .contains("Not in any plan");
    }

    private static JsonNode card(Product product, String service) {
        return Eventually.within(SECONDS, () -> cardOf(product.json("/api/v1/now"), service));
    }

    private static JsonNode cardOf(JsonNode answer, String service) {
        return StreamSupport.stream(answer.path("cards").spliterator(), false)
                .filter(it -> it.path("head").path("services").toString().contains("\"" + service + "\""))
                .filter(it -> !it.path("decision").asString().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No decided card of %s: %s".formatted(service, answer)));
    }

    /** Times are printed and not judged: machines that run tests differ too much. */
    @SuppressWarnings("SystemOut")
    private static void report(String words, long... nanos) {
        var millis = Arrays.stream(nanos)
                .mapToObj(it -> (Object) Duration.ofNanos(it).toMillis());
        System.out.println("From an alert to its card: " + words.formatted(millis.toArray()));
    }
}
