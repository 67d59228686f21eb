package whatnow.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whatnow.decision.DecisionLanguage;
import whatnow.knowledge.Library;
import whatnow.rulebook.RulesTest;
import whatnow.signal.SymptomLanguage;

@Command(name = "rules", description = "Looks after rules.")
class RulesVerb {

    @Command(
            name = "test",
            description = "Compiles every rule book of a folder, runs its examples and names what is wrong.")
    @SuppressWarnings("SystemOut")
    int test(
            @Option(names = "--rules", defaultValue = "rules", description = "(default ${DEFAULT-VALUE})") Path rules,
            @Option(names = "--knowledge", defaultValue = "knowledge-base", description = "(default ${DEFAULT-VALUE})")
                    Path knowledge,
            @Option(names = "--junit", paramLabel = "FILE", description = "writes a report for build servers")
                    Optional<Path> junit) {
        var languages = List.of(SymptomLanguage.language(), DecisionLanguage.language());
        try (var library = Library.of(knowledge)) {
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            return new RulesTest(languages, DecisionLanguage.articles(library)).run(rules, junit, out);
        }
    }
}
