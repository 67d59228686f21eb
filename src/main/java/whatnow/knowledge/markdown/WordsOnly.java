package whatnow.knowledge.markdown;

import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/**
 * In plain text a link, an image, an alert or a footnote is only what it says, without its address, kind or number; a
 * row of a table is a line, with a dot between its cells.
 */
final class WordsOnly implements NodeRenderer {

    private static final String BETWEEN_CELLS = " \u00b7 ";

    private final TextContentNodeRendererContext context;

    WordsOnly(TextContentNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Alert.class,
                Link.class,
                WikiLink.class,
                Image.class,
                Strikethrough.class,
                TableBlock.class,
                TableHead.class,
                TableBody.class,
                TableRow.class,
                TableCell.class,
                FootnoteReference.class,
                FootnoteDefinition.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case TableRow row -> row(row);
            case Strikethrough struck -> struck(struck);
            default -> children(node);
        }
    }

    /** With its marks: without them it would say what was taken back. */
    private void struck(Strikethrough struck) {
        context.getWriter().write(struck.getOpeningDelimiter());
        children(struck);
        context.getWriter().write(struck.getClosingDelimiter());
    }

    /** Without its empty cells. */
    private void row(TableRow row) {
        var between = "";
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell.getFirstChild() != null) {
                context.getWriter().write(between);
                context.render(cell);
                between = BETWEEN_CELLS;
            }
        }
        context.getWriter().block();
    }

    private void children(Node node) {
        for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
