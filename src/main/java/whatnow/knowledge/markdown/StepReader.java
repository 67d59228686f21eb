package whatnow.knowledge.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import whatnow.knowledge.Step;

/** Reads the numbered list below a heading, when its items begin with a sentence in bold. */
final class StepReader {

    private static final List<String> LABELS = List.of("Expect", "Rollback", "Check first", "Needs", "No return");

    private final String body;
    private final List<Remark> remarks;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> labelled = new HashMap<>();
    private Optional<Step.Command> command = Optional.empty();

    private StepReader(String body, List<Remark> remarks) {
        this.body = body;
        this.remarks = remarks;
    }

    /** The steps between this heading and the next one of any level. */
    static List<Step> read(Heading heading, String body, List<Remark> remarks) {
        var steps = new ArrayList<Step>();
        for (var node = heading.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            if (node instanceof OrderedList list && isStepList(list)) {
                if (!steps.isEmpty()) {
                    remarks.add(new Remark(
                            Markdown.line(list), "A second list of steps begins.", "one numbered list in a section"));
                }
                for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                    steps.add(new StepReader(body, remarks).step(item, steps.size() + 1));
                }
            }
        }
        return List.copyOf(steps);
    }

    private static boolean isStepList(OrderedList list) {
        return list.getFirstChild() instanceof ListItem first
                && boldStart(first).isPresent();
    }

    private static Optional<StrongEmphasis> boldStart(Node item) {
        return item.getFirstChild() instanceof Paragraph paragraph
                        && paragraph.getFirstChild() instanceof StrongEmphasis bold
                ? Optional.of(bold)
                : Optional.empty();
    }

    private Step step(Node item, int number) {
        var line = Markdown.line(item);
        var bold = boldStart(item);
        if (bold.isEmpty()) {
            remarks.add(new Remark(line, "Step %d has no title.".formatted(number), "a first sentence in bold"));
        }
        bold.ifPresent(this::readFirstParagraph);
        var rest = bold.isPresent() ? item.getFirstChild().getNext() : item.getFirstChild();
        for (var block = rest; block != null; block = block.getNext()) {
            readBlock(block);
        }
        return new Step(
                number,
                bold.map(StepReader::title).orElse(""),
                text.toString(),
                command,
                labelled.getOrDefault("Expect", ""),
                labelled.getOrDefault("Rollback", ""),
                Optional.ofNullable(labelled.get("Check first")).map(StepReader::bareId),
                Optional.ofNullable(labelled.get("Needs")),
                Optional.ofNullable(labelled.get("No return")),
                line);
    }

    private static String title(StrongEmphasis bold) {
        return Markdown.plain(bold).strip();
    }

    /** Authors write a command id with or without backticks and a full stop. */
    private static String bareId(String written) {
        return written.replaceAll("[`.]", "").strip();
    }

    private void readFirstParagraph(StrongEmphasis bold) {
        var paragraph = bold.getParent();
        var end = bold.getSourceSpans().getLast();
        var after = end.getInputIndex() + end.getLength();
        var last = paragraph.getSourceSpans().getLast();
        addText(oneLine(body.substring(after, last.getInputIndex() + last.getLength())));
    }

    private void readBlock(Node block) {
        switch (block) {
            case FencedCodeBlock fence when CommandFence.isShell(fence) -> readCommand(fence);
            case Paragraph paragraph -> readParagraph(paragraph);
            default -> addText(Markdown.source(block, body));
        }
    }

    private void readCommand(FencedCodeBlock fence) {
        if (command.isPresent()) {
            remarks.add(new Remark(Markdown.line(fence), "The step has a second command.", "one command in a step"));
            addText(Markdown.source(fence, body));
            return;
        }
        command = CommandFence.read(fence, remarks);
        if (command.isEmpty()) {
            addText(Markdown.source(fence, body));
        }
    }

    private void readParagraph(Paragraph paragraph) {
        var words = oneLine(Markdown.source(paragraph, body));
        for (var label : LABELS) {
            if (words.startsWith(label + ":")) {
                label(label, words.substring(label.length() + 1).strip(), Markdown.line(paragraph));
                return;
            }
        }
        addText(words);
    }

    private void label(String label, String words, int line) {
        if (labelled.putIfAbsent(label, words) != null) {
            remarks.add(new Remark(line, "The step says (%s:) twice.".formatted(label), "each once"));
        }
    }

    private void addText(String words) {
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words);
        }
    }

    private static String oneLine(String words) {
        return words.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    }
}
