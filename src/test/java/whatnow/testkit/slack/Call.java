package whatnow.testkit.slack;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One call that was made to us.
 *
 * @param outcome {@code ok}, or the error that was answered
 */
public record Call(String method, JsonNode arguments, String outcome, Instant at) {

    public boolean isOk() {
        return outcome.equals("ok");
    }

    public String argument(String name) {
        return arguments.path(name).asString("");
    }
}
