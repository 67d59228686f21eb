package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.Whatnow;
import whatnow.database.Login;
import whatnow.decision.DecisionDesk;
import whatnow.incident.Incidents;
import whatnow.plan.PlanId;
import whatnow.signal.Sweep;
import whatnow.testkit.Caller;
import whatnow.testkit.MovableClock;
import whatnow.testkit.TestPostgres;

/**
 * The whole product on a night that a test tells: everything enters through HTTP, time passes when the
 * story says so. One application serves all nights of a test JVM; every night begins with an empty
 * database.
 *
 * <p>Nothing happens by itself. A timer goes by the machine's time and would find, whenever it comes, that the story's
 * time has passed and its senders are silent; so decisions are made and silence is looked for when the story asks for it.
 */
public final class Night implements AutoCloseable {

    private static final String TOKEN = "wn_" + "0".repeat(61);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longer than any run of tests. */
    static final Duration NEVER = Duration.ofDays(1);

    private static final String STILL_DUE = "select incident::text from decision_due";

    private static @Nullable Running running;

    private final Running app;
    private final List<String> plans;

    private Night(Running app, List<String> plans) {
        this.app = app;
        this.plans = plans;
    }

    /** The plans named are active, no others but {@code general}. */
    public static Night under(String... plans) {
        var app = app();
        var night = new Night(app, List.of(plans));
        app.forgetEverything();
        night.plans.forEach(it -> night.activate(it, true));
        return night;
    }

    /** One alert as Alertmanager sends it; labels in pairs. */
    public Night alert(String name, String... labels) {
        return alerts("firing", now(), name, labels);
    }

    public Night resolves(String name, String... labels) {
        return alerts("resolved", now(), name, labels);
    }

    /** Tells the end of an alert that began earlier. */
    public Night resolvesWhatBegan(Instant startsAt, String name, String... labels) {
        return alerts("resolved", startsAt, name, labels);
    }

    private Night alerts(String status, Instant startsAt, String name, String... labels) {
        var all = new TreeMap<String, String>(pairs(labels));
        all.put("alertname", name);
        var alert = new LinkedHashMap<String, Object>();
        alert.put("status", status);
        alert.put("labels", all);
        alert.put("annotations", Map.of());
        alert.put("startsAt", startsAt.toString());
        alert.put("endsAt", status.equals("resolved") ? now().toString() : "0001-01-01T00:00:00Z");
        alert.put("fingerprint", Integer.toHexString(all.hashCode()));
        var body = Map.of("version", "4", "status", status, "receiver", "whatnow", "alerts", List.of(alert));
        accepted(post("/api/v1/ingest/alertmanager", body));
        return this;
    }

