package whatnow.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.ArticleCheck;
import whatnow.knowledge.measure.Measuring;
import whatnow.knowledge.measure.QueryFile;

@Command(name = "knowledge", description = "Looks after articles.", subcommands = CoverageVerb.class)
class KnowledgeVerb {

    @Command(name = "check", description = "Names everything in a folder of articles that a machine can find wrong.")
    int check(
            @Option(names = "--knowledge", defaultValue = "knowledge-base", description = "(default ${DEFAULT-VALUE})")
                    Path knowledge) {
        var findings = ArticleCheck.of(knowledge);
        findings.forEach(it -> Screen.say(it.toString()));
        Screen.complain(findings.isEmpty() ? "Nothing to mend." : findings.size() + " findings.");
        return findings.isEmpty() ? Terminal.OK : Terminal.FAILED;
    }

    @Command(
            name = "evaluate",
            description = "Measures the search: questions with known answers, beside plain Lucene on the same files.")
    int evaluate(
            @Option(names = "--documents", required = true, paramLabel = "DIR", description = "any folder of Markdown")
                    Path documents,
            @Option(
                            names = "--queries",
                            required = true,
                            paramLabel = "FILE",
                            description = "one JSON object in a line")
                    Path queries,
            @Option(names = "--json", description = "JSON also on a terminal") boolean json)
            throws IOException {
        try {
            var text = new EvaluationText(Measuring.of(documents, QueryFile.read(queries)));
            Screen.say(Screen.wantsJson(json) ? JsonMapper.shared().writeValueAsString(text.json()) : text.text());
            return Terminal.OK;
        } catch (NoSuchFileException missing) {
            Screen.complain(
                    "The file (%s) does not exist. Try the path of a file of questions.".formatted(missing.getFile()));
            return CommandLine.ExitCode.USAGE;
        } catch (IllegalArgumentException broken) {
            Screen.complain(String.valueOf(broken.getMessage()));
            return CommandLine.ExitCode.USAGE;
        }
    }
}
