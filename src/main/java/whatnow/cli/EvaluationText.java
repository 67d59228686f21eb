package whatnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import whatnow.knowledge.measure.Evaluation;

/** An evaluation as people read it and as programs do. */
final class EvaluationText {

    private static final int WORST = 20;
    private static final int SHOWN = 3;

    private final Evaluation evaluation;

    EvaluationText(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The first engine is ours; the second is what it is compared with. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add("%-9s %-14s %7s %8s %10s %6s %9s %8s %8s"
                .formatted(
                        "style", "engine", "queries", "nDCG@10", "recall@10", "MRR", "success@1", "p50 ms", "p99 ms"));
        for (var style : evaluation.answers().getFirst().figures().keySet()) {
            evaluation.answers().forEach(it -> lines.add(row(style, it)));
            ratio(style).ifPresent(lines::add);
        }
        lines.add("");
        lines.add("The worst %d:".formatted(WORST));
        evaluation.answers().getFirst().worst(WORST).forEach(it -> {
            lines.add("%.2f %s %s: %s"
                    .formatted(
                            it.ndcg(),
                            it.query().id(),
                            it.query().style(),
                            it.query().text()));
            lines.add("     wanted " + String.join(", ", it.query().grades().keySet()));
            lines.add("     found  " + it.found().stream().limit(SHOWN).collect(Collectors.joining(", ")));
        });
        return String.join("\n", lines);
    }

    Map<String, Object> json() {
        var engines = new LinkedHashMap<String, Object>();
        for (var answers : evaluation.answers()) {
            var styles = new LinkedHashMap<String, Object>();
            answers.figures().forEach((style, figures) -> styles.put(style, json(figures)));
            engines.put(answers.engine(), styles);
        }
        var worst = evaluation.answers().getFirst().worst(WORST).stream()
                .map(it -> Map.of(
                        "qid", it.query().id(),
                        "query", it.query().text(),
                        "ndcg", it.ndcg(),
                        "wanted", List.copyOf(it.query().grades().keySet()),
                        "found", it.found()))
                .toList();
        return Map.of("engines", engines, "worst", worst);
    }

    private static Map<String, Object> json(Evaluation.Figures figures) {
        var json = new LinkedHashMap<String, Object>();
        json.put("queries", figures.queries());
        json.put("ndcg10", figures.ndcg());
        json.put("recall10", figures.recall());
        json.put("mrr", figures.reciprocalRank());
        json.put("success1", figures.success());
        json.put("p50Millis", figures.p50() / 1e6);
        json.put("p99Millis", figures.p99() / 1e6);
        return json;
    }

    private static String row(String style, Evaluation.Answers answers) {
        var it = answers.figures().get(style);
        return it == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%-9s %-14s %7d %8.3f %10.3f %6.3f %9.3f %8.2f %8.2f",
                        style,
                        answers.engine(),
                        it.queries(),
                        it.ndcg(),
                        it.recall(),
                        it.reciprocalRank(),
                        it.success(),
                        it.p50() / 1e6,
                        it.p99() / 1e6);
    }

    private Optional<String> ratio(String style) {
        if (evaluation.answers().size() < 2) {
            return Optional.empty();
        }
        var ours = evaluation.answers().get(0).figures().get(style);
        var plain = evaluation.answers().get(1).figures().get(style);
        if (ours == null || plain == null || plain.ndcg() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(Locale.ROOT, "%-9s %-14s %7s %8.3f", style, "ratio", "", ours.ndcg() / plain.ndcg()));
    }
}
