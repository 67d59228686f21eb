package whatnow.testkit.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Addresses for late answers: each takes five within thirty minutes. */
final class ResponseUrls implements HttpHandler {

    private static final int MOST = 5;
    private static final Duration LIVES = Duration.ofMinutes(30);

    private final Workspace workspace;
    private final String base;
    private final Map<String, Address> addresses = new HashMap<>();
    private final List<Call> posts = new ArrayList<>();

    private record Address(Channel channel, String user, Optional<String> original, Instant expiresAt, int uses) {

        Address used() {
            return new Address(channel, user, original, expiresAt, uses + 1);
        }
    }

    ResponseUrls(Workspace workspace, String base) {
        this.workspace = workspace;
        this.base = base;
    }

    /** @param original the message whose button was pressed */
    synchronized String make(Channel channel, String user, Optional<String> original) {
        var kind = original.isPresent() ? "actions" : "commands";
        var path = "/%s/%s/%d/r4nd0m".formatted(kind, Workspace.TEAM, addresses.size() + 1);
        addresses.put(
                path,
                new Address(channel, user, original, workspace.now().instant().plus(LIVES), 0));
        return base + path;
    }

    synchronized List<Call> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var said = Wire.jsonIfAny(Wire.body(exchange)).orElseGet(Wire::object);
        var error = take(path, said);
        if (error.isEmpty()) {
            Wire.answer(exchange, 200, "{\"ok\":true}");
        } else {
            Wire.answer(exchange, 404, Wire.error(error.get()).toString());
        }
    }

    private synchronized Optional<String> take(String path, JsonNode said) {
        var error = refusal(path, said);
        posts.add(new Call(path, said, error.orElse("ok"), workspace.now().instant()));
        var address = addresses.get(path);
        if (error.isEmpty() && address != null) {
            addresses.put(path, address.used());
            show(address, said);
        }
        return error;
    }

    private Optional<String> refusal(String path, JsonNode said) {
        var address = addresses.get(path);
        if (address == null) {
            return Optional.of("no_such_url");
        }
        if (!workspace.now().instant().isBefore(address.expiresAt())) {
            return Optional.of("expired_url");
        }
        if (address.uses() >= MOST) {
            return Optional.of("used_url");
        }
        if (said.path("text").asString("").isEmpty()
                && said.path("blocks").isEmpty()
                && !said.path("delete_original").asBoolean(false)) {
            return Optional.of("no_text");
        }
        return BlockRules.broken(said.path("blocks")).isEmpty() ? Optional.empty() : Optional.of("invalid_blocks");
    }

    private void show(Address address, JsonNode said) {
        var original = address.original();
        if (said.path("delete_original").asBoolean(false) && original.isPresent()) {
            address.channel().delete(original.get());
        } else if (said.path("replace_original").asBoolean(false) && original.isPresent()) {
            address.channel()
                    .change(original.get(), it -> it.changed(said.path("text").asString(""), workspace.blocks(said)));
        } else {
            var everybody = said.path("response_type").asString("").equals("in_channel");
            workspace.write(address.channel(), said, everybody ? Optional.empty() : Optional.of(address.user()));
        }
    }
}
