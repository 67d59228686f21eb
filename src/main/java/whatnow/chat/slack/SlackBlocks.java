package whatnow.chat.slack;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Reply;
import whatnow.chat.Reply.Button;
import whatnow.chat.Reply.Chip;
import whatnow.chat.Reply.Row;
import whatnow.chat.door.Press;
import whatnow.now.Shown;

/**
 * Rows and buttons as Slack's blocks, within Slack's limits. Whatever comes from data stands in plain or rich text, of which
 * Slack reads no markup; nothing is said by a symbol alone.
 */
final class SlackBlocks {

    private static final int MOST_BLOCKS = 50;
    private static final int MOST_CHARACTERS = 10_000;
    private static final int MOST_COMMAND = 9000;
    private static final int MOST_HEADER = 150;
    private static final int MOST_LABEL = 75;
    private static final int MOST_VALUE = 2000;
    private static final int MOST_CHIPS = 8;
    private static final int IN_A_ROW = 5;
    private static final int MOST_BUTTONS = 25;

    private final Optional<String> base;
    private final ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    private @Nullable ArrayNode rich;
    private @Nullable ArrayNode section;
    private int characters;
    private int buttons;
    private boolean isCut;

    /** @param base where paths of ours begin; empty if nobody said so */
    SlackBlocks(Optional<String> base) {
        this.base = base;
    }

    SlackBlocks rows(List<Row> rows) {
        rows.forEach(this::row);
        return this;
    }

    SlackBlocks chips(Reply reply) {
        reply.chips().stream().limit(MOST_CHIPS).forEach(it -> chip(reply, it));
        if (reply.chips().size() > MOST_CHIPS) {
            note("%d more were read.".formatted(reply.chips().size() - MOST_CHIPS));
        }
        return this;
    }

    SlackBlocks buttons(Reply reply, List<Button> offered) {
        var fitting = offered.stream()
                .filter(it -> fits(reply, it))
                .limit(MOST_BUTTONS)
                .toList();
        if (fitting.size() < offered.size()) {
            note("%d buttons have no room here; say it in words.".formatted(offered.size() - fitting.size()));
        }
        for (var from = 0; from < fitting.size(); from += IN_A_ROW) {
            actions(reply, fitting.subList(from, Math.min(from + IN_A_ROW, fitting.size())));
        }
        return this;
    }

    ArrayNode done() {
        return blocks;
    }

    private void row(Row row) {
        switch (row.style()) {
            case HEAD -> head(row);
            case TEXT -> text(row, false);
            case WARNING -> text(warning(row), true);
            case COMMAND -> command(row.text());
            case NOTE -> noteRow(row);
        }
    }

    private void head(Row row) {
        var fits = SlackText.escaped(Shown.of(row.text())).length() <= MOST_HEADER;
        if (blocks.isEmpty() && fits && row.path().isEmpty()) {
            add("header").set("text", SlackText.plain(row.text(), MOST_HEADER));
        } else {
            text(row, true);
        }
    }

    private static Row warning(Row row) {
        var says = row.text().strip().toLowerCase(Locale.ROOT);
        return says.startsWith("do not") || says.startsWith("warning")
                ? row
                : new Row(row.style(), "Warning: " + row.text(), row.path());
    }

    private void text(Row row, boolean isBold) {
        var link = row.path().flatMap(this::link);
        var unlinked = row.path().filter(_ -> link.isEmpty()).map(it -> row.text() + ": " + it);
        var text = SlackText.line(unlinked.orElse(row.text()), SlackText.MOST);
        if (!hasRoom(text.length())) {
            return;
        }
        var element = line().addObject()
                .put("type", link.isPresent() ? "link" : "text")
                .put("text", text);
        link.ifPresent(it -> element.put("url", it));
        if (isBold) {
            element.putObject("style").put("bold", true);
        }
    }

    /** Never cut: half a command is another command. A long one is one piece of several texts. */
    private void command(String command) {
        var text = SlackText.lines(command, Integer.MAX_VALUE);
        if (text.length() > MOST_COMMAND) {
            text(Row.text("A command is too long for this place. Copy it from the page."), false);
        } else if (hasRoom(text.length())) {
            section = null;
            var elements =
                    richText().addObject().put("type", "rich_text_preformatted").putArray("elements");
            for (var from = 0; from < text.length(); ) {
                var to = text.offsetByCodePoints(
                        from, Math.min(SlackText.MOST / 2, text.codePointCount(from, text.length())));
                elements.addObject().put("type", "text").put("text", text.substring(from, to));
                from = to;
            }
        }
    }

    private void noteRow(Row row) {
        if (row.path().isPresent()) {
            text(row, false);
        } else {
            note(row.text());
        }
    }

    private void note(String text) {
        if (hasRoom(Math.min(text.length(), SlackText.MOST))) {
            add("context").putArray("elements").add(SlackText.plain(text, SlackText.MOST));
        }
    }

    private void chip(Reply reply, Chip chip) {
        var says = chip.isGuess() ? "Only a guess, and not believed: %s (from \"%s\")" : "I read: %s (from \"%s\")";
        text(Row.text(says.formatted(chip.text(), chip.words())), false);
        buttons(reply, chip.corrections());
    }

    private static boolean fits(Reply reply, Button button) {
        return Press.of(reply, button.line()).written().length() <= MOST_VALUE;
    }

    private void actions(Reply reply, List<Button> row) {
        if (!hasRoom(0)) {
            return;
        }
        var elements = add("actions").putArray("elements");
        for (var button : row) {
            var element = elements.addObject().put("type", "button").put("action_id", "say-" + buttons++);
            element.set("text", SlackText.plain(button.label(), MOST_LABEL));
            element.put("value", Press.of(reply, button.line()).written());
            if (button.isMain()) {
                element.put("style", "primary");
            }
        }
    }

    /** The last block is kept for saying that there is more. */
    private boolean hasRoom(int wanted) {
        if (isCut) {
            return false;
        }
        characters += wanted;
        if (blocks.size() < MOST_BLOCKS - 1 && characters <= MOST_CHARACTERS) {
            return true;
        }
        isCut = true;
        add("context").putArray("elements").add(SlackText.plain("There is more (cut). See the page.", SlackText.MOST));
        return false;
    }

    private Optional<String> link(String path) {
        if (base.isEmpty() || !path.startsWith("/") || path.startsWith("//")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(base.get() + path).toASCIIString());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Where the next line of text goes. */
    private ArrayNode line() {
        if (section == null) {
            var opened = richText().addObject().put("type", "rich_text_section").putArray("elements");
            section = opened;
            return opened;
        }
        section.addObject().put("type", "text").put("text", "\n");
        return section;
    }

    private ArrayNode richText() {
        if (rich == null) {
            var opened = blocks.addObject().put("type", "rich_text").putArray("elements");
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

    /** For notifications and for those who have the message read to them. */
    static String spoken(List<Row> rows) {
        var text = new StringBuilder();
        rows.forEach(it -> text.append(text.isEmpty() ? "" : "\n").append(Shown.lines(it.text())));
        return SlackText.escaped(SlackText.MOST, text.toString());
    }
}
