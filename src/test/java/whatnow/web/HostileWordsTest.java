package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import whatnow.now.Shown;
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

    /** Tokens by the hostile names of those who hold them. */
    private final Map<String, String> namesakes = new LinkedHashMap<>();

    private static final String ZONE = "zone-of-strangers";
    private static final String NOTED = "a service of strangers";

    record Decided(String number, String decision) {}

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
        var decided = await().atMost(Duration.ofSeconds(60)).until(this::decided, it -> it.size() == 3);
        var known = ofService("freight-db", decided);
        var crowd = ofService(PAYLOADS.getFirst(), decided);
        var noted = ofService(NOTED, decided);
        writeDown(noted.number());
        nameAll(noted.number());
        post(
                "/incidents/" + known.number() + "/acknowledge",
                "application/x-www-form-urlencoded",
                "note=" + encoded(PAYLOADS.get(1)));
        post(
                "/incidents/" + known.number() + "/escalate",
                "application/x-www-form-urlencoded",
                "reason=" + encoded(PAYLOADS.get(0)));
        post(
                "/incidents/" + known.number() + "/override",
                "application/x-www-form-urlencoded",
                "of=strategy&to=observe&reason=" + encoded(PAYLOADS.get(2)));

        var pages = List.of(
                "/",
                "/incidents",
                "/plans",
                "/plans/freight",
                "/kb",
                "/kb/hostile-words",
                "/search?q=" + encoded("hostile words"),
                "/search?q=" + encoded(PAYLOADS.get(1)),
                "/sources",
                "/access",
                "/sign-in?to=" + encoded(PAYLOADS.get(30)),
                "/nothing/" + encoded("<img src=x onerror=window.hit=1>"),
                "/incidents/" + known.number(),
                "/decisions/" + known.decision());
        // Looking for barriers takes a minute on pages of thousands of words, and the others show every place that
        // there is.
        var crowded = List.of(
                "/rules",
                "/incidents/" + crowd.number(),
                "/decisions/" + crowd.decision(),
                "/incidents/" + noted.number());

        var complaints = new ArrayList<String>();
        var asked = new ArrayList<String>();
        var shown = new ArrayList<String>();
        try (var person = browser.person(1280, ColorScheme.LIGHT, TOKEN)) {
            var page = watched(person, complaints, asked);
            for (var path : pages) {
                look(page, path, complaints);
                complaints.addAll(barriers(page));
            }
            for (var path : crowded) {
                look(page, path, complaints);
                page.locator("section tbody th, section td[data-label=About]")
                        .allTextContents()
                        .forEach(it -> shown.add(it.strip()));
            }
        }
        lookAtFooters(complaints, asked);

        var services = PAYLOADS.stream().map(HostileWordsTest::plain).toList();
        var regions = PAYLOADS.stream()
                .map(it -> "%s · %s".formatted(ZONE, plain(it)))
                .toList();
        assertThat(shown).containsAll(services).containsAll(regions);
        assertThat(complaints).isEmpty();
        assertThat(asked).isNotEmpty().allMatch(it -> it.startsWith(address("/")) || it.startsWith("data:"));
    }

    private void look(Page page, String path, List<String> complaints) {
        page.navigate(address(path));
        page.waitForTimeout(150);
        noteWhatRan(page, path, complaints);
        if (!page.url().startsWith(address("/"))) {
            complaints.add(path + " led to " + page.url());
        }
    }

    /** At the foot of each page stands who is signed in; one browser is handed from person to person. */
    private void lookAtFooters(List<String> complaints, List<String> asked) {
        try (var person = browser.person(390, ColorScheme.LIGHT, TOKEN)) {
            var page = watched(person, complaints, asked);
            namesakes.forEach((name, token) -> {
                person.context().setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
                page.navigate(address("/drafts"));
                if (!page.locator("footer bdi").textContent().strip().equals(plain(name))) {
                    complaints.add("another name than " + name);
                }
                noteWhatRan(page, "the footer of " + name, complaints);
            });
        }
    }

    private Page watched(Browser.Person person, List<String> complaints, List<String> asked) {
        person.context().onRequest(it -> asked.add(it.url()));
        person.context().onDialog(it -> {
            complaints.add("dialog: " + it.message());
            it.dismiss();
        });
        return person.newPage();
    }

    private static void noteWhatRan(Page page, String where, List<String> complaints) {
        if (!Boolean.TRUE.equals(page.evaluate("() => window.hit === undefined"))) {
            complaints.add("a script ran on " + where);
        }
    }

    private void writeDown(String number) {
        for (var payload : PAYLOADS) {
            post("/incidents/" + number + "/note", "application/x-www-form-urlencoded", "text=" + encoded(payload));
            post("/api/v1/facts", "application/json", JSON.writeValueAsString(fact(number, payload)));
        }
    }

    /** Whoever acts is named in the timeline, on the page of tokens and at the foot of every page. */
    private void nameAll(String number) {
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
            namesakes.put(name, token.group());
            taken(Caller.local(port, token.group())
                    .post("/incidents/" + number + "/note", "application/x-www-form-urlencoded", "text=by+a+stranger"));
        }
    }

    /**
     * All are said of one zone, which makes one incident of them: a decision and a page for each would take minutes. One
     * alert is of a service that a plan knows, so that there are steps to show too; one opens the incident in which people
     * write, because every note has its incident decided again.
     */
    private void tell() {
        post("/api/v1/plans/freight/activation", "application/json", "{\"active\":true}");
        var alerts = new ArrayList<Map<String, Object>>();
        alerts.add(alert("freight-db", PAYLOADS.getFirst(), "us-east-1a"));
        alerts.add(alert(NOTED, PAYLOADS.getFirst(), "another-zone"));
        PAYLOADS.forEach(it -> alerts.add(alert(it, it, ZONE)));
        alerts.add(Map.of("status", "firing", "labels", List.of(PAYLOADS.getFirst())));
        post(
                "/api/v1/ingest/alertmanager",
                "application/json",
                JSON.writeValueAsString(
                        Map.of("version", "4", "status", "firing", "receiver", PAYLOADS.get(1), "alerts", alerts)));
    }

    private static Map<String, Object> alert(String service, String payload, String zone) {
        return Map.of(
                "status",
                "firing",
                "labels",
                Map.of(
                        "alertname",
                        "Down " + payload,
                        "service",
                        service,
                        "zone",
                        zone,
                        "symptom",
                        "UNAVAILABLE",
                        "severity",
                        payload),
                "annotations",
                Map.of("summary", payload, "description", payload, "runbook_url", payload),
                "startsAt",
                Instant.now().toString(),
                "endsAt",
                "0001-01-01T00:00:00Z",
                "generatorURL",
                payload,
                "fingerprint",
                service + " " + payload);
    }

    /** No alert's label is taken for a region unless it looks like one; whoever says a fact may call it anything. */
    private static Map<String, Object> fact(String incident, String payload) {
        return Map.of(
                "type",
                "deployment",
                "incident",
                incident,
                "subject",
                Map.of("region", payload, "zone", ZONE),
                "value",
                Map.of("state", "TRUE", "at", "2026-01-02T03:04:05Z", "what", payload),
                "source",
                Map.of("kind", "PROBE", "name", payload));
    }

    /** The incidents about which something was decided. */
    private List<Decided> decided() {
        return StreamSupport.stream(get("/api/v1/now").path("cards").spliterator(), false)
                .map(it -> new Decided(
                        it.path("incident").asString(), it.path("decision").asString("")))
                .filter(it -> !it.decision().isEmpty())
                .toList();
    }

    private Decided ofService(String service, List<Decided> decided) {
        return decided.stream()
                .filter(it -> get("/api/v1/incidents/" + it.number())
                        .path("symptoms")
                        .valueStream()
                        .anyMatch(shown -> shown.path("service").asString().equals(service)))
                .findFirst()
                .orElseThrow();
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

    /** As a page shows it. */
    private static String plain(String text) {
        return Shown.of(text.replace('\0', '\uFFFD').strip());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
