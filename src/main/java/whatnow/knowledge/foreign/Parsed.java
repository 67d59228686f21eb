package whatnow.knowledge.foreign;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import whatnow.knowledge.markdown.Markdown;

/**
 * Markdown with the headings that begin its sections.
 *
 * @param first the first block, if there is any
 */
record Parsed(String text, @Nullable Node first, List<Heading> headings) {

    static Parsed of(String markdown) {
        var first = Markdown.parse(markdown).getFirstChild();
        var headings = new ArrayList<Heading>();
        for (var node = first; node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                headings.add(heading);
            }
        }
        return new Parsed(markdown, first, List.copyOf(headings));
    }
}
