package whatnow.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through all plans for contradictions and gaps.
 *
 * <p>A finding is no error: sources contradict themselves, and plans keep that. Those that somebody
 * has looked at and left stand in {@code plans/plan-findings.yaml} with the reason; only a finding
 * that is new, or one listed there that is gone, asks for attention.
 */
public final class PlanCheck {

    static final String KNOWN = "plan-findings.yaml";

    record KnownFinding(String id, String plan, String why) {}

    record KnownFindings(List<KnownFinding> findings) {}

    /**
     * @param findings all, by plan and line
     * @param fresh those that are not listed as known
     * @param vanished ids that are listed as known and were not found
     */
    public record Report(List<PlanFinding> findings, List<PlanFinding> fresh, List<String> vanished) {

        /** 0 when all is known, else 1. */
        public int exitCode() {
            return fresh.isEmpty() && vanished.isEmpty() ? 0 : 1;
        }

        public String text() {
            var text = new StringBuilder();
            findings.stream()
                    .collect(Collectors.groupingBy(PlanFinding::plan, TreeMap::new, Collectors.toList()))
                    .forEach((plan, all) -> {
                        text.append("%s: %d findings%n".formatted(plan, all.size()));
                        all.forEach(it -> text.append(line(it)));
                        text.append(System.lineSeparator());
                    });
            vanished.forEach(it -> text.append("GONE  %s%n      Remove it from %s.%n%n".formatted(it, KNOWN)));
            return text.append("%d findings: %d known, %d new, %d gone%n"
                            .formatted(findings.size(), findings.size() - fresh.size(), fresh.size(), vanished.size()))
                    .toString();
        }

        public String json() {
            var mapper = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            return mapper.writeValueAsString(Map.of(
                    "findings", findings,
                    "fresh", fresh.stream().map(PlanFinding::id).toList(),
                    "vanished", vanished));
        }

        private String line(PlanFinding it) {
            return "%s  %s  %s:%d%s%n      %s%n      %s%n"
                    .formatted(
                            fresh.contains(it) ? "NEW  " : "known",
                            it.id(),
                            it.file(),
                            it.line(),
                            it.rows().isEmpty() ? "" : "  [" + String.join(", ", it.rows()) + "]",
                            it.what(),
                            it.todo());
        }
    }

    /** @param knowledge folder of the knowledge base, with {@code plans} in it */
    public static Report run(Path knowledge) throws IOException {
        var plans = knowledge.resolve("plans");
        var texts = new FolderTexts(plans).read();
        var defaults = texts.stream()
                .filter(it -> it.plan().equals(PlanText.DEFAULTS))
                .findFirst()
                .orElse(PlanText.noDefaults());
        var articles = ArticleFindings.in(knowledge);
        var findings = new ArrayList<PlanFinding>();
        PlanReader.problemsOf(defaults).forEach(it -> findings.add(broken(it)));
        findings.addAll(shared(defaults));
        for (var text : texts) {
            if (text.equals(defaults)) {
                continue;
            }
            switch (PlanReader.read(text, defaults)) {
                case PlanReader.Refused refused -> refused.problems().forEach(it -> findings.add(broken(it)));
                case PlanReader.Taken taken -> {
                    var checked = new CheckedPlan(taken.plan(), taken.lines());
                    findings.addAll(findingsOf(checked));
                    findings.addAll(articles.of(checked));
                }
            }
        }
        return compared(findings, known(plans.resolve(KNOWN)));
    }

    static List<PlanFinding> findingsOf(CheckedPlan checked) {
        var all = new ArrayList<PlanFinding>();
        all.addAll(SeverityFindings.of(checked));
        all.addAll(TargetFindings.of(checked));
        all.addAll(ThresholdFindings.of(checked));
        all.addAll(ServiceFindings.of(checked));
        all.addAll(OrderFindings.of(checked));
        all.addAll(StrategyFindings.of(checked));
        all.addAll(PeopleFindings.of(checked));
        all.addAll(RecordedFindings.of(checked));
        return all;
    }

    private static Report compared(List<PlanFinding> findings, List<KnownFinding> known) {
        var once = new HashSet<String>();
        var sorted = findings.stream()
                .filter(it -> once.add(it.id()))
                .sorted(Comparator.comparing(PlanFinding::plan)
                        .thenComparingInt(PlanFinding::line)
                        .thenComparing(PlanFinding::id))
                .toList();
        var listed = known.stream().map(KnownFinding::id).collect(Collectors.toSet());
        return new Report(
                sorted,
                sorted.stream().filter(it -> !listed.contains(it.id())).toList(),
                listed.stream().filter(it -> !once.contains(it)).sorted().toList());
    }

    private static PlanFinding broken(PlanProblem it) {
        return new PlanFinding(
                "%s/broken/%d".formatted(it.plan(), it.line()),
                it.plan(),
                it.file(),
                it.line(),
                List.of(),
                "The plan cannot be loaded: " + it.sentence(),
                it.remedy());
    }

    /** The shared file has rows of gaps and doubtful words too; they are told once and not for every plan. */
    private static List<PlanFinding> shared(PlanText defaults) {
        var reader = new RecordReader(defaults);
        var node =
                PlanReader.problemsOf(defaults).isEmpty() ? SafeYaml.compose(defaults.text()) : Optional.<Node>empty();
        return node.map(it -> {
                    var read = reader.read(PlanDefaults.class, it);
                    var plan = PlanReader.onlyShared(read);
                    return RecordedFindings.of(new CheckedPlan(plan, reader.lines()));
                })
                .orElseGet(List::of);
    }

    private static List<KnownFinding> known(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        var text = new PlanText("", file.toString(), Files.readString(file));
        try {
            var reader = new RecordReader(text);
            var known = SafeYaml.compose(text.text()).map(it -> reader.read(KnownFindings.class, it));
            if (!reader.problems().isEmpty()) {
                throw new IOException(reader.problems().getFirst().sentence());
            }
            return known.map(KnownFindings::findings).orElseGet(List::of);
        } catch (YamlRefused e) {
            throw new IOException(e.in(text).sentence(), e);
        }
    }

    private PlanCheck() {}
}
