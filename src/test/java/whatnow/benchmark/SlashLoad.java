package whatnow.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends signed slash commands to a running server on this machine, as Slack would, and says how long the first answer takes.
 * It has a {@code main} because a server must run: see {@code docs/benchmarks.md}.
 */
final class SlashLoad {

    private static final List<String> LINES = List.of(
            "now",
            "replica lag is 40 min and us-east-1 is gone",
            "why",
            "who",
            "status",
            "fact replica in us-west-2 is 20 s behind",
            "the api is slow and the queue is piling up",
            "search promote standby",
            "why not SEV1");

    private static final Pattern CODE = Pattern.compile("/chat/link\\?code=([A-Za-z0-9_-]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final String secret;
    private final Map<String, Queue<Double>> answers =
            LINES.stream().collect(Collectors.toMap(it -> it, _ -> new ConcurrentLinkedQueue<>()));
    private final Queue<Double> healths = new ConcurrentLinkedQueue<>();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private SlashLoad(String url, String token, String secret) {
        this.url = url;
        this.token = token;
        this.secret = secret;
    }

    /** Arguments: the server's address, a token, its signing secret of Slack, commands a second, seconds. */
    public static void main(String[] arguments) throws Exception {
        new SlashLoad(arguments[0], arguments[1], arguments[2])
                .run(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }

    private void run(int aSecond, int seconds) throws Exception {
        post("/api/v1/plans/freight/activation", "application/json", "{\"active\":true}");
        post("/api/v1/ask", "application/json", "{\"line\":\"declare freight-db is down in us-east-1\"}");
        link();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (var number = 0; number < aSecond * seconds; number++) {
                var line = LINES.get(number % LINES.size());
                LockSupport.parkNanos(start + number * 1_000_000_000L / aSecond - System.nanoTime());
                senders.submit(() -> say(line));
                if (number % 10 == 0) {
                    senders.submit(this::health);
                }
            }
            senders.shutdown();
            senders.awaitTermination(30, TimeUnit.SECONDS);
        }
        System.out.printf("refused: %d, put off for later: %d%n", refused.get(), late.get());
        Figures.print("GET /health (baseline)", List.copyOf(healths));
        LINES.forEach(it -> Figures.print("/whatnow " + it, List.copyOf(Objects.requireNonNull(answers.get(it)))));
        Figures.print("all", answers.values().stream().flatMap(Queue::stream).toList());
    }

    /** The first command of somebody unknown is answered with a link; whoever holds the token opens it. */
    private void link() throws Exception {
        var code = CODE.matcher(command("now").body());
        if (code.find()) {
            post("/chat/link", "application/x-www-form-urlencoded", "code=" + code.group(1));
        }
    }

    private Void say(String line) throws Exception {
        var began = System.nanoTime();
        var answer = command(line);
        Objects.requireNonNull(answers.get(line)).add((System.nanoTime() - began) / 1e6);
        if (answer.statusCode() != 200) {
            refused.incrementAndGet();
        } else if (answer.body().contains("Looking")) {
            late.incrementAndGet();
        }
        return null;
    }

    private Void health() throws IOException, InterruptedException {
        var began = System.nanoTime();
        http.send(HttpRequest.newBuilder(URI.create(url + "/health")).build(), BodyHandlers.discarding());
        healths.add((System.nanoTime() - began) / 1e6);
        return null;
    }

    private HttpResponse<String> command(String line) throws Exception {
        var fields = Map.of(
                "team_id", "T1",
                "channel_id", "C1",
                "channel_name", "incidents",
                "user_id", "U1",
                "user_name", "anna",
                "command", "/whatnow",
                "text", line,
                "response_url", "https://hooks.slack.com/commands/T1/1/x",
                "trigger_id", Long.toHexString(System.nanoTime()));
        var body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var at = Long.toString(System.currentTimeMillis() / 1000);
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/chat/slack/command"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Slack-Request-Timestamp", at)
                        .header("X-Slack-Signature", signature(at, body))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String signature(String at, String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signed = mac.doFinal(("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8));
        return "v0=" + HexFormat.of().formatHex(signed);
    }

    private void post(String path, String type, String body) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }
}
