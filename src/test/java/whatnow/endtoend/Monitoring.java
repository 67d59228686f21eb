package whatnow.endtoend;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Prometheus that watches one target of ours, and a real Alertmanager that reports to the product. */
final class Monitoring implements AutoCloseable {

    static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");

    private static final String ROUTE = """
            route:
              receiver: whatnow
              group_by: [alertname, service]
              group_wait: 100ms
              group_interval: 1s
              repeat_interval: 1m
            """;

    private static final String PROMETHEUS_YML = """
            global:
              scrape_interval: 1s
              scrape_timeout: 1s
              evaluation_interval: 1s
            rule_files: [rules.yml]
            alerting:
              alertmanagers:
                - static_configs: [{targets: ["127.0.0.1:%d"]}]
            scrape_configs:
              - job_name: freight
                static_configs: [{targets: ["127.0.0.1:%d"]}]
            """;

    private static final String RULES_YML = """
            groups:
              - name: freight
                rules:
                  - alert: FreightApiDown
                    expr: sum by (job) (up{job="freight"}) == 0
                    for: 0s
                    labels: {service: freight-api, severity: critical}
                    annotations: {summary: freight-api does not answer}
                  - alert: Watchdog
                    expr: vector(1)
                    labels: {severity: none}
            """;

    private final HttpServer target;
    private final Child alertmanager;
    private final Child prometheus;

    private Monitoring(HttpServer target, Child alertmanager, Child prometheus) {
        this.target = target;
        this.alertmanager = alertmanager;
        this.prometheus = prometheus;
    }

    /** @param receivers the part of alertmanager.yml that the product prints */
    static Monitoring start(Path folder, String receivers) {
        try {
            Files.createDirectories(folder);
            var target = target();
            var port = Product.freePort();
            Files.writeString(folder.resolve("alertmanager.yml"), ROUTE + receivers);
            Files.writeString(
                    folder.resolve("prometheus.yml"),
                    PROMETHEUS_YML.formatted(port, target.getAddress().getPort()));
            Files.writeString(folder.resolve("rules.yml"), RULES_YML);
            var alertmanager = Child.start(
                    folder,
                    "alertmanager",
                    Map.of(),
                    List.of(
                            ALERTMANAGER.toString(),
                            "--config.file=alertmanager.yml",
                            "--storage.path=" + folder.resolve("alertmanager"),
                            "--web.listen-address=127.0.0.1:" + port,
                            "--cluster.listen-address="));
            var prometheus = Child.start(
                    folder,
                    "prometheus",
                    Map.of(),
                    List.of(
                            PROMETHEUS.toString(),
                            "--config.file=prometheus.yml",
                            "--storage.tsdb.path=" + folder.resolve("prometheus"),
                            "--rules.alert.resend-delay=1s",
                            "--web.listen-address=127.0.0.1:" + Product.freePort()));
            return new Monitoring(target, alertmanager, prometheus);
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    void takeTheTargetDown() {
        target.stop(0);
    }

    /** For the message of a failure. */
    String said() {
        return alertmanager.output() + prometheus.output();
    }

    @Override
    public void close() {
        prometheus.close();
        alertmanager.close();
        target.stop(0);
    }

    private static HttpServer target() throws IOException {
        var target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/metrics", exchange -> {
            var metrics = "freight_requests_total 1\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, metrics.length);
            exchange.getResponseBody().write(metrics);
            exchange.close();
        });
        target.start();
        return target;
    }
}
