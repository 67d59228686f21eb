package whatnow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a server which rows of its plans have no rule, article or drill yet. */
@Command(name = "coverage", description = "Names the rows of each plan that lack a rule, an article or a drill.")
class CoverageVerb implements Callable<Integer> {

    @Option(names = "--json", description = "JSON also on a terminal, with the rows that lack nothing")
    boolean json;

    @Override
    public Integer call() {
        Screen.say(Server.known("cli").get("/api/v1/kb/coverage", Screen.wantsJson(json)));
        return Terminal.OK;
    }
}
