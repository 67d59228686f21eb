package whatnow.cli;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** "What now?" */
@Command(name = "now", aliases = "ask", description = "What now? The card of every open incident, gravest first.")
class NowVerb implements Callable<Integer> {

    @Option(names = "--incident", description = "one incident, by its number")
    Optional<String> incident = Optional.empty();

    @Option(names = "--service", description = "incidents of this service")
    Optional<String> service = Optional.empty();

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        var asked = new ArrayList<String>();
        incident.ifPresent(it -> asked.add("incident=" + Server.encoded(it)));
        service.ifPresent(it -> asked.add("service=" + Server.encoded(it)));
        var query = asked.isEmpty() ? "" : "?" + String.join("&", asked);
        Screen.say(Server.known("cli").get("/api/v1/now" + query, Screen.wantsJson(json)));
        return Terminal.OK;
    }
}
