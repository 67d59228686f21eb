package whatnow.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import whatnow.chat.Reply.Row;
import whatnow.now.Shown;

/** A reply as plain text, for terminals and for doors that know no more. */
public final class ReplyText {

    /** @param detailed with what there was no room for */
    public static String of(Reply reply, boolean detailed) {
        var lines = new ArrayList<String>();
        reply.rows().forEach(it -> lines.add(line(it)));
        reply.chips().forEach(it -> lines.add(chip(it)));
        choices(reply.buttons()).ifPresent(lines::add);
        if (detailed && !reply.details().isEmpty()) {
            lines.add("");
            reply.details().forEach(it -> lines.add(line(it)));
        }
        return String.join("\n", lines).strip() + "\n";
    }

    private static String line(Row row) {
        var text = row.path().map(it -> row.text() + " " + it).orElse(row.text());
        return switch (row.style()) {
            case HEAD, TEXT, NOTE -> Shown.of(text);
            case WARNING -> "! " + Shown.of(text);
            case COMMAND -> text.contains("\n") ? Shown.lines(text).stripTrailing() : "$ " + Shown.of(text);
        };
    }

    private static String chip(Reply.Chip chip) {
        return "  %s \u201C%s\u201D -> %s. %s"
                .formatted(
                        chip.isGuess() ? "guess" : "read",
                        Shown.of(chip.words()),
                        Shown.of(chip.text()),
                        Stream.concat(
                                        chip.corrections().stream(),
                                        chip.others().stream().limit(1))
                                .map(it -> it.label() + ": " + Shown.of(it.line()))
                                .collect(Collectors.joining(" | ")));
    }

    /** How a question is answered stands beside it. */
    private static Optional<String> choices(List<Reply.Button> buttons) {
        var lines = buttons.stream()
                .map(Reply.Button::line)
                .filter(it -> !it.startsWith("answer "))
                .map(Shown::of)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of("Say: " + String.join(" | ", lines));
    }

    private ReplyText() {}
}
