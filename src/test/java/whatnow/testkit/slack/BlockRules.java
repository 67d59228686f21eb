package whatnow.testkit.slack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack demands of blocks. The first break of a rule is enough for {@code invalid_blocks}. */
public final class BlockRules {

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_TEXT = 3000;
    private static final int MOST_HEADER = 150;
    private static final int MOST_LABEL = 75;
    private static final int MOST_VALUE = 2000;
    private static final int MOST_ID = 255;
    private static final int MOST_BUTTONS = 25;
    private static final int MOST_CONTEXT = 10;
    private static final int MOST_FIELDS = 10;

    private final List<String> broken = new ArrayList<>();
    private final Set<String> actions = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private BlockRules() {}

    /** Empty if Slack would take them. */
    public static List<String> broken(JsonNode blocks) {
        var rules = new BlockRules();
        rules.check(blocks);
        return rules.broken;
    }

    private void check(JsonNode blocks) {
        if (!blocks.isMissingNode() && !blocks.isArray()) {
            broken.add("blocks is no list");
        }
        must(blocks.size() <= MOST_BLOCKS, "no more than 50 items allowed", "/blocks");
        var index = 0;
        for (var block : blocks) {
            block(block, "/blocks/" + index++);
        }
    }

    private void block(JsonNode block, String at) {
        if (block.has("block_id")) {
            var id = block.path("block_id").asString("");
            must(id.length() <= MOST_ID, "block_id too long", at);
            must(ids.add(id), "block_id already exists", at);
        }
        switch (block.path("type").asString("")) {
            case "divider" -> {}
            case "header" -> text(block.path("text"), MOST_HEADER, true, at);
            case "section" -> section(block, at);
            case "context" -> context(block.path("elements"), at);
            case "actions" -> actions(block.path("elements"), at);
            case "rich_text" -> rich(block.path("elements"), at);
            default -> broken.add("unsupported type: " + block.path("type") + " [" + at + "]");
        }
    }

    private void section(JsonNode block, String at) {
        must(block.has("text") || block.has("fields"), "missing required field: text", at);
        if (block.has("text")) {
            text(block.path("text"), MOST_TEXT, false, at);
        }
        must(block.path("fields").size() <= MOST_FIELDS, "no more than 10 fields", at);
        block.path("fields").forEach(it -> text(it, 2000, false, at));
        if (block.has("accessory")) {
            button(block.path("accessory"), at);
        }
    }

    private void context(JsonNode elements, String at) {
        must(!elements.isEmpty() && elements.size() <= MOST_CONTEXT, "1 to 10 elements", at);
        elements.forEach(it -> text(it, MOST_TEXT, false, at));
    }

    private void actions(JsonNode elements, String at) {
        must(!elements.isEmpty() && elements.size() <= MOST_BUTTONS, "1 to 25 elements", at);
        elements.forEach(it -> button(it, at));
    }

    private void button(JsonNode button, String at) {
        must(button.path("type").asString("").equals("button"), "unsupported element", at);
        text(button.path("text"), MOST_LABEL, true, at);
        must(button.path("value").asString("").length() <= MOST_VALUE, "value too long", at);
        var id = button.path("action_id").asString("");
        must(id.length() <= MOST_ID, "action_id too long", at);
        must(id.isEmpty() || actions.add(id), "action_id already exists", at);
        if (button.has("style")) {
            must(Set.of("primary", "danger").contains(button.path("style").asString("")), "unknown style", at);
        }
    }

    private void text(JsonNode text, int most, boolean plain, String at) {
        var type = text.path("type").asString("");
        must(type.equals("plain_text") || !plain && type.equals("mrkdwn"), "unsupported text type (" + type + ")", at);
        var length = text.path("text").asString("").length();
        must(length >= 1, "must be more than 0 characters", at);
        must(length <= most, "must be less than %d characters".formatted(most + 1), at);
        must(!text.has("emoji") || type.equals("plain_text"), "emoji only in plain_text", at);
    }

    private void rich(JsonNode elements, String at) {
        must(elements.isArray() && !elements.isEmpty(), "missing required field: elements", at);
        for (var element : elements) {
            switch (element.path("type").asString("")) {
                case "rich_text_section", "rich_text_preformatted", "rich_text_quote" ->
                    richTexts(element.path("elements"), at);
                case "rich_text_list" -> {
                    must(element.has("style"), "missing required field: style", at);
                    element.path("elements").forEach(it -> richTexts(it.path("elements"), at));
                }
                default -> broken.add("unsupported rich text: " + element.path("type") + " [" + at + "]");
            }
        }
    }

    private void richTexts(JsonNode elements, String at) {
        must(elements.isArray() && !elements.isEmpty(), "missing required field: elements", at);
        for (var element : elements) {
            switch (element.path("type").asString("")) {
                case "text" -> {
                    var length = element.path("text").asString("").length();
                    must(length >= 1 && length <= MOST_TEXT, "1 to 3000 characters", at);
                }
                case "link" -> must(element.path("url").asString("").matches("(https?|mailto):.+"), "invalid url", at);
                case "user", "usergroup", "channel", "emoji", "broadcast", "date", "team", "color" -> {}
                default -> broken.add("unsupported rich text element [" + at + "]");
            }
        }
    }

    private void must(boolean holds, String rule, String at) {
        if (!holds) {
            broken.add(rule + " [" + at + "]");
        }
    }
}
