package whatnow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "incidents", description = "The newest incidents first.")
class IncidentsVerb implements Callable<Integer> {

    @Option(names = "--most", defaultValue = "20", description = "how many (default ${DEFAULT-VALUE})")
    int most;

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        Screen.say(Server.known("cli").get("/api/v1/incidents?most=" + most, Screen.wantsJson(json)));
        return Terminal.OK;
    }
}
