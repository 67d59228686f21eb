package whatnow.chat.slack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Blocks one after the other, lines of text joined into one, and an end in words when Slack would take no more. */
final class BlockList {

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_CHARACTERS = 10_000;
    private static final int PIECE = SlackText.MOST / 2;

    private final ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    private @Nullable ArrayNode rich;
    private @Nullable ArrayNode section;
    private int characters;
    private boolean isCut;

    ArrayNode blocks() {
        return blocks;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    void header(String text, int most) {
        if (hasRoom(text.length())) {
            add("header").set("text", SlackText.plain(text, most));
        }
    }

    void note(String text) {
        if (hasRoom(Math.min(text.length(), SlackText.MOST))) {
            context(text);
        }
    }

    void line(String text, Optional<String> link, boolean isBold) {
        if (!hasRoom(text.length())) {
            return;
        }
        var element = openLine()
                .addObject()
                .put("type", link.isPresent() ? "link" : "text")
                .put("text", text);
        link.ifPresent(it -> element.put("url", it));
        if (isBold) {
            element.putObject("style").put("bold", true);
        }
    }

    /** One piece to a reader, however many texts Slack wants it in. */
    void preformatted(String text) {
        if (!hasRoom(text.length())) {
            return;
        }
        section = null;
        var elements =
                openRichText().addObject().put("type", "rich_text_preformatted").putArray("elements");
        for (var from = 0; from < text.length(); ) {
            var left = text.codePointCount(from, text.length());
            var to = text.offsetByCodePoints(from, Math.min(PIECE, left));
            elements.addObject().put("type", "text").put("text", text.substring(from, to));
            from = to;
        }
    }

    void actions(List<ObjectNode> buttons) {
        if (hasRoom(0)) {
            add("actions").putArray("elements").addAll(buttons);
        }
    }

    /** The last block is kept for saying that there is more. */
    private boolean hasRoom(int wanted) {
        if (isCut) {
            return false;
        }
        characters += wanted;
        isCut = blocks.size() >= MOST_BLOCKS - 1 || characters > MOST_CHARACTERS;
        if (isCut) {
            context("There is more (cut). See the page.");
        }
        return !isCut;
    }

    private void context(String text) {
        add("context").putArray("elements").add(SlackText.plain(text, SlackText.MOST));
    }

    /** Where the next line of text goes. */
    private ArrayNode openLine() {
        if (section == null) {
            var opened =
                    openRichText().addObject().put("type", "rich_text_section").putArray("elements");
            section = opened;
            return opened;
        }
        section.addObject().put("type", "text").put("text", "\n");
        return section;
    }

    private ArrayNode openRichText() {
        if (rich == null) {
            var opened = add("rich_text").putArray("elements");
            rich = opened;
            return opened;
        }
        return rich;
    }

    private ObjectNode add(String type) {
        rich = null;
        section = null;
        return blocks.addObject().put("type", type);
    }
}
