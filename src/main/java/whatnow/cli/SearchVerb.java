package whatnow.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whatnow.knowledge.Library;
import whatnow.now.Shown;

/** Finds runbook sections; with no server in reach it reads the files itself. */
@Command(name = "search", description = "Finds the section of a runbook. Works without a server.")
class SearchVerb implements Callable<Integer> {

    private static final int HITS = 10;

    @Parameters(arity = "1..*", paramLabel = "WORD", description = "alert name, error text, words")
    List<String> words = List.of();

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        var question = String.join(" ", words);
        try {
            Screen.say(
                    Server.known("cli").get("/api/v1/kb/search?q=" + Server.encoded(question), Screen.wantsJson(json)));
            return Terminal.OK;
        } catch (Server.Away away) {
            Screen.complain(away.getMessage() + " Answered from the files here.");
            try (var library = Library.open(
                    Optional.ofNullable(System.getenv("WHATNOW_KNOWLEDGE")).orElse(""))) {
                library.search(question, HITS)
                        .forEach(it -> Screen.say("%s  %s: %s\n    %s"
                                .formatted(it.citation(), it.title(), it.heading(), Shown.of(it.snippet()))));
            }
            return Terminal.OFFLINE;
        }
    }
}
