package whatnow.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Alerts at a steady pace, whatever becomes of them, and a record of every call and its answer. No alert is sent again:
 * what was not answered may or may not be there.
 *
 * <p>Every twentieth call brings so many at once that the product writes them down first and folds them later.
 */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BATCH = 60;
    private static final int EVERY = 20;
    private static final int SERVICES = 20;

    private static final String ALERT = """
            {"status": "firing", "fingerprint": "%1$s", "startsAt": "%2$s", "endsAt": "0001-01-01T00:00:00Z",
             "labels": {"alertname": "Errors", "service": "shop-%3$d", "symptom": "ERRORS", "region": "us-east-1",
              "zone": "us-east-1a", "key": "%1$s"}, "annotations": {"summary": "shop-%3$d fails"}}""";

    private static final String WEBHOOK = """
            {"version": "4", "status": "firing", "receiver": "w", "externalURL": "http://am:9093", "alerts": [%s]}""";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final String address;
    private final String token;
    private final long pauseMillis;
    private final Future<?> pacing;
    private volatile boolean isOver;

    /**
     * One request.
     *
     * @param keys fingerprints of its alerts
     * @param status 0 if nobody answered
     */
    record Call(List<String> keys, Instant sent, Duration took, int status, String body) {

        boolean isTaken() {
            return status == 200 || status == 202;
        }

        boolean isJournalled() {
            return isTaken() && body.contains("\"recorded\":\"journal\"");
        }

        boolean isInTheDatabase() {
            return isTaken() && !isJournalled();
        }

        boolean isSentAfter(Instant at) {
            return sent.isAfter(at);
        }
    }

    private Load(String address, String token, int aSecond) {
        this.address = address;
        this.token = token;
        this.pauseMillis = 1000 / aSecond;
        this.pacing = senders.submit(this::sendAll);
    }

    static Load on(Product product, int aSecond) {
        return new Load(product.address(), product.token("intake"), aSecond);
    }

    /** So far, the oldest first. */
    List<Call> calls() {
        return calls.stream()
                .sorted((one, other) -> one.sent().compareTo(other.sent()))
                .toList();
    }

    /** Those that were answered with yes. */
    List<String> promised() {
        return calls.stream()
                .filter(Call::isTaken)
                .flatMap(it -> it.keys().stream())
                .toList();
    }

    List<Call> since(Instant at) {
        return calls().stream().filter(it -> it.isSentAfter(at)).toList();
    }

    /** Sends no more and waits for the last answer. */
    void stops() {
        isOver = true;
        close();
    }

    @Override
    public void close() {
        isOver = true;
        try {
            pacing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
        senders.close();
        client.close();
    }

    private void sendAll() {
        while (!isOver) {
            var mine = number.incrementAndGet();
            senders.submit(() -> calls.add(call(mine)));
            try {
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Call call(int mine) {
        var keys = mine % EVERY == 0
                ? IntStream.range(0, BATCH)
                        .mapToObj(it -> "k%d-%d".formatted(mine, it))
                        .toList()
                : List.of("k" + mine);
        var sent = Instant.now();
        var alerts = keys.stream()
                .map(it -> ALERT.formatted(it, sent, Math.floorMod(it.hashCode(), SERVICES)))
                .collect(Collectors.joining(","));
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/ingest/alertmanager"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(WEBHOOK.formatted(alerts)))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return new Call(keys, sent, Duration.between(sent, Instant.now()), answer.statusCode(), answer.body());
        } catch (IOException nobody) {
            return new Call(keys, sent, Duration.between(sent, Instant.now()), 0, nobody.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Call(keys, sent, Duration.between(sent, Instant.now()), 0, "stopped");
        }
    }
}
