package whatnow.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import whatnow.testkit.KeptConnection;

/**
 * Sends as many alerts as a server takes through Prometheus' own door, {@code POST /api/v2/alerts}, which Whatnow and
 * Alertmanager both have: the same bodies, the same generator, the same machine. See {@code docs/benchmarks.md}.
 */
final class StormLoad {

    private static final int SERVICES = 200;

    private final URI address;
    private final String token;
    private final int batch;
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    private StormLoad(URI address, String token, int batch) {
        this.address = address;
        this.token = token;
        this.batch = batch;
    }

    /** What one connection saw. */
    private record Seen(int accepted, int refused, List<Double> millis) {}

    /** Arguments: the server's address, a token ({@code -} for none), alerts in a request, connections, seconds. */
    public static void main(String[] arguments) throws Exception {
        var load = new StormLoad(URI.create(arguments[0]), arguments[1], Integer.parseInt(arguments[2]));
        load.run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }

    private void run(int connections, int seconds) throws InterruptedException, ExecutionException {
        try (var senders = Executors.newFixedThreadPool(connections)) {
            var start = System.nanoTime();
            var end = start + seconds * 1_000_000_000L;
            var running = new ArrayList<Future<Seen>>();
            for (var connection = 0; connection < connections; connection++) {
                running.add(senders.submit((Callable<Seen>) () -> send(end)));
            }
            var seen = new ArrayList<Seen>();
            for (var one : running) {
                seen.add(one.get());
            }
            report(connections, (System.nanoTime() - start) / 1e9, seen);
        }
    }

    private Seen send(long end) throws IOException {
        var accepted = 0;
        var refused = 0;
        var millis = new ArrayList<Double>();
        try (var connection = new KeptConnection(address, "/api/v2/alerts", "Authorization: Bearer " + token)) {
            while (System.nanoTime() < end) {
                var body = body();
                var began = System.nanoTime();
                var status = connection.post(body).status();
                millis.add((System.nanoTime() - began) / 1e6);
                if (status / 100 == 2) {
                    accepted += batch;
                } else {
                    refused++;
                }
            }
        }
        return new Seen(accepted, refused, millis);
    }

    private byte[] body() {
        var starts = Instant.ofEpochMilli(System.currentTimeMillis()).truncatedTo(ChronoUnit.MILLIS);
        var text = new StringBuilder("[");
        for (var index = 0; index < batch; index++) {
            text.append(index == 0 ? "" : ",").append(alert(number.incrementAndGet(), starts));
        }
        return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String alert(long number, Instant starts) {
        return """
                {"labels":{"alertname":"HighErrorRate","service":"shop-%d","severity":"critical","cluster":"eu-1",\
                "namespace":"shop","pod":"shop-%d","instance":"10.0.0.1:9090","job":"shop"},\
                "annotations":{"summary":"shop-%d answers with errors","description":"5xx above 5 %% for five minutes"},\
                "startsAt":"%s","generatorURL":"http://prometheus.example/graph?g0.expr=errors"}""".formatted(number % SERVICES, number, number % SERVICES, starts);
    }

    private void report(int connections, double seconds, List<Seen> seen) {
        var accepted = seen.stream().mapToLong(Seen::accepted).sum();
        var millis = seen.stream().flatMap(it -> it.millis().stream()).sorted().toList();
        System.out.printf(
                "%s batch %d, connections %d: %.0f alerts/s accepted, refused %d requests, p50 %.1f ms, p99 %.1f ms%n",
                address,
                batch,
                connections,
                accepted / seconds,
                seen.stream().mapToInt(Seen::refused).sum(),
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100));
    }
}
