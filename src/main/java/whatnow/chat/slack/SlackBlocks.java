package whatnow.chat.slack;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private static final int MOST_COMMAND = 9000;
    private static final int MOST_HEADER = 150;
    private static final int MOST_LABEL = 75;
    private static final int MOST_VALUE = 2000;
    private static final int MOST_CHIPS = 8;
    private static final int IN_A_ROW = 5;
    private static final int MOST_BUTTONS = 25;

    private final Optional<String> base;
    private final boolean stays;
    private final BlockList list = new BlockList();
    private int buttons;

    /**
     * @param base where paths of ours begin; empty if nobody said so
     * @param stays the message is kept up to date by itself, and no answer takes its place
     */
    SlackBlocks(Optional<String> base, boolean stays) {
        this.base = base;
        this.stays = stays;
    }

    SlackBlocks rows(List<Row> rows) {
        rows.forEach(this::row);
        return this;
    }

    SlackBlocks chips(Reply reply) {
        reply.chips().stream().limit(MOST_CHIPS).forEach(it -> chip(reply, it));
        if (reply.chips().size() > MOST_CHIPS) {
            list.note("More was read: %d.".formatted(reply.chips().size() - MOST_CHIPS));
        }
        return this;
    }

    SlackBlocks buttons(Reply reply, List<Button> offered) {
        var fitting = offered.stream()
                .filter(it -> fits(reply, it))
                .limit(MOST_BUTTONS)
                .toList();
        if (fitting.size() < offered.size()) {
            list.note("Buttons without room here: %d. Say it in words.".formatted(offered.size() - fitting.size()));
        }
        for (var from = 0; from < fitting.size(); from += IN_A_ROW) {
            var row = fitting.subList(from, Math.min(from + IN_A_ROW, fitting.size()));
            list.actions(row.stream().map(it -> button(reply, it)).toList());
        }
        return this;
    }

    ArrayNode done() {
        return list.blocks();
    }

    private void row(Row row) {
        switch (row.style()) {
            case HEAD -> head(row);
            case TEXT -> text(row, false);
            case WARNING -> text(warning(row), true);
            case COMMAND -> command(row.text());
            case NOTE -> note(row);
        }
    }

    private void head(Row row) {
        var fits = SlackText.escaped(Shown.of(row.text())).length() <= MOST_HEADER;
        if (list.isEmpty() && fits && row.path().isEmpty()) {
            list.header(row.text(), MOST_HEADER);
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
        list.line(SlackText.line(unlinked.orElse(row.text()), SlackText.MOST), link, isBold);
    }

    /** Never cut: half a command is another command. */
    private void command(String command) {
        var text = SlackText.lines(command, Integer.MAX_VALUE);
        if (text.length() > MOST_COMMAND) {
            text(Row.text("A command is too long for this place. Copy it from the page."), false);
        } else {
            list.preformatted(text);
        }
    }

    private void note(Row row) {
        if (row.path().isPresent()) {
            text(row, false);
        } else {
            list.note(row.text());
        }
    }

    private void chip(Reply reply, Chip chip) {
        var says = chip.isGuess() ? "Only a guess, and not believed: %s (from \"%s\")" : "I read: %s (from \"%s\")";
        text(Row.text(says.formatted(chip.text(), chip.words())), false);
        buttons(reply, chip.buttons());
    }

    private boolean fits(Reply reply, Button button) {
        return value(reply, button).length() <= MOST_VALUE;
    }

    private ObjectNode button(Reply reply, Button button) {
        var element =
                JsonNodeFactory.instance.objectNode().put("type", "button").put("action_id", "say-" + buttons++);
        element.set("text", SlackText.plain(button.label(), MOST_LABEL));
        element.put("value", value(reply, button));
        return button.isMain() ? element.put("style", "primary") : element;
    }

    private String value(Reply reply, Button button) {
        var press = Press.of(reply, button.line());
        return (stays ? press.staying() : press).written();
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
}
