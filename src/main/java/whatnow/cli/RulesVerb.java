package whatnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whatnow.rulebook.RuleBook;
import whatnow.rulebook.RuleSources;
import whatnow.rulebook.RulesDoNotCompile;

@Command(name = "rules", description = "Looks after rules.")
class RulesVerb {

    @Command(name = "test", description = "Compiles every rule book of a folder and names what is wrong.")
    int test(@Option(names = "--rules", defaultValue = "rules", description = "(default ${DEFAULT-VALUE})") Path rules)
            throws IOException {
        var worst = Terminal.OK;
        try (var books = Files.list(rules)) {
            for (var book : books.filter(Files::isDirectory).sorted().toList()) {
                worst = Math.max(worst, test(book.getFileName().toString(), book));
            }
        }
        return worst;
    }

    private static int test(String name, Path folder) {
        try {
            var book = RuleBook.compile(name, RuleSources.of(folder).text());
            Screen.say("%-15s %3d rules, sha256 %s"
                    .formatted(name, book.rules().size(), book.sha256().substring(0, 12)));
            return Terminal.OK;
        } catch (RulesDoNotCompile broken) {
            broken.problems().forEach(it -> Screen.complain(name + "/" + it));
            return Terminal.FAILED;
        }
    }
}
