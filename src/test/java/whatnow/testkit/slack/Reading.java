package whatnow.testkit.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Blocks as somebody reads them. */
final class Reading {

    static String of(JsonNode blocks) {
        return stream(blocks).map(Reading::block).collect(Collectors.joining("\n"));
    }

    static List<JsonNode> buttons(JsonNode blocks) {
        var found = new ArrayList<JsonNode>();
        for (var block : blocks) {
            if (block.path("type").asString("").equals("actions")) {
                block.path("elements").forEach(found::add);
            }
            if (block.path("accessory").path("type").asString("").equals("button")) {
                found.add(block.path("accessory"));
            }
        }
        return found;
    }

    private static String block(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "header", "section" -> text(block.path("text"));
            case "context" -> stream(block.path("elements")).map(Reading::text).collect(Collectors.joining(" "));
            case "actions" ->
                stream(block.path("elements"))
                        .map(it -> "[" + text(it.path("text")) + "]")
                        .collect(Collectors.joining(" "));
            case "rich_text" ->
                stream(block.path("elements")).map(Reading::rich).collect(Collectors.joining("\n"));
            case "divider" -> "---";
            default -> block.toString();
        };
    }

    private static String rich(JsonNode part) {
        return stream(part.path("elements"))
                .map(it -> switch (it.path("type").asString("")) {
                    case "text" -> it.path("text").asString("");
                    case "link" -> it.path("text").asString(it.path("url").asString(""));
                    case "rich_text_section" -> "- " + rich(it);
                    default -> it.toString();
                })
                .collect(Collectors.joining(part.path("type").asString("").equals("rich_text_list") ? "\n" : ""));
    }

    private static String text(JsonNode text) {
        return Markup.decoded(text.path("text").asString(""));
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private Reading() {}
}
