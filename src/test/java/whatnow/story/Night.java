package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.feedback.Counting;
import whatnow.incident.Incidents;
import whatnow.plan.PlanId;
import whatnow.probe.Looking;
import whatnow.probe.ToldLooker;
import whatnow.signal.Doors;
import whatnow.signal.Sweep;
import whatnow.testkit.Caller;
import whatnow.testkit.slack.FakeSlack;
import whatnow.testkit.slack.Message;

/**
 * The whole product on a night that a test tells: everything enters through HTTP, time passes when the
 * story says so. One application serves all nights of a test JVM; every night begins with an empty
 * database.
 *
 * <p>Nothing happens by itself. A timer goes by the machine's time and would find, whenever it comes, that the story's
 * time has passed and its senders are silent; so decisions are made and silence is looked for when the story asks for it.
 */
public final class Night implements AutoCloseable {

    public static final String TOKEN = "wn_" + "0".repeat(61);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Longer than any run of tests. */
    static final Duration NEVER = Duration.ofDays(1);

    private static @Nullable Running running;

    private final Running app;
    private final List<String> plans;
    private final int toldBefore;

    private Night(Running app, List<String> plans) {
        this.app = app;
        this.plans = plans;
        this.toldBefore = app.slack().messages().size();
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
        return says(body(type, subject, value, sourceKind, source));
    }

    /** As {@link #fact}, about one incident alone. */
    public Night factOf(
            String incident, String type, Map<String, ?> subject, Map<String, ?> value, String kind, String source) {
        var body = body(type, subject, value, kind, source);
        body.put("incident", incident);
        return says(body);
    }

    /** Said by the person who is signed in, about the one open incident. */
    public Night person(String type, Map<String, ?> value) {
        return factOf(incident(), type, Map.of(), value, "PERSON", "bootstrap");
    }

