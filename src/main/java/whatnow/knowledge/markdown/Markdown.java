package whatnow.knowledge.markdown;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * The one dialect that articles are written in: CommonMark with tables, task lists, footnotes, strikethrough, bare
 * addresses, links in double brackets, heading ids and alerts. Nesting is bounded by the parser's own limits (100 blocks, 100 inlines), so that what
 * walks the tree cannot run out of stack.
 */
public final class Markdown {

    /** One tilde is what people write for "about". */
    static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            StrikethroughExtension.builder().requireTwoTildes(true).build(),
            AutolinkExtension.builder().linkTypes(AutolinkType.URL).build());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .postProcessor(new HeadingId.Giver())
            .postProcessor(new Alert.Finder())
            .postProcessor(new WikiLink.Finder())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** Of those that render a kind of node, the first one counts. */
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .nodeRendererFactory(WordsOnly::new)
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    /**
     * More than a megabyte of prose and tables has; what the parser does with so many takes a fifth of a second. Time
     * grows with these, hardly with letters.
     */
    static final int MOST_MARKS = 100_000;

    private static final String MARKS = "\n[]*_~`|<>!#&^\\";

    /** Whether it has more markup than anybody writes. */
    public static boolean isTooDense(String text) {
        return text.length() > MOST_MARKS
                && text.chars().filter(Markdown::isMark).count() > MOST_MARKS;
    }

    /** Whether a letter is counted as markup, wherever it stands. */
    public static boolean isMark(int letter) {
        return MARKS.indexOf(letter) >= 0;
    }

    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** The words without the markup. Text that looks like HTML stays text: it is not safe to show unescaped. */
    public static String plain(Node node) {
        if (node instanceof ListItem item) {
            return blocks(item).map(PLAIN::render).collect(Collectors.joining("\n"));
        }
        return PLAIN.render(node);
    }

    /** An item without its list is nothing to the renderer; what stands in it is. */
    private static Stream<Node> blocks(ListItem item) {
        return Stream.iterate(item.getFirstChild(), Objects::nonNull, Node::getNext);
    }

    public static String plain(String markdown) {
        return plain(parse(markdown));
    }

    /** The line of a block in the text it was parsed from, from 1. */
    public static int line(Node node) {
        var spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
    }

    /** The block as it was written, without the indentation of what it stands in. */
    static String source(Node block, String text) {
        return block.getSourceSpans().stream()
                .map(it -> slice(it, text))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    static String slice(SourceSpan span, String text) {
        return text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }

    private Markdown() {}
}
