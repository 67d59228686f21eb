package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.Whatnow;
import whatnow.security.Person;
import whatnow.testkit.Caller;
import whatnow.testkit.HostileMarkup;
import whatnow.testkit.TestPostgres;

/** The whole product, told hostile words at every door where strangers speak. */
@SpringBootTest(
        classes = Whatnow.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"whatnow.data=target/hostile-data", "whatnow.bootstrap-token=" + InABrowser.TOKEN})
class HostileWordsTest extends InABrowser {

    private static final List<String> PAYLOADS = List.copyOf(HostileMarkup.ALL);

    private final List<String> namesakes = new ArrayList<>();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry registry) {
        TestPostgres.register(registry);
        registry.add("whatnow.knowledge", HostileWordsTest::knowledge);
    }

    @Test
    @DisplayName("what strangers say is shown and never runs, asks nobody and stays accessible (S-1)")
    void whatStrangersSayNeverRuns() throws Exception {
        tell();
        var incidents = await().atMost(Duration.ofSeconds(60)).until(this::decided, it -> it.size() >= 3);
        var number = incidents.getFirst();
        for (var payload : PAYLOADS) {
            post("/incidents/" + number + "/note", "application/x-www-form-urlencoded", "text=" + encoded(payload));
        }
        post(
                "/incidents/" + number + "/acknowledge",
                "application/x-www-form-urlencoded",
                "note=" + encoded(PAYLOADS.get(1)));
        post(
                "/incidents/" + number + "/escalate",
                "application/x-www-form-urlencoded",
                "reason=" + encoded(PAYLOADS.get(0)));
        post(
                "/incidents/" + number + "/override",
                "application/x-www-form-urlencoded",
                "of=strategy&to=observe&reason=" + encoded(PAYLOADS.get(2)));

        namedAs(number);
        var pages = new ArrayList<>(List.of(
                "/",
                "/incidents",
                "/plans",
                "/plans/freight",
                "/rules",
                "/kb",
                "/kb/hostile-words",
                "/search?q=" + encoded("hostile words"),
                "/search?q=" + encoded(PAYLOADS.get(1)),
                "/sources",
                "/access",
                "/sign-in?to=" + encoded(PAYLOADS.get(30)),
                "/nothing/" + encoded("<img src=x onerror=window.hit=1>")));
        incidents.forEach(it -> pages.add("/incidents/" + it));
        pages.add("/decisions/"
                + get("/api/v1/now").path("cards").get(0).path("decision").asString());

        var complaints = new ArrayList<String>();
        var asked = new ArrayList<String>();
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            person.onRequest(it -> asked.add(it.url()));
            person.onDialog(it -> {
                complaints.add("dialog: " + it.message());
                it.dismiss();
            });
            var page = person.newPage();
            for (var path : pages) {
                page.navigate(address(path));
                page.waitForTimeout(150);
                if (!Boolean.TRUE.equals(page.evaluate("() => window.hit === undefined"))) {
                    complaints.add("a script ran on " + path);
                }
                if (!page.url().startsWith(address("/"))) {
                    complaints.add(path + " led to " + page.url());
                }
                if (!path.startsWith("/rules")) {
                    complaints.addAll(barriers(page));
                }
            }
        }
        for (var i = 0; i < namesakes.size(); i += 5) {
            look(namesakes.get(i), complaints, asked);
        }

        assertThat(complaints).isEmpty();
        assertThat(asked).isNotEmpty().allMatch(it -> it.startsWith(address("/")) || it.startsWith("data:"));
    }

    private void look(String token, List<String> complaints, List<String> asked) {
        try (var person = browser.person(390, ColorScheme.LIGHT, token)) {
            person.onRequest(it -> asked.add(it.url()));
            person.onDialog(it -> {
                complaints.add("dialog: " + it.message());
                it.dismiss();
            });
            var page = person.newPage();
            page.navigate(address("/plans"));
            if (!Boolean.TRUE.equals(page.evaluate("() => window.hit === undefined"))) {
                complaints.add("a script ran in a name");
            }
        }
    }

    /** Whoever acts is named in the timeline, on the page of tokens and at the foot of every page. */
    private void namedAs(String number) {
        for (var payload : PAYLOADS) {
            var name = payload.strip();
            if (name.length() > Person.LONGEST_NAME) {
                continue;
            }
            var made = caller().post(
                            "/access/tokens",
                            "application/x-www-form-urlencoded",
                            "role=responder&name=" + encoded(name));
            var token = Pattern.compile("wn_[A-Za-z0-9_-]{30,}").matcher(taken(made));
            assertThat(token.find()).as(name).isTrue();
            namesakes.add(token.group());
            taken(Caller.local(port, token.group())
                    .post("/incidents/" + number + "/note", "application/x-www-form-urlencoded", "text=by+a+stranger"));
        }
    }

    private void tell() {
        post("/api/v1/plans/freight/activation", "application/json", "{\"active\":true}");
        var now = Instant.now().toString();
        var alerts = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < PAYLOADS.size(); i++) {
            var payload = PAYLOADS.get(i);
            var service = i % 10 == 0 ? payload : "freight-db";
            alerts.add(Map.of(
                    "status",
                    "firing",
                    "labels",
                    Map.of(
                            "alertname",
                            "Down " + payload,
                            "service",
                            service,
                            "region",
                            i % 7 == 0 ? payload : "us-east-1",
                            "symptom",
                            "UNAVAILABLE",
                            "severity",
                            payload),
                    "annotations",
                    Map.of("summary", payload, "description", payload, "runbook_url", payload),
                    "startsAt",
                    now,
                    "endsAt",
                    "0001-01-01T00:00:00Z",
                    "generatorURL",
                    payload,
                    "fingerprint",
                    "f%03d".formatted(i)));
        }
        alerts.add(Map.of("status", "firing", "labels", List.of(PAYLOADS.get(0))));
        post(
                "/api/v1/ingest/alertmanager",
                "application/json",
                JSON.writeValueAsString(
                        Map.of("version", "4", "status", "firing", "receiver", PAYLOADS.get(1), "alerts", alerts)));
    }

    /** Numbers of the incidents about which something was decided. */
    private List<String> decided() {
        return StreamSupport.stream(get("/api/v1/now").path("cards").spliterator(), false)
                .filter(it -> !it.path("decision").asString("").isEmpty())
                .map(it -> it.path("incident").asString())
                .toList();
    }

    /** The shipped articles, which the rules cite, and one by a stranger. */
    private static String knowledge() {
        var folder = Path.of("target/hostile-knowledge");
        try {
            copy(Path.of("knowledge-base"), folder);
            Files.writeString(folder.resolve("runbooks/hostile-words.md"), article());
            return folder.toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
        Files.createDirectories(to.resolve("runbooks"));
    }

    private static String article() {
        var text = new StringBuilder("""
                ---
                id: hostile-words
                type: runbook
                title: 'Hostile words <img src=x onerror="window.hit=1">'
                category: recovery_procedures
                owner: team-security
                status: draft
                tags: []
                ---

                # Hostile words <svg onload=window.hit=1>

                ## When {#when}

                """);
        PAYLOADS.forEach(
                it -> text.append("- ").append(it).append("\n\n").append(it).append("\n\n"));
        text.append("## Steps {#steps}\n\n1. **").append(PAYLOADS.get(1)).append("** x\n\n   ```sh id=x danger=true\n");
        PAYLOADS.forEach(it -> text.append("   ").append(it).append("\n"));
        return text.append("   ```\n").toString();
    }

    private JsonNode get(String path) {
        return JSON.readTree(taken(caller().get(path, "application/json")));
    }

    private void post(String path, String type, String body) {
        taken(caller().post(path, type, body));
    }

    private Caller caller() {
        return Caller.local(port, TOKEN);
    }

    private static String taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
        return answer.body();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
