package whatnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import whatnow.chat.Names;
import whatnow.chat.Sentences;
import whatnow.chat.WordsReport;
import whatnow.plan.PlanReader;
import whatnow.plan.RecoveryPlan;

/** How plain words are read. Needs no server. */
@Command(name = "words", description = "Shows how well plain words are read into facts.")
class WordsVerb {

    @Command(
            name = "report",
            description = "Reads the sentences of a file and compares what was read with what the file expects.")
    int report(
            @Parameters(paramLabel = "FILE", description = "sentences with what is to be read in them") Path file,
            @Option(names = "--knowledge", defaultValue = "knowledge-base", description = "(default ${DEFAULT-VALUE})")
                    Path knowledge,
            @Option(names = "--json", description = "JSON also on a terminal") boolean json)
            throws IOException {
        var sentences = Sentences.of(Files.readString(file));
        var report = WordsReport.of(sentences, Names.of(plans(knowledge.resolve("plans"), sentences.plans())));
        Screen.say(Screen.wantsJson(json) ? JsonMapper.shared().writeValueAsString(report) : report.text());
        return report.exitCode();
    }

    private static List<RecoveryPlan> plans(Path folder, List<String> names) throws IOException {
        var defaults = Files.readString(folder.resolve("defaults.yaml"));
        var plans = Stream.<RecoveryPlan>builder();
        for (var name : names) {
            plans.add(PlanReader.of(name, Files.readString(folder.resolve(name).resolve("plan.yaml")), defaults));
        }
        return plans.build().toList();
    }
}
