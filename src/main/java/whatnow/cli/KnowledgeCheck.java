package whatnow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.ArticleCheck;
import whatnow.knowledge.ArticleCheck.RuleCitation;
import whatnow.knowledge.ArticleCheck.Surroundings;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Finding;
import whatnow.rulebook.WrittenRules;
import whatnow.time.LocalNow;

/** Looks at articles, the rules that cite them and, when a server is in reach, at what searches found. */
@Command(
        name = "check",
        description = "Names everything in a folder of articles that a machine can find wrong. Needs no server.")
class KnowledgeCheck implements Callable<Integer> {

    @Option(names = "--knowledge", defaultValue = "knowledge-base", description = "(default ${DEFAULT-VALUE})")
    Path knowledge = Path.of("knowledge-base");

    @Option(names = "--rules", defaultValue = "rules", description = "(default ${DEFAULT-VALUE})")
    Path rules = Path.of("rules");

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        var reached = ReachedArticles.saidBy(Server.known("cli"));
        var today = new LocalNow().instant().atZone(ZoneOffset.UTC).toLocalDate();
        var findings = ArticleCheck.of(knowledge, new Surroundings(today, citations(), known(reached)));
        if (Screen.wantsJson(json)) {
            Screen.say(json(findings, known(reached).isPresent()));
        } else {
            findings.forEach(it -> Screen.say(it.toString()));
            Screen.complain(summary(findings, reached));
        }
        return findings.stream().anyMatch(Finding::isToMend) ? Terminal.FAILED : Terminal.OK;
    }

    private static Optional<Set<ArticleId>> known(ReachedArticles reached) {
        return switch (reached) {
            case ReachedArticles.Known it -> Optional.of(it.articles());
            case ReachedArticles.Unknown _ -> Optional.empty();
        };
    }

    private Optional<List<RuleCitation>> citations() {
        if (!Files.isDirectory(rules)) {
            return Optional.empty();
        }
        return Optional.of(WrittenRules.in(rules).stream()
                .map(it -> new RuleCitation(it.name(), it.file(), it.line(), it.runbook()))
                .toList());
    }

    private String summary(List<Finding> findings, ReachedArticles reached) {
        var lines = new StringBuilder();
        var toMend = findings.stream().filter(Finding::isToMend).count();
        lines.append(toMend == 0 ? "Nothing to mend." : toMend + " to mend" + counts(findings, true));
        if (toMend < findings.size()) {
            lines.append("\n")
                    .append(findings.size() - toMend)
                    .append(" to know")
                    .append(counts(findings, false));
        }
        if (reached instanceof ReachedArticles.Unknown it) {
            lines.append("\nWhat searches ever reached is not known: ").append(it.why());
        }
        if (!Files.isDirectory(rules)) {
            lines.append("\nWhat rules cite is not known: there is no folder (%s). Try --rules.".formatted(rules));
        }
        return lines.toString();
    }

    private static String counts(List<Finding> findings, boolean isToMend) {
        return Arrays.stream(Finding.Kind.values())
                .map(kind -> Map.entry(kind, count(findings, kind, isToMend)))
                .filter(it -> it.getValue() > 0)
                .map(it -> it.getValue() + " " + it.getKey().words())
                .collect(Collectors.joining(", ", ": ", "."));
    }

    private static long count(List<Finding> findings, Finding.Kind kind, boolean isToMend) {
        return findings.stream()
                .filter(it -> it.kind() == kind && it.isToMend() == isToMend)
                .count();
    }

    private static String json(List<Finding> findings, boolean isReachKnown) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("toMend", findings.stream().filter(Finding::isToMend).count());
        answer.put("searchesKnown", isReachKnown);
        var counts = new LinkedHashMap<String, Long>();
        for (var kind : Finding.Kind.values()) {
            counts.put(kind.key(), count(findings, kind, true) + count(findings, kind, false));
        }
        answer.put("counts", counts);
        answer.put("findings", findings.stream().map(KnowledgeCheck::json).toList());
        return JsonMapper.shared().writeValueAsString(answer);
    }

    private static Map<String, Object> json(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", finding.kind().key());
        json.put("toMend", finding.isToMend());
        json.put("file", finding.file());
        json.put("line", finding.line());
        json.put("what", finding.what());
        json.put("expected", finding.expected());
        json.put("try", finding.tryThis());
        return json;
    }
}
