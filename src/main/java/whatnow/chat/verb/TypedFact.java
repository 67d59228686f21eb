package whatnow.chat.verb;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whatnow.incident.FactType;

/** {@code replication=TRUE lagSeconds=2400 region=us-west-2}: a typed fact as data, in one line. */
final class TypedFact {

    private static final Pattern PAIR = Pattern.compile("([A-Za-z_]+)=(?:\"([^\"]*)\"|(\\S*))");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final List<String> SUBJECT = List.of("plan", "service", "region", "zone", "replica");

    /** It begins with a type, alone, with its state or before pairs. */
    static boolean isOne(String words) {
        var parts = words.strip().split("\\s+", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        return type(parts[0].split("=", 2)[0]).isPresent()
                && PAIR.matcher(rest).replaceAll("").isBlank();
    }

    private static Optional<FactType> type(String word) {
        return Arrays.stream(FactType.values())
                .filter(it -> it.key().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** @param incident number of the one that it is about */
    static JsonNode json(String words, Optional<String> incident) {
        var parts = words.strip().split("\\s+", 2);
        var head = parts[0].split("=", 2);
        var body = JsonMapper.shared().createObjectNode();
        body.put("type", head[0].toLowerCase(Locale.ROOT));
        var subject = body.putObject("subject");
        var value = body.putObject("value");
        value.put("state", head.length > 1 ? state(head[1]) : "TRUE");
        var pairs = PAIR.matcher(parts.length > 1 ? parts[1] : "");
        while (pairs.find()) {
            put(subject, value, pairs.group(1), pairs.group(2) != null ? pairs.group(2) : pairs.group(3));
        }
        if (subject.isEmpty()) {
            body.remove("subject");
        }
        body.putObject("source").put("kind", "PERSON");
        incident.ifPresent(it -> body.put("incident", it));
        return body;
    }

    private static void put(ObjectNode subject, ObjectNode value, String name, String text) {
        if (SUBJECT.contains(name)) {
            subject.put(name, text);
        } else if (name.equals("state")) {
            value.put("state", state(text));
        } else if (NUMBER.matcher(text).matches()) {
            value.put(name, Double.parseDouble(text));
        } else if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            value.put(name, Boolean.parseBoolean(text.toLowerCase(Locale.ROOT)));
        } else {
            value.put(name, text);
        }
    }

    /** People say yes and no. */
    private static String state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "up", "ok" -> "TRUE";
            case "no", "n", "false", "down" -> "FALSE";
            case "unknown", "?" -> "UNKNOWN";
            default -> word;
        };
    }

    private TypedFact() {}
}
