package whatnow.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import whatnow.chat.words.Names;
import whatnow.chat.words.Sentences;
import whatnow.chat.words.WordsReport;
import whatnow.plan.PlanId;
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
        var sentences = Sentences.of(text(file, "a text file of sentences (docs/words.md)"));
        var report = WordsReport.of(sentences, Names.of(plans(knowledge.resolve("plans"), sentences.plans())));
        Screen.say(Screen.wantsJson(json) ? JsonMapper.shared().writeValueAsString(report) : report.text());
        return report.exitCode();
    }

    private static List<RecoveryPlan> plans(Path folder, List<String> names) throws IOException {
        var defaults = text(folder.resolve("defaults.yaml"), "the defaults of all plans; see --knowledge");
        var plans = Stream.<RecoveryPlan>builder();
        for (var name : names) {
            var file = folder.resolve(new PlanId(name).name()).resolve("plan.yaml");
            plans.add(PlanReader.of(name, text(file, "the plan that @plans names (%s)".formatted(name)), defaults));
        }
        return plans.build().toList();
    }

    private static String text(Path file, String expected) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("%s does not exist; expected %s.".formatted(file, expected), e);
        } catch (CharacterCodingException e) {
            throw new IOException("%s is not text in UTF-8; expected %s.".formatted(file, expected), e);
        }
    }
}
