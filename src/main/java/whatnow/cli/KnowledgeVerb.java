package whatnow.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whatnow.knowledge.ArticleCheck;

@Command(name = "knowledge", description = "Looks after articles.", subcommands = KnowledgeImport.class)
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
}
