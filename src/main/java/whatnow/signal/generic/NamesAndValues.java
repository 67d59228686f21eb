package whatnow.signal.generic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;

/** What scripts say that write no JSON: {@code NAME=value}, a line each, or a form as {@code curl -d} sends it. */
final class NamesAndValues {

    private static final Pattern BEGINS = Pattern.compile("\\s*[A-Za-z_][A-Za-z0-9_.-]{0,99}=");
    private static final int MOST = 256;

    static boolean isOne(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
        return BEGINS.matcher(start).lookingAt();
    }

    /** One line is a form, in which {@code +} is a blank and {@code &} ends a value; several are taken as they are. */
    static JsonNode of(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).strip();
        var isForm = text.indexOf('\n') < 0;
        var said = JsonNodeFactory.instance.objectNode();
        var pairs = isForm ? List.of(text.split("&")) : text.lines().toList();
        if (pairs.size() > MOST) {
            throw Refused.field("body", pairs.size() + " names", "at most %d".formatted(MOST));
        }
        for (var pair : pairs) {
            if (!pair.isBlank()) {
                var parts = pair.split("=", 2);
                var value = parts.length == 1 ? "" : parts[1];
                said.put(
                        StrictJson.repaired(isForm ? decoded(parts[0]) : parts[0].strip()),
                        StrictJson.repaired(isForm ? decoded(value) : value.strip()));
            }
        }
        return said;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Refused.field("body", text, "a form, in which %25 stands for %; send it with --data-urlencode");
        }
    }

    private NamesAndValues() {}
}
