package whatnow.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Limits of one quantity that differ, and drills that are judged by another time than the promised one. */
final class ThresholdFindings {

    private static final Pattern UNIT_OF_NAME =
            Pattern.compile("_(p\\d+|avg|mean|seconds|minutes|ms|milliseconds|percent|ratio)(?=_|$)");

    static List<PlanFinding> of(CheckedPlan checked) {
        var found = new ArrayList<PlanFinding>();
        thresholds(checked, found);
        drills(checked, found);
        return found;
    }

    private static void thresholds(CheckedPlan checked, List<PlanFinding> found) {
        var byQuantity = checked.plan().thresholds().stream()
                .collect(Collectors.groupingBy(it -> quantity(it.metric()), LinkedHashMap::new, Collectors.toList()));
        byQuantity.forEach((quantity, all) -> {
            var own = all.stream().filter(it -> !it.shared()).findFirst();
            if (own.isPresent()
                    && all.stream().map(ThresholdFindings::normal).distinct().count() > 1) {
                found.add(checked.finding(
                        "threshold-differs",
                        quantity,
                        "thresholds." + checked.plan().thresholds().indexOf(own.get()),
                        all.stream()
                                .flatMap(it -> it.rows().stream())
                                .distinct()
                                .toList(),
                        "One quantity (%s) has several limits: %s."
                                .formatted(
                                        quantity,
                                        all.stream()
                                                .map(ThresholdFindings::words)
                                                .distinct()
                                                .collect(Collectors.joining("; "))),
                        "Each limit serves its purpose only; make sure that this is meant."));
            }
        });
    }

    private static void drills(CheckedPlan checked, List<PlanFinding> found) {
        var plan = checked.plan();
        for (var i = 0; i < plan.thresholds().size(); i++) {
            var threshold = plan.thresholds().get(i);
            if (threshold.purpose() != Threshold.Purpose.DRILL || threshold.shared()) {
                continue;
            }
            var metric = threshold.metric().toLowerCase(Locale.ROOT);
            var promised = metric.contains("loss") || metric.contains("rpo")
                    ? plan.target().rpo()
                    : metric.contains("recovery") || metric.contains("failover") || metric.contains("rto")
                            ? plan.target().rto()
                            : Optional.<Duration>empty();
            var judged = seconds(threshold);
            if (promised.isPresent()
                    && judged.isPresent()
                    && !judged.get().equals((double) promised.get().toSeconds())) {
                found.add(checked.finding(
                        "drill-judged-otherwise",
                        threshold.metric(),
                        "thresholds." + i,
                        threshold.rows(),
                        "Drills are judged by %s; the plan promises %s."
                                .formatted(words(threshold), Durations.words(promised.get())),
                        "Judge a drill by the target of what it rehearses, or say why not."));
            }
        }
    }

    private static String quantity(String metric) {
        return UNIT_OF_NAME.matcher(metric).replaceAll("");
    }

    /** Limits in one unit, where the unit is a time or a share. */
    private static String normal(Threshold threshold) {
        return seconds(threshold).map(it -> it + " s").orElseGet(() -> switch (threshold.unit()) {
            case "%", "percent" -> threshold.limit() / 100 + " of 1";
            case "ratio" -> threshold.limit() + " of 1";
            default -> threshold.limit() + " " + threshold.unit();
        });
    }

    private static Optional<Double> seconds(Threshold threshold) {
        return switch (threshold.unit()) {
            case "ms" -> Optional.of(threshold.limit() / 1000);
            case "s", "seconds" -> Optional.of(threshold.limit());
            case "min", "m", "minutes" -> Optional.of(threshold.limit() * 60);
            case "h", "hours" -> Optional.of(threshold.limit() * 3600);
            default -> Optional.empty();
        };
    }

    private static String words(Threshold it) {
        var limit =
                it.limit() == Math.rint(it.limit()) ? String.valueOf((long) it.limit()) : String.valueOf(it.limit());
        return "%s %s %s (%s%s)"
                .formatted(
                        it.below() ? "under" : "over",
                        limit,
                        it.unit(),
                        PlanFormat.word(it.purpose()),
                        it.shared() ? ", shared" : "");
    }

    private ThresholdFindings() {}
}
