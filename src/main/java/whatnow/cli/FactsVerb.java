package whatnow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what can be said, and says it. */
@Command(
        name = "facts",
        description = "Lists the types of facts; with a body, as in POST /api/v1/facts, records one ('-' reads it).")
class FactsVerb implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "BODY", description = "JSON, or '-' for standard input")
    Optional<String> body = Optional.empty();

    @Override
    public Integer call() throws IOException {
        var server = Server.known("cli");
        if (body.isEmpty()) {
            Screen.say(server.get("/api/v1/facts/types", true));
            return Terminal.OK;
        }
        var text = body.get().equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : body.get();
        Screen.say(server.post("/api/v1/facts", text));
        return Terminal.OK;
    }
}
