package whatnow.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.incident.SymptomKind;
import whatnow.signal.Reading;
import whatnow.signal.ShippedSymptoms;
import whatnow.signal.Signal;

/**
 * Says how many alerts of other people's projects the book {@code symptoms} can read. Its name ends in no {@code Test}, so
 * that it runs only when asked for: {@code WHATNOW_OPEN_DATA=... mvn -Dquickly -Dtest=SymptomsMeasurement test}; the
 * figures are in {@code target/symptoms-measured.txt}.
 */
class SymptomsMeasurement {

    private static final Instant SOME_TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final Path FIGURES = Path.of("target", "symptoms-measured.txt");
    private static final int COMMONEST = 60;

    /** An alert as its project defined it. */
    record Found(String source, Signal signal, SymptomKind kind, boolean taught, String service) {}

    private final JsonMapper json = new JsonMapper();
    private final List<String> lines = new ArrayList<>();

    @Test
    void realAlertsAreRead() throws IOException {
        var folder = System.getenv("WHATNOW_OPEN_DATA");
        Assumptions.assumeTrue(folder != null, "WHATNOW_OPEN_DATA names no folder");

        var definitions = definitions(Path.of(folder));
        report("alert definitions", definitions);
        definitions.stream()
                .collect(Collectors.groupingBy(Found::source, TreeMap::new, Collectors.toList()))
                .forEach(this::share);
        report("alerts in webhook bodies", payloads(Path.of(folder)));
        others(definitions);
        examples(definitions);
        Files.write(FIGURES, lines);
    }

    private List<Found> definitions(Path folder) throws IOException {
        try (var read = Files.lines(folder.resolve("alerts.jsonl"))) {
            return read.map(json::readTree)
                    .map(it -> found(
                            it.path("source").asString(""),
                            signal(it.path("alertname").asString(""), it.path("labels"), it.path("annotations"))))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private List<Found> payloads(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("payloads"))) {
            var bodies =
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
            return bodies.stream()
                    .flatMap(it -> alerts(it)
                            .map(alert -> found(
                                    it.getFileName().toString(),
                                    signal(
                                            alert.path("labels")
                                                    .path("alertname")
                                                    .asString(""),
                                            alert.path("labels"),
                                            alert.path("annotations").isObject() ? alert.path("annotations") : alert))))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** Those in bodies that have labels, as Alertmanager's and Grafana's have. */
    private Stream<JsonNode> alerts(Path file) {
        try {
            var body = json.readTree(Files.readString(file));
            var alerts = body.path("alerts").isArray() ? body.path("alerts").valueStream() : Stream.of(body);
            return alerts.filter(it -> it.path("labels").isObject());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Found> found(String source, Signal signal) {
        return ShippedSymptoms.reader().read(signal).stream()
                .findFirst()
                .map((Reading it) ->
                        new Found(source, signal, it.kind(), ShippedSymptoms.isTaught(signal), it.service()));
    }

    private static Signal signal(String name, JsonNode labels, JsonNode annotations) {
        var texts = texts(labels);
        if (!name.isEmpty()) {
            texts.put("alertname", name);
        }
        return new Signal(
                "measurement",
                "none",
                SOME_TIME,
                Signal.Status.FIRING,
                Optional.empty(),
                texts,
                texts(annotations),
                SOME_TIME);
    }

    private static TreeMap<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties().stream()
                .filter(it -> it.getValue().isString())
                .forEach(it -> texts.put(it.getKey(), it.getValue().stringValue()));
        return texts;
    }

    private void report(String what, List<Found> found) {
        say("%s: %d".formatted(what, found.size()));
        counted(found, Found::kind)
                .forEach((kind, count) ->
                        say("  %-20s %5d  %4.1f %%".formatted(kind, count, percent(count, found.size()))));
        var untaught = found.stream().filter(it -> !it.taught()).count();
        say("  of OTHER, no word was known: %d (%.1f %%)".formatted(untaught, percent(untaught, found.size())));
        var unnamed =
                found.stream().filter(it -> it.service().startsWith("unnamed")).count();
        say("  service not named: %d (%.1f %%)".formatted(unnamed, percent(unnamed, found.size())));
    }

    private void share(String source, List<Found> found) {
        var untaught = found.stream().filter(it -> !it.taught()).count();
        var other = found.stream().filter(it -> it.kind() == SymptomKind.OTHER).count();
        say("  %-32s %5d alerts, OTHER %4.1f %%, no word known %4.1f %%"
                .formatted(source, found.size(), percent(other, found.size()), percent(untaught, found.size())));
    }

    private void others(List<Found> found) {
        say("commonest names that no row knows:");
        counted(
                        found.stream().filter(it -> !it.taught()).toList(),
                        it -> it.signal().alert())
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Integer.getInteger("names", COMMONEST))
                .forEach(it -> say("  %3d %s".formatted(it.getValue(), it.getKey())));
    }

    private void examples(List<Found> found) {
        say("every twentieth alert, for reading over:");
        for (var index = 0; index < found.size(); index += 20) {
            var it = found.get(index);
            say("  %-20s %s".formatted(it.kind(), it.signal().alert()));
        }
    }

    private static <K extends Comparable<K>> Map<K, Long> counted(List<Found> found, Function<Found, K> by) {
        return found.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static double percent(long part, int whole) {
        return 100.0 * part / Math.max(1, whole);
    }

    private void say(String line) {
        lines.add(line);
    }
}