    private Map<String, Object> body(
            String type, Map<String, ?> subject, Map<String, ?> value, String kind, String source) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("subject", subject);
        body.put("value", value);
        body.put("source", Map.of("kind", kind, "name", source));
        body.put("observedAt", now().toString());
        return body;
    }

    private Night says(Map<String, Object> body) {
        accepted(post("/api/v1/facts", body));
        return this;
    }

    /** A line of the chat grammar, said by an administrator. */
    public JsonNode says(String line) {
        return says(TOKEN, line);
    }

    /** The same, said by the holder of a token. */
    public JsonNode says(String token, String line) {
        return presses(token, line, "");
    }

    /** @param seen version of the incident when the button was shown */
    public JsonNode presses(String token, String line, String seen) {
        var answer = asks(token, "POST", "/api/v1/ask", Map.of("line", line, "seen", seen), "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** As the terminal shows it. */
    public String saysForText(String token, String line) {
        return asks(token, "POST", "/api/v1/ask", Map.of("line", line), "text/plain")
                .body();
    }

    /** Where the product listens. */
    public String address() {
        return "http://127.0.0.1:" + app.port();
    }

    /** The doors through which monitors report, as the page of sources lists them. */
    List<String> doors() {
        return app.context().getBean(Doors.class).all().stream()
                .map(Doors.Door::path)
                .toList();
    }

    /** What the product does every ten seconds: what searches led to is written down. */
    public Night writesDownWhatSearchesReached() {
        Counting.now(app.context());
        return this;
    }

    /** How many rows a table has. */
    int rows(String table) {
        return app.context()
                .getBean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** A body as it is, whether or not it is one. */
    HttpResponse<String> sends(String path, String body) {
        return caller().post(path, "application/json", body);
    }

    /** The primary database of {@code freight}, as its provider reports it. */
    public Night databaseIsDown() {
        return alert("RdsPrimaryDown", "symptom", "UNAVAILABLE", "service", "freight-db", "region", "us-east-1");
    }

    /** Two independent sources, one of them outside. */
    Night regionIsLost(String region) {
        var subject = Map.of("region", region);
        return fact("region_status", subject, Map.of("state", "FALSE", "vantage", "outside"), "PROBE", "probe-eu")
                .fact("region_status", subject, Map.of("state", "FALSE"), "ALERT", "cloudwatch");
    }

    Night lastCommitReplayed(String region, int minutesAgo) {
        var value = Map.of("state", "TRUE", "at", ago(minutesAgo));
        return fact("last_commit_replayed", Map.of("region", region), value, "PROBE", "pg-probe");
    }

    Night archiveReaches(String region, int minutesAgo) {
        var value = Map.of("state", "TRUE", "coversUntil", ago(minutesAgo));
        return fact("wal_archive", Map.of("region", region), value, "SYSTEM", "s3");
    }

    /** A person knows when the first bad write was. */
    Night dataIsCorruptSince(String service, int minutesAgo) {
        var value = Map.of("state", "TRUE", "firstBadWrite", ago(minutesAgo));
        return fact("corruption", Map.of("service", service), value, "PERSON", "bootstrap");
    }

    /** A drill begins; nothing is known about it yet. */
    public String drill(String plan) {
        var incidents = app.context().getBean(Incidents.class);
        var transactions = app.context().getBean(TransactionOperations.class);
        return transactions
                .execute(_ -> incidents.open(new PlanId(plan), now(), true, Optional.empty()))
                .number();
    }

    /** As the product does when one symptom links two incidents. */
    Night merges(String survivor, String younger) {
        var incidents = app.context().getBean(Incidents.class);
        var transactions = app.context().getBean(TransactionOperations.class);
        transactions.executeWithoutResult(_ -> incidents.merge(
                incidents.numbered(survivor).orElseThrow().id(),
                incidents.numbered(younger).orElseThrow().id(),
                "rules",
                "one needs the other",
                now()));
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

    /** What the product does every second: endpoints that are due are looked at. Time passes with it. */
    Night probes(Duration span) {
        Looking.through(app.context(), span, app.clock());
        return this;
    }

    /** What is found at the endpoints of the plans. Nobody answers until a story says so. */
    ToldLooker endpoints() {
        return app.context().getBean(ToldLooker.class);
    }

    public Instant now() {
        return app.clock().instant();
    }

    String ago(int minutes) {
        return now().minus(Duration.ofMinutes(minutes)).toString();
    }

    /** The gravest card, once everything that was said is decided about. */
    public JsonNode card() {
        var cards = cards();
        assertThat(cards.size()).as("cards").isPositive();
        return cards.get(0);
    }

    /** The number of the gravest incident. */
    String incident() {
        return card().path("incident").asString();
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

    /** Presses a button of the gravest incident. */
    HttpResponse<String> acts(String action, String... fields) {
        return presses("/incidents/" + incident() + "/" + action, fields);
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

    /** What the channel of the on-call people shows once everything was decided and sent, oldest first. */
    public List<Message> announced() {
        settle();
        app.sendWhatWaits();
        var messages = app.slack().messages();
        return messages.subList(toldBefore, messages.size());
    }

    /** Decides, and tries once to send what is due. */
    void triesToSend() {
        settle();
        app.triesToSend();
    }

    /** Replies under a message, oldest first. */
    public List<Message> replies(Message to) {
        return app.slack().channel().thread(to);
    }

    FakeSlack slack() {
        return app.slack();
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
        return reads(path, accepted);
    }

    /** All that senders ever said, as it came, read or not. */
    List<String> raws() {
        return app.context()
                .getBean(JdbcClient.class)
                .sql("select raw from signal union all select raw from unreadable_signal")
                .query(String.class)
                .list();
    }

    /** The same at this very moment, whether or not all that was said has been decided about. */
    public String reads(String path, String accepted) {
        return caller().get(path, accepted).body();
    }

    /** What came in a storm was written down first; waits until it is folded. */
    void folds() {
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("inbox") == 0);
    }

    /** Texts that a query finds. */
    List<String> texts(String query) {
        return app.context()
                .getBean(JdbcClient.class)
                .sql(query)
                .query(String.class)
                .list();
    }

    /** Decides until no incident is due, so that what is read is decided about all that was said. */
    private void settle() {
        app.decideWhatIsDue();
    }

    /** Waits until all that was accepted is folded. */
    void foldsAll() {
        app.waitUntilAllIsFolded();
    }

    /** Decides about everything that is due; how long that took. */
    Duration decides() {
        var began = System.nanoTime();
        settle();
        return Duration.ofNanos(System.nanoTime() - began);
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
}