    /** The subject and the value's fields are given as in the API's body. */
    public Night fact(String type, Map<String, ?> subject, Map<String, ?> value, String sourceKind, String source) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("subject", subject);
        body.put("value", value);
        body.put("source", Map.of("kind", sourceKind, "name", source));
        body.put("observedAt", now().toString());
        accepted(post("/api/v1/facts", body));
        return this;
    }

    /** A drill begins; nothing is known about it yet. */
    public String drill(String plan) {
        var incidents = app.context().getBean(Incidents.class);
        var transactions = app.context().getBean(TransactionOperations.class);
        return transactions
                .execute(_ -> incidents.open(new PlanId(plan), now(), true, Optional.empty()))
                .number();
    }

    /** As {@link #fact}, about one incident alone. */
    public Night factOf(
            String incident, String type, Map<String, ?> subject, Map<String, ?> value, String kind, String source) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("subject", subject);
        body.put("value", value);
        body.put("source", Map.of("kind", kind, "name", source));
        body.put("observedAt", now().toString());
        body.put("incident", incident);
        accepted(post("/api/v1/facts", body));
        return this;
    }

    /** Said by the person who is signed in, about the one open incident. */
    public Night person(String type, Map<String, ?> value) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("subject", Map.of());
        body.put("value", value);
        body.put("source", Map.of("kind", "PERSON", "name", "bootstrap"));
        body.put("observedAt", now().toString());
        body.put("incident", card().path("incident").asString());
        accepted(post("/api/v1/facts", body));
        return this;
    }

    public Night passes(Duration span) {
        app.clock().passes(span);
        return this;
    }

    /** What the product does every few seconds: senders that fell silent are noticed. */
    public Night looksForSilence() {
        app.context().getBean(Sweep.class).at(now());
        return this;
    }

    public Instant now() {
        return app.clock().instant();
    }

    /** The gravest card, once everything that was said is decided about. */
    public JsonNode card() {
        var cards = cards();
        assertThat(cards.size()).as("cards").isPositive();
        return cards.get(0);
    }

    public JsonNode cards() {
        settle();
        return get("/api/v1/now").path("cards");
    }

    /** The newest decision about the gravest incident, with inputs and outcome. */
    public JsonNode decision() {
        return decision(card());
    }

    Told told() {
        var card = card();
        return new Told(card, decision(card).path("outcome"));
    }

    private JsonNode decision(JsonNode card) {
        return get("/api/v1/decisions/" + card.path("decision").asString());
    }

    /** Presses a button on a page: fields in pairs. */
    public HttpResponse<String> presses(String path, String... fields) {
        var body = pairs(fields).entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return caller().post(path, "application/x-www-form-urlencoded", body);
    }

    /** Somebody else than the one who is signed in; the answer is the token. */
    public String comes(String name, String role) {
        var answer = post("/api/v1/tokens", Map.of("name", name, "role", role));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("token").asString();
    }

    /** What the holder of a token is answered; a body only where something is sent. */
    public HttpResponse<String> asks(String token, String method, String path, Object body, String accept) {
        return Caller.local(app.port(), token).asks(method, path, JSON.writeValueAsString(body), accept);
    }

    public JsonNode get(String path) {
        var answer = caller().get(path, "application/json");
        assertThat(answer.statusCode()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    public HttpResponse<String> post(String path, Object body) {
        return caller().post(path, "application/json", JSON.writeValueAsString(body));
    }

    /** What must hold after every night. */
    @Override
    public void close() {
        try {
            settle();
            Invariants.check(app.context());
        } finally {
            plans.forEach(it -> activate(it, false));
        }
    }

    private void activate(String plan, boolean active) {
        assertThat(post("/api/v1/plans/" + plan + "/activation", Map.of("active", active))
                        .statusCode())
                .isEqualTo(200);
    }

    /** What a door shows, as the terminal or a browser gets it. */
    public String shows(String path, String accepted) {
        settle();
        return caller().get(path, accepted).body();
    }

    /** Decides until no incident is due, so that what is read is decided about all that was said. */
    private void settle() {
        app.decideWhatIsDue();
    }

    /** After what time each timer of the product would first do something. */
    List<Duration> timers() {
        return app.timers();
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    }

    private Caller caller() {
        return Caller.local(app.port(), TOKEN);
    }

    private static Map<String, String> pairs(String... words) {
        var pairs = new TreeMap<String, String>();
        for (var index = 0; index < words.length; index += 2) {
            pairs.put(words[index], words[index + 1]);
        }
        return pairs;
    }

    private static synchronized Running app() {
        var app = running == null ? Running.start() : running;
        running = app;
        return app;
    }

    /** The application with its clock. */
    private record Running(ConfigurableApplicationContext context, MovableClock clock, int port, Login login) {

        static Running start() {
            var login = TestPostgres.login();
            var context = new SpringApplicationBuilder(Whatnow.class, Clockwork.class)
                    .properties(Map.of(
                            "whatnow.data",
                            "target/night-data-" + ProcessHandle.current().pid(),
                            "whatnow.bootstrap-token",
                            TOKEN,
                            "whatnow.decisions.worker",
                            "false",
                            "whatnow.sweep.every",
                            NEVER.toString(),
                            "spring.datasource.url",
                            login.url(),
                            "spring.datasource.username",
                            login.user(),
                            "spring.datasource.password",
                            login.password(),
                            "spring.datasource.hikari.maximum-pool-size",
                            "4"))
                    .registerShutdownHook(false)
                    .run("--server.port=0");
            var port = ((WebServerApplicationContext) context).getWebServer().getPort();
            return new Running(context, context.getBean(MovableClock.class), port, login);
        }

        /** Whoever decides passes over what another holds; a story would then go on with an old decision. */
        void decideWhatIsDue() {
            context.getBean(DecisionDesk.class).workOff(() -> true);
            assertThat(context.getBean(JdbcClient.class)
                            .sql(STILL_DUE)
                            .query(String.class)
                            .list())
                    .as("incidents that somebody else held, so that nobody decided about them")
                    .isEmpty();
        }

        List<Duration> timers() {
            return context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                    .flatMap(it -> it.getScheduledTasks().stream())
                    .map(it -> ((IntervalTask) it.getTask()).getInitialDelayDuration())
                    .toList();
        }

        void forgetEverything() {
            TestPostgres.empty(login, "access_token", "flyway_schema_history", "plan_activation", "decision_text");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Clockwork {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
