package whatnow.knowledge.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** {@code [[article]]}, {@code [[article#section]]} or {@code [[article|words]]}. */
final class WikiLink extends Link {

    private static final Pattern WRITTEN = Pattern.compile(
            "\\[\\[([\\p{L}\\p{N}/.#](?:[^\\[\\]|\\n]{0,198}[^\\[\\]|\\n\\s])?)(?:\\|([^\\[\\]|\\n]{1,200}))?]]");

    private WikiLink(String to) {
        super(to, null);
    }

    /** Makes such links of the words that no other markup has claimed. */
    static final class Finder extends AbstractVisitor implements PostProcessor {

        @Override
        public Node process(Node document) {
            document.accept(this);
            return document;
        }

        @Override
        public void visit(Link link) {
            // a link in a link is none
        }

        @Override
        public void visit(Text text) {
            if (!text.getLiteral().contains("[[")) {
                return;
            }
            var literal = text.getLiteral();
            var matcher = WRITTEN.matcher(literal);
            var end = 0;
            while (matcher.find()) {
                addText(text, literal.substring(end, matcher.start()));
                addLink(text, matcher.group(1), matcher.group(2) == null ? matcher.group(1) : matcher.group(2));
                end = matcher.end();
            }
            if (end == literal.length()) {
                text.unlink();
            } else {
                text.setLiteral(literal.substring(end));
            }
        }

        private static void addText(Text before, String words) {
            if (!words.isEmpty()) {
                before.insertBefore(at(before, new Text(words)));
            }
        }

        private static void addLink(Text before, String to, String words) {
            var link = at(before, new WikiLink(to.strip()));
            link.appendChild(at(before, new Text(words.strip())));
            before.insertBefore(link);
        }

        private static <T extends Node> T at(Text place, T node) {
            node.setSourceSpans(place.getSourceSpans());
            return node;
        }
    }
}
