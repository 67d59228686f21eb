package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the next decision costs in an incident of 10 signals and in one of 100,000, in turn in the same run. Its name ends in
 * no {@code Test}, so that it runs only when asked for: {@code mvn -Dquickly -Dtest=NextDecisionMeasurement test}; the figures
 * are in {@code target/next-decision.txt}.
 */
class NextDecisionMeasurement {

    private static final int FEW = 10;
    private static final int MANY = 100_000;
    private static final int BATCH = 4_000;
    private static final int ROUNDS = 400;
    private static final int WARM = 100;

    private final Night night = Night.under("freight", "tracktion");
    private int number;

    @Test
    void theNextDecisionCostsTheSameInAStorm() throws IOException {
        says("freight", "freight-db", FEW);
        for (var said = 0; said < MANY; said += BATCH) {
            says("tracktion", "database", BATCH);
        }
        night.decides();
        assertThat(night.cards()).hasSize(2);

        var few = new ArrayList<Double>();
        var many = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            few.add(next("freight", "freight-db"));
            many.add(next("tracktion", "database"));
        }
        var lines = List.of(
                line(FEW, few), line(MANY, many), "ratio of medians %.2f".formatted(at(many, 50) / at(few, 50)));
        Files.write(Path.of("target", "next-decision.txt"), lines);
        lines.forEach(System.out::println);
        night.close();
    }

    /** Another alert changes the count of its symptom; what is measured is what comes after it was folded. */
    private double next(String plan, String service) {
        night.passes(Duration.ofSeconds(1));
        says(plan, service, 1);
        return night.decides().toNanos() / 1e6;
    }

    private void says(String plan, String service, int alerts) {
        var batch = IntStream.range(0, alerts)
                .mapToObj(_ -> Map.of(
                        "status",
                        "firing",
                        "startsAt",
                        night.now().toString(),
                        "labels",
                        Map.of(
                                "alertname",
                                "Errors",
                                "system",
                                plan,
                                "service",
                                service,
                                "symptom",
                                "ERRORS",
                                "pod",
                                "pod-" + number++)))
                .toList();
        var answer = night.post("/api/v1/ingest/alertmanager", Map.of("version", "4", "alerts", batch));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        night.foldsAll();
    }

    private static String line(int signals, List<Double> millis) {
        return "%d signals: p50 %.2f ms, p99 %.2f ms".formatted(signals, at(millis, 50), at(millis, 99));
    }

    private static double at(List<Double> millis, int percent) {
        var sorted = millis.stream().skip(WARM).sorted().toList();
        return sorted.get(sorted.size() * percent / 100);
    }
}
