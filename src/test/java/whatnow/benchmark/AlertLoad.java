package whatnow.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts alerts to a running server on this machine and says how long it takes until the decision that knows them can be
 * read. It has a {@code main} because a server must run: see {@code docs/benchmarks.md}.
 *
 * <p>An alert counts as decided when {@code GET /api/v1/now} shows a card of its service that was decided after the
 * post was answered. That is never too early; it is too late where a decision fell between commit and answer.
 */
final class AlertLoad {

    private static final List<String> SERVICES = List.of("freight-api", "ingestion", "web", "reporting", "cache");
    private static final List<String> ALERTS =
            List.of("HighErrorRate", "HighLatency", "ServiceDown", "HighMemoryUsage");

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final String summary;
    private final String run = Long.toHexString(System.nanoTime());
    private final Queue<Posted> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<Double> posts = new ConcurrentLinkedQueue<>();
    private final List<Double> reads = new ArrayList<>();
    private final List<Double> healths = new ArrayList<>();
    private final List<Double> decided = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    private record Posted(String service, long began, Instant answered) {}

    private AlertLoad(String url, String token, int summary) {
        this.url = url;
        this.token = token;
        this.summary = "load ".repeat(summary / 5);
    }

    /** Arguments: the server's address, a token, alerts a second, seconds; and if wanted the length of an alert's summary. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var summary = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 5;
        new AlertLoad(arguments[0], arguments[1], summary)
                .run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }

    private void run(int aSecond, int seconds) throws IOException, InterruptedException {
        post("/api/v1/plans/freight/activation", "{\"active\":true}");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sender = Thread.ofPlatform().start(() -> {
                var start = System.nanoTime();
                for (var number = 0; number < aSecond * seconds; number++) {
                    var index = number;
                    LockSupport.parkNanos(start + number * 1_000_000_000L / aSecond - System.nanoTime());
                    senders.submit(() -> alert(index));
                }
            });
            var patience = System.nanoTime() + Duration.ofSeconds(seconds + 10L).toNanos();
            while (sender.isAlive() || !waiting.isEmpty() && System.nanoTime() < patience) {
                look();
                Thread.sleep(20);
            }
        }
        System.out.printf(
                "alerts posted: %d, refused: %d, not seen decided: %d%n", posts.size(), refused.get(), waiting.size());
        Figures.print("GET /health (baseline)", healths);
        Figures.print("GET /api/v1/now", reads);
        Figures.print("POST of an alert", List.copyOf(posts));
        Figures.print("post until its decision is readable", decided);
    }

    private Void alert(int number) throws IOException, InterruptedException {
        var service = SERVICES.get(number % SERVICES.size());
        var body = """
                {"version":"4","groupKey":"load","status":"firing","receiver":"whatnow","groupLabels":{},"commonLabels":{},
                 "commonAnnotations":{},"externalURL":"http://alertmanager.example","alerts":[{"status":"firing",
                 "labels":{"alertname":"%s","service":"%s","system":"freight","severity":"critical","instance":"%s-%d"},
                 "annotations":{"summary":"%s"},"startsAt":"%s","endsAt":"0001-01-01T00:00:00Z",
                 "generatorURL":"http://prometheus.example","fingerprint":"%016x"}]}
                """.formatted(
                        ALERTS.get(number / SERVICES.size() % ALERTS.size()),
                        service,
                        run,
                        number,
                        summary,
                        wallClock().truncatedTo(ChronoUnit.MILLIS),
                        Long.parseUnsignedLong(run, 16) + number);
        var began = System.nanoTime();
        var status = post("/api/v1/ingest/alertmanager", body);
        posts.add(millisSince(began));
        if (status / 100 == 2) {
            waiting.add(new Posted(service, began, wallClock()));
        } else {
            refused.incrementAndGet();
        }
        return null;
    }

    private void look() throws IOException, InterruptedException {
        var before = System.nanoTime();
        get("/health");
        healths.add(millisSince(before));
        before = System.nanoTime();
        var newest = newest(json.readTree(get("/api/v1/now")));
        reads.add(millisSince(before));
        waiting.removeIf(it -> {
            var seen = newest.getOrDefault(it.service(), Instant.EPOCH).isAfter(it.answered());
            if (seen) {
                decided.add(millisSince(it.began()));
            }
            return seen;
        });
    }

    /** When the card of each service was decided. */
    private static Map<String, Instant> newest(JsonNode answer) {
        var newest = new HashMap<String, Instant>();
        var cards = answer.path("cards");
        for (var card : cards) {
            var at = Instant.parse(card.path("decidedAt").asString());
            for (var service : card.path("head").path("services")) {
                newest.merge(service.asString(), at, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return newest;
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).header("Accept", "application/json").build(), BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private static double millisSince(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    /** The server's clock too, because it runs on this machine. Only {@code whatnow.time} may read it as an Instant. */
    private static Instant wallClock() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
