package whatnow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** "What now?" */
@Command(
        name = "now",
        aliases = "ask",
        description =
                "What now? The card of every open incident, gravest first; with words, of what they say is wrong.")
class NowVerb implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "what is wrong, in your own words")
    List<String> words = List.of();

    @Option(names = "--incident", description = "one incident, by its number")
    Optional<String> incident = Optional.empty();

    @Option(names = "--service", description = "incidents of this service")
    Optional<String> service = Optional.empty();

    @Option(names = "--all", description = "of words: the whole card")
    boolean all;

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() {
        if (!words.isEmpty()) {
            var about = incident.map(it -> it + " ").orElse("");
            return Spoken.line("now " + about + String.join(" ", words), all, json);
        }
        var asked = new ArrayList<String>();
        incident.ifPresent(it -> asked.add("incident=" + Server.encoded(it)));
        service.ifPresent(it -> asked.add("service=" + Server.encoded(it)));
        var query = asked.isEmpty() ? "" : "?" + String.join("&", asked);
        Screen.say(Server.known("cli").get("/api/v1/now" + query, Screen.wantsJson(json)));
        return Terminal.OK;
    }
}
