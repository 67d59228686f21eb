package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.security.Role;

/** Ransomware: the card is visible to named people only (safety.md 5). */
class RestrictedIncidentTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JUST_JSON = "application/json";
    private static final Map<String, ?> SAID = Map.of("text", "seen", "reason", "a test", "typed", "x");

    /** Routes with a variable that is no incident and no decision of one. */
    private static final Set<String> ELSEWHERE = Set.of(
            "/plans/{id}",
            "/plans/{id}/activation",
            "/api/v1/plans/{id}/activation",
            "/kb/{slug}",
            "/access/tokens/{id}/revoke");

    /** Roles of people who are named by no role alone. */
    private static final List<Role> OTHERS = List.of(Role.VIEWER, Role.RESPONDER, Role.RULE_AUTHOR, Role.APPROVER);

    Night night = Night.under("freight");

    @AfterEach
    void theNightEnds() {
        night.close();
    }

    @Test
    void ransomwareIsShownToNamedPeopleAndOthersLearnWhomToAsk() {
        ransomware();
        var number = number();
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");
        var commander = night.comes("carla " + UUID.randomUUID(), "commander");

        var shown = json(asks(viewer, "/api/v1/now"));
        assertThat(shown.path("cards").size()).isZero();
        assertThat(shown.path("restricted").get(0).path("number").asString()).isEqualTo(number);
        assertThat(shown.path("restricted").get(0).path("says").asString())
                .matches("Restricted incident since [0-9: -]+ UTC\\. Named people only; ask .*\\+1-555-.*\\.");
        for (var path : List.of("/api/v1/now", "/api/v1/incidents", "/", "/incidents", "/sources")) {
            for (var accept : List.of(JUST_JSON, "text/plain", "text/html")) {
                assertThat(night.asks(viewer, "GET", path, Map.of(), accept).body())
                        .as("%s %s", accept, path)
                        .doesNotContainIgnoringCase("ransom", "intrusion", "isolate", "freight-db");
            }
        }
        assertThat(asks(viewer, "/api/v1/now?service=cache").body()).contains("Restricted incident since");

        var card = json(asks(commander, "/api/v1/now")).path("cards").get(0);
        assertThat(card.path("doNow").path("strategyKey").asString()).isEqualTo("isolate_and_clean_restore");
        assertThat(card.path("notices").get(0).asString())
                .startsWith("Restricted: named people only. Commanders and administrators");
        assertThat(card.path("notices").get(1).asString()).contains("out-of-band channel");
        assertThat(night.asks(commander, "GET", "/api/v1/now", Map.of(), "text/plain")
                        .body())
                .startsWith("! Restricted: named people only.");
    }

    @Test
    void whoAcknowledgedItIsNamedAndOthersOfTheSameRoleAreNot() {
        var onCall = "rob " + UUID.randomUUID();
        var rob = night.comes(onCall, "responder");
        var other = night.comes("olga " + UUID.randomUUID(), "responder");
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
        assertThat(json(asks(rob, "/api/v1/now")).path("cards").size()).isLessThanOrEqualTo(1);
        var number = number();
        night.asks(rob, "POST", "/api/v1/incidents/" + number + "/acknowledge", Map.of(), JUST_JSON);

        ransomware();
        night.card();

        assertThat(asks(rob, "/api/v1/incidents/" + number).statusCode()).isEqualTo(200);
        assertThat(json(asks(rob, "/api/v1/now?incident=" + number)).toString()).contains(onCall);
        assertThat(asks(other, "/api/v1/incidents/" + number).statusCode()).isEqualTo(403);
    }

    @Test
    void onlyAnAdministratorLiftsItAndItStaysLifted() {
        ransomware();
        var number = number();
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");
        var commander = night.comes("carla " + UUID.randomUUID(), "commander");
        var why = Map.of("reason", "forensics found a false alarm");

        assertThat(night.asks(commander, "POST", "/api/v1/incidents/" + number + "/lift", why, JUST_JSON)
                        .statusCode())
                .isEqualTo(403);
        assertThat(night.post("/api/v1/incidents/" + number + "/lift", Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(night.post("/api/v1/incidents/" + number + "/lift", why).statusCode())
                .isEqualTo(200);
        night.person("note", Map.of("text", "the next decision still sees the fact"));
        night.card();

        assertThat(json(asks(viewer, "/api/v1/now")).path("cards").size()).isEqualTo(1);
        assertThat(asks(viewer, "/api/v1/incidents/" + number + "/timeline").body())
                .contains("forensics found a false alarm");
    }

    @Test
    void itStaysRestrictedWhenTheSignsAreGone() {
        ransomware();
        var number = number();
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");

        noRansomware();
        night.card();

        assertThat(asks(viewer, "/api/v1/incidents/" + number).statusCode()).isEqualTo(403);
    }

    @Test
    void signsThatComeBackCloseItAgain() {
        ransomware();
        var number = number();
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");
        night.post("/api/v1/incidents/" + number + "/lift", Map.of("reason", "a false alarm"));
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-db");
        noRansomware();
        night.card();
        assertThat(asks(viewer, "/api/v1/incidents/" + number).statusCode()).isEqualTo(200);

        night.passes(Duration.ofMinutes(1));
        ransomware();
        night.card();

        assertThat(asks(viewer, "/api/v1/incidents/" + number).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsGivenARoleLaterIsNamedAndAskedFor() {
        ransomware();
        var number = number();
        var name = "nora " + UUID.randomUUID();
        var nora = night.comes(name, "viewer");
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");
        assertThat(asks(nora, "/api/v1/incidents/" + number).statusCode()).isEqualTo(403);

        night.person("assignment", Map.of("role", "incident_commander", "person", name));
        night.card();

        assertThat(asks(nora, "/api/v1/incidents/" + number).statusCode()).isEqualTo(200);
        assertThat(asks(viewer, "/api/v1/incidents/" + number).body()).contains("ask " + name + " (commander)");
    }

    @Test
    void aCommanderRestrictsByHandAndNamesPeople() {
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
        var number = number();
        var name = "nora " + UUID.randomUUID();
        var named = night.comes(name, "viewer");
        var other = night.comes("vera " + UUID.randomUUID(), "viewer");
        var commander = night.comes("carla " + UUID.randomUUID(), "commander");
        var words = Map.of("reason", "a leak is suspected", "names", List.of(name));

        assertThat(night.asks(other, "POST", "/api/v1/incidents/" + number + "/restrict", words, JUST_JSON)
                        .statusCode())
                .isEqualTo(403);
        assertThat(night.asks(commander, "POST", "/api/v1/incidents/" + number + "/restrict", words, JUST_JSON)
                        .statusCode())
                .isEqualTo(200);

        assertThat(asks(named, "/api/v1/incidents/" + number).statusCode()).isEqualTo(200);
        assertThat(asks(other, "/api/v1/incidents/" + number).body()).contains("ask carla");
    }

    @Test
    void anotherIncidentSaysOfItOnlyThatItExists() {
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
        var restricted = number();
        ransomware();
        night.card();
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "object-storage", "region", "us-west-2");
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");
        night.card();

        var all = json(asks(viewer, "/api/v1/now"));
        assertThat(all.path("restricted").size()).isEqualTo(1);
        assertThat(all.path("cards").size()).isEqualTo(1);
        var card = all.path("cards").get(0);
        assertThat(card.path("incident").asString()).isNotEqualTo(restricted);
        assertThat(card.path("why").toString()).doesNotContain("elsewhere in the plan: freight-db");
        var kept = night.get("/api/v1/decisions/" + card.path("decision").asString());
        assertThat(kept.path("inputs").path("elsewhere").toString()).contains("freight-db");
        for (var path : List.of("", "/explanation")) {
            assertThat(asks(viewer, "/api/v1/decisions/" + card.path("decision").asString() + path)
                            .body())
                    .doesNotContain("elsewhere in the plan: freight-db")
                    .doesNotContain("RANSOMWARE");
        }
        var veiled =
                json(asks(viewer, "/api/v1/decisions/" + card.path("decision").asString()));
        assertThat(veiled.path("inputs").path("elsewhere").size()).isZero();
        assertThat(veiled.path("sha256")).isEqualTo(kept.path("sha256"));
    }

    @Test
    void anIncidentLongOverDoesNotShowWhatIsSaidOfItsServiceNow() {
        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
        var over = number();
        night.post(
                "/api/v1/incidents/" + over + "/resolve",
                Map.of("typed", over, "reason", "writes succeed from outside"));
        ransomware();
        night.card();
        var viewer = night.comes("vera " + UUID.randomUUID(), "viewer");

        assertThat(night.get("/api/v1/incidents/" + over).path("facts").toString())
                .contains("intrusion");
        for (var path : List.of("/api/v1/incidents/", "/incidents/")) {
            var answer = asks(viewer, path + over);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContainIgnoringCase("intrusion", "ransom");
        }
    }

    @Test
    void alertsGoOnFoldingIntoIt() {
        ransomware();
        var number = number();

        night.alert("Down", "symptom", "UNAVAILABLE", "service", "freight-db");

        assertThat(number()).isEqualTo(number);
        assertThat(night.get("/api/v1/incidents/" + number).path("symptoms").toString())
                .contains("UNAVAILABLE");
    }

    @Test
    @DisplayName("a machine's token does not see it, and reports into it all the same")
    void aMachineReportsAndReadsNothing() {
        ransomware();
        var machine = night.comes("edr " + UUID.randomUUID(), "intake");

        assertThat(asks(machine, "/api/v1/now").statusCode()).isEqualTo(403);
        assertThat(night.asks(machine, "POST", "/api/v1/facts", fact(number(), "ALERT", "edr"), JUST_JSON)
                        .statusCode())
                .isEqualTo(202);
    }

    /** Reads the table of routes, so that a route of tomorrow is tried as well. */
    @Test
    @DisplayName("every route that names an incident refuses whoever is not named (S-10)")
    void everyRouteRefusesWhoIsNotNamed() throws IOException {
        ransomware();
        var number = number();
        var decision = night.card().path("decision").asString();
        var tokens = new LinkedHashMap<Role, String>();
        OTHERS.forEach(it -> tokens.put(it, night.comes(it.key() + " " + UUID.randomUUID(), it.key())));
        var open = new ArrayList<String>();
        var tried = 0;

        for (var route : routes()) {
            if (!route.path().contains("{") || ELSEWHERE.contains(route.path())) {
                continue;
            }
            var id = route.path().contains("/decisions/") ? decision : number;
            for (var who : tokens.entrySet()) {
                var address = route.path().replaceAll("\\{[^}]*}", id);
                var answer = night.asks(who.getValue(), route.method(), address, SAID, JUST_JSON);
                tried++;
                if (answer.statusCode() != 403
                        || route.admits(who.getKey()) && !answer.body().contains("Restricted incident since")) {
                    open.add("%s %s as %s: %d %s"
                            .formatted(route.method(), address, who.getKey(), answer.statusCode(), answer.body()));
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(tried).isGreaterThan(80);
    }

    @Test
    void theOtherWaysToNameItRefuseToo() {
        ransomware();
        var number = number();
        var responder = night.comes("rob " + UUID.randomUUID(), "responder");

        for (var path : List.of(
                "/api/v1/now?incident=" + number,
                "/api/v1/now?incident=" + number.toLowerCase(java.util.Locale.ROOT),
                "/incidents/" + number.toLowerCase(java.util.Locale.ROOT),
                "/decisions/" + night.decision().path("id").asString())) {
            assertThat(asks(responder, path).statusCode()).as(path).isEqualTo(403);
        }
        var fact = night.asks(responder, "POST", "/api/v1/facts", fact(number, "PERSON", "rob"), JUST_JSON);
        assertThat(fact.statusCode()).isEqualTo(403);
        assertThat(fact.body()).contains("Restricted incident since");
    }

    private record Route(String method, String path, List<Role> roles) {

        boolean admits(Role role) {
            return roles.stream().anyMatch(role::covers);
        }
    }

    private static List<Route> routes() throws IOException {
        return new ClassPathResource("routes.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .map(it -> it.split("\\s+"))
                .flatMap(it -> List.of(it[0].split("\\|")).stream()
                        .map(method -> new Route(
                                method,
                                it[1],
                                List.of(it[2].split("\\|")).stream()
                                        .flatMap(role -> Role.named(role).stream())
                                        .toList())))
                .toList();
    }

    private void ransomware() {
        said("TRUE");
    }

    private void noRansomware() {
        night.passes(Duration.ofSeconds(1));
        said("FALSE");
    }

    private void said(String state) {
        night.fact(
                "intrusion",
                Map.of("service", "freight-db"),
                Map.of("state", state, "kind", "ransomware"),
                "PERSON",
                "bootstrap");
    }

    private Map<String, Object> fact(String incident, String kind, String source) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "backup");
        body.put("subject", Map.of("service", "freight-db"));
        body.put("value", Map.of("state", "UNKNOWN"));
        body.put("source", Map.of("kind", kind, "name", source));
        body.put("observedAt", night.now().toString());
        body.put("incident", incident);
        return body;
    }

    private String number() {
        return night.card().path("incident").asString();
    }

    private HttpResponse<String> asks(String token, String path) {
        return night.asks(token, "GET", path, Map.of(), JUST_JSON);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
