package whatnow.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes tokens and login links with an admin's token, or with the one in the data directory. */
@Command(name = "token", description = "Makes a token, or with --link a login link that works once. It is shown once.")
class TokenVerb implements Callable<Integer> {

    @Option(
            names = "--role",
            required = true,
            description = "viewer, responder, commander, rule_author, approver, admin or intake")
    String role = "";

    @Option(names = "--name", description = "who uses it", defaultValue = "")
    String name = "";

    @Option(names = "--link", description = "a login link instead of a token; whoever opens it gives their name")
    boolean link;

    @Override
    public Integer call() {
        var server = Server.known("admin");
        var body = "{\"role\":\"%s\",\"name\":\"%s\"}".formatted(quoted(role), quoted(name));
        var answer = server.post(link ? "/api/v1/links" : "/api/v1/tokens", body);
        Screen.say(link ? answer.replace("\"path\":\"", "\"link\":\"" + server.address()) : answer);
        return Terminal.OK;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "");
    }
}
