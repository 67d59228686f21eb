package whatnow.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import whatnow.testkit.KeptConnection;

/**
 * A burst of alerts of 50 causes over 64 connections, while somebody acknowledges an incident again and again (L-2): how many
 * were refused, how long an acknowledgement took, and when all of it was folded. See {@code docs/benchmarks.md}.
 */
final class BurstLoad {

    private static final int CONNECTIONS = 64;
    private static final int CAUSES = 50;
    private static final int MOST_SECONDS = 600;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI address;
    private final String token;
    private final int alerts;
    private final String run = Long.toHexString(System.nanoTime());
    private final AtomicInteger number = new AtomicInteger();

    private BurstLoad(URI address, String token, int alerts) {
        this.address = address;
        this.token = token;
        this.alerts = alerts;
    }

    private record Seen(int accepted, int told, int others, List<Double> millis) {}

    /** Arguments: the server's address, an admin's token, how many alerts. */
    public static void main(String[] arguments) throws Exception {
        new BurstLoad(URI.create(arguments[0]), arguments[1], Integer.parseInt(arguments[2])).run();
    }

    private void run() throws Exception {
        ask("POST", "/api/v1/plans/freight/activation", "{\"active\":true}");
        ask("POST", "/api/v2/alerts", "[" + alert(-1) + "]");
        Thread.sleep(2_000);
        var incident = json.readTree(ask("GET", "/api/v1/now", "").body())
                .path("cards")
                .path(0)
                .path("incident")
                .asString();
        var began = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(CONNECTIONS)) {
            var running = new ArrayList<Future<Seen>>();
            for (var connection = 0; connection < CONNECTIONS; connection++) {
                running.add(senders.submit((Callable<Seen>) this::send));
            }
            var acks = new ArrayList<Double>();
            while (running.stream().anyMatch(it -> !it.isDone())) {
                var before = System.nanoTime();
                var status = ask("POST", "/api/v1/incidents/" + incident + "/acknowledge", "{}")
                        .statusCode();
                if (status != 200) {
                    System.out.println("acknowledging answered " + status);
                }
                acks.add(seconds(before) * 1000);
                Thread.sleep(50);
            }
            var seen = new ArrayList<Seen>();
            for (var one : running) {
                seen.add(one.get());
            }
            report(seconds(began), seen);
            Figures.print("acknowledge during the burst", acks);
        }
        drained();
    }

    private Seen send() throws IOException, InterruptedException {
        var accepted = 0;
        var told = 0;
        var others = 0;
        var millis = new ArrayList<Double>();
        try (var connection = new KeptConnection(address, "/api/v2/alerts", "Authorization: Bearer " + token)) {
            for (var mine = number.getAndIncrement(); mine < alerts; mine = number.getAndIncrement()) {
                var body = ("[" + alert(mine) + "]").getBytes(StandardCharsets.UTF_8);
                var before = System.nanoTime();
                var answer = connection.post(body);
                millis.add(seconds(before) * 1000);
                while (answer.status() == 503 && answer.headers().containsKey("retry-after")) {
                    told++;
                    Thread.sleep(1000L * Integer.parseInt(answer.headers().getOrDefault("retry-after", "5")));
                    answer = connection.post(body);
                }
                if (answer.status() / 100 == 2) {
                    accepted++;
                } else {
                    others++;
                }
            }
        }
        return new Seen(accepted, told, others, millis);
    }

    private String alert(int number) {
        var cause = Math.floorMod(number, CAUSES);
        return """
                {"labels":{"alertname":"Burst%d","service":"%s","system":"freight","severity":"critical","region":"us-east-1",\
                "instance":"%s-%d"},"annotations":{"summary":"errors above 5 %%"},"startsAt":"%s"}""".formatted(
                        cause,
                        cause % 5 == 0 ? "freight-db" : cause % 2 == 0 ? "freight-api" : "ingestion",
                        run,
                        number,
                        Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.MILLIS));
    }

    private void drained() throws IOException, InterruptedException {
        var began = System.nanoTime();
        while (seconds(began) < MOST_SECONDS) {
            var waits = ask("GET", "/metrics", "")
                    .body()
                    .lines()
                    .filter(it -> it.startsWith("whatnow_inbox_alerts"))
                    .anyMatch(it -> !it.endsWith(" 0.0"));
            if (!waits) {
                System.out.printf("all folded %.0f s after the burst%n", seconds(began));
                return;
            }
            Thread.sleep(500);
        }
        System.out.println("not folded after " + MOST_SECONDS + " s");
    }

    private HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void report(double seconds, List<Seen> seen) {
        System.out.printf(
                "%d alerts in %.1f s: %d accepted, %d times told to come back, %d otherwise%n",
                alerts,
                seconds,
                seen.stream().mapToInt(Seen::accepted).sum(),
                seen.stream().mapToInt(Seen::told).sum(),
                seen.stream().mapToInt(Seen::others).sum());
        Figures.print("alert", seen.stream().flatMap(it -> it.millis().stream()).toList());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
